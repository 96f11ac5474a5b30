import { css } from 'lit';

export const paymentMethodPickerStyles = css`
  legend {
    padding: 0;
    margin-block-end: 0.75em;
    font-weight: 600;
  }
  .rows {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.875em;
    min-block-size: 60px;
    padding: 0.5em 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_background);
    cursor: pointer;
    transition:
      border-color 0.15s,
      background-color 0.15s,
      box-shadow 0.15s;
  }
  @media (hover: hover) {
    .row:hover {
      border-color: var(--_control);
    }
  }
  .row:has(:checked) {
    border-color: var(--_mark);
    box-shadow: 0 0 0 1px var(--_mark);
    background: color-mix(in srgb, var(--_accent) 5%, var(--_background));
  }
  .row:has(:focus-visible) {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: 3px;
  }
  [aria-invalid='true'] .row {
    border-color: var(--_danger);
  }
  input {
    appearance: none;
    flex: none;
    margin: 0;
    inline-size: 20px;
    block-size: 20px;
    border: 1.5px solid var(--_control);
    border-radius: 50%;
    background: var(--_background);
    cursor: pointer;
  }
  input:checked {
    border-color: var(--_mark);
    background: radial-gradient(var(--_accent-text) 33%, var(--_accent) 38%);
  }
  input:focus-visible {
    outline: none;
  }
  .text {
    /* Large letters leave the marks no room beside them: these go below. */
    flex: 1 1 5em;
    min-inline-size: 0;
    line-height: 1.35;
  }
  .label {
    display: block;
    font-weight: 550;
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    margin-inline-start: auto;
    gap: 4px;
    color: var(--_muted);
  }
  /* The box of the mark, before its drawing is there and where that cannot be had. */
  payment-mark {
    inline-size: 2.25em;
    block-size: 1.5em;
    border-radius: 4px;
  }
  payment-mark:not(:defined) {
    background: var(--_border);
  }
  .error {
    margin-block-start: 0.5em;
    color: var(--_danger);
    font-size: 0.875em;
  }
  @media (forced-colors: active) {
    input {
      appearance: auto;
    }
    .row:has(:checked) {
      border-color: Highlight;
    }
  }
`;
