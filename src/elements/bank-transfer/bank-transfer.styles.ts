import { css } from 'lit';

export const bankTransferStyles = css`
  .rows {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 12px;
    align-items: center;
    padding-block: 10px;
    padding-inline: 16px 8px;
  }
  .row + .row {
    border-block-start: 1px solid var(--_border);
  }
  .row > :not(button) {
    grid-column: 1;
  }
  .row > button {
    grid-area: 1 / 2 / span 2;
    inline-size: 44px;
    padding: 0;
    color: var(--_muted);
  }
  .row > button:has(.done) {
    color: var(--_success);
  }
  @media (hover: hover) {
    .row > button:hover {
      background: var(--_background);
      color: var(--_text);
    }
  }
  .value {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .row:first-child > .value {
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.2727;
  }
  /* A number is broken between its groups. */
  .value > span {
    display: inline-block;
    margin-inline-end: 0.35em;
  }
  .row > .copied {
    margin: 0;
    padding: 0.3em 0.5em;
    color: var(--_text);
  }
`;
