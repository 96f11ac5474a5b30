import { css } from 'lit';

/** Lays fields out in lines of six columns where there is room; the controls themselves are the theme's. */
export const formFieldStyles = css`
  :host {
    container: fields / inline-size;
  }
  .form {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    gap: var(--_space) 12px;
    align-items: start;
  }
  .form > * {
    grid-column: 1 / -1;
  }
  /* As the card frame's: both may stand below one another. */
  .field {
    gap: 0;
  }
  .field > label:not(.check),
  .field > .label {
    min-block-size: calc(1.5 * var(--_size));
    font-size: 0.875em;
    font-weight: 500;
    line-height: 1.3;
  }
  .hint,
  .error {
    margin-block-start: 6px;
  }
  label .muted {
    font-weight: 400;
  }
  legend {
    padding: 0;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9em), 1fr));
    gap: 8px;
  }
  .choice {
    display: flex;
    gap: 0.7em;
    align-items: center;
    min-block-size: 48px;
    padding: 0.5em 0.9em;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .choice:has(:checked) {
    border-color: var(--_mark);
    background: color-mix(in srgb, var(--_accent) 6%, var(--_background));
    box-shadow: inset 0 0 0 1px var(--_mark);
  }
  .choice:has(:focus-visible) {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: var(--_ring-offset);
  }
  .choice input {
    appearance: none;
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    border: 1.5px solid var(--_control);
    border-radius: 50%;
    background: var(--_background);
    outline: none;
  }
  .choice input:checked {
    border: 6px solid var(--_mark);
  }
  @media (forced-colors: active) {
    .choice input {
      appearance: auto;
    }
  }
  /* No image: a policy of the page may forbid every one. */
  select {
    appearance: none;
    padding-inline-end: 2.5em;
    background-image: conic-gradient(from 315deg at 50% 100%, var(--_muted) 90deg, transparent 0);
    background-position: calc(100% - 1em) 50%;
    background-size: 0.7em 0.35em;
    background-repeat: no-repeat;
  }
  select:dir(rtl) {
    background-position: 1em 50%;
  }
  select:has([value='']:checked) {
    color: var(--_muted);
  }
  @container fields (inline-size >= 20em) {
    .form > .third {
      grid-column: span 2;
    }
    .form > .two-thirds {
      grid-column: span 4;
    }
  }
  @container fields (inline-size >= 26em) {
    .form > .half {
      grid-column: span 3;
    }
  }
`;
