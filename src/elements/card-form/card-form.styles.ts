import { css } from 'lit';

export const cardFormStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }
  /* Room for the four fields from the start: nothing moves when the frame arrives. */
  .stage {
    display: grid;
    min-block-size: calc(3 * (48px + 1.5em) + 2 * var(--_space));
  }
  .stage > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }
  .ghost {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--_space) 12px;
    align-content: start;
  }
  .ghost span {
    block-size: 48px;
    margin-block-start: 1.5em;
    border-radius: var(--_radius);
    background: var(--_surface);
    border: 1px solid var(--_border);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .ghost :first-child,
  .ghost :last-child {
    grid-column: 1 / -1;
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
  /* A list with its label. */
  card-installments:not(:defined) {
    min-block-size: calc(48px + 1.5em);
  }
  .failed {
    display: grid;
    gap: 12px;
    align-content: center;
  }
  .secure {
    display: flex;
    gap: 0.6em;
    align-items: flex-start;
    text-wrap: balance;
  }
  .secure svg {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
    margin-block-start: 0.15em;
  }
  /* Wears every token of the fields, so that their values can be read; a change of any of them is heard as the end
     of its transition. */
  .probe {
    position: absolute;
    visibility: hidden;
    inline-size: 0;
    color: var(--_text);
    background-color: var(--_field);
    border: var(--_border-width) solid var(--_control);
    border-radius: var(--_radius);
    outline-color: var(--_focus);
    caret-color: var(--_danger);
    text-decoration-color: var(--_muted);
    text-emphasis-color: light-dark(#000, #fff);
    min-block-size: var(--_control-height);
    row-gap: var(--_space);
    transition: all 1ms;
  }
  .probe::before {
    content: '';
    font-size: medium;
  }
`;
