import { css } from 'lit';

export const paymentMethodPickerStyles = css`
  legend {
    padding: 0;
    margin-block-end: 12px;
    font-weight: 600;
  }
  .rows {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .row {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-content: center;
    align-items: center;
    gap: 4px 12px;
    min-block-size: 60px;
    padding: 0.625em 1em;
    padding-inline-start: calc(1em + 32px);
    border-radius: inherit;
    line-height: 1.35;
    cursor: pointer;
    transition: background-color var(--_duration);
  }
  /* The line between two rows, and the ring of the picked one over it. */
  .row::after {
    content: '';
    position: absolute;
    inset: -1px;
    border-radius: inherit;
    pointer-events: none;
    transition: box-shadow var(--_duration);
  }
  .row + .row {
    border-start-start-radius: 0;
    border-start-end-radius: 0;
    border-block-start: 1px solid var(--_border);
  }
  .row:not(:last-child) {
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }
  @media (hover: hover) {
    .row:hover {
      background: var(--_surface);
    }
  }
  .row:has(:checked) {
    background: color-mix(in srgb, var(--_accent) 6%, var(--_background));
  }
  .row:has(:checked)::after {
    z-index: 1;
    box-shadow: inset 0 0 0 2px var(--_mark);
  }
  .row:has(:focus-visible) {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: 3px;
    z-index: 2;
  }
  [aria-invalid='true'] .rows {
    border-color: var(--_danger);
  }
  input {
    appearance: none;
    flex: none;
    margin: 0;
    margin-inline-start: -32px;
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
  /* Marks that would leave it less than its longest word go below it. */
  .label {
    flex: 1 1 min-content;
    min-inline-size: min(4em, 100%);
    max-inline-size: 100%;
    font-weight: 550;
  }
  .hint {
    flex-basis: 100%;
    margin-block-start: -4px;
  }
  .hint:empty {
    display: none;
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
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
      outline: 2px solid Highlight;
    }
  }
`;
