import { css, type CSSResultGroup } from 'lit';
import { buttonsStyles } from './buttons.styles.js';

const fieldsStyles = css`
  input,
  select {
    font: inherit;
    /* A page's font can tell by what it loads which characters are typed (unicode-range); no page's word goes over this. */
    font-family: system-ui, sans-serif !important;
    letter-spacing: inherit;
    color: inherit;
    margin: 0;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12em), 1fr));
    gap: var(--_space);
  }
  .wide {
    grid-column: 1 / -1;
  }
  .field {
    display: flex;
    flex-direction: column;
    gap: 6px;
  }
  .field > label,
  .field > .label {
    font-size: 0.9375em;
    font-weight: var(--_weight-medium);
  }
  input:not([type='radio'], [type='checkbox']),
  select,
  .control {
    inline-size: 100%;
    min-block-size: var(--_control-height);
    padding: 0.5em 0.8em;
    border: var(--_border-width) solid var(--_control);
    border-radius: var(--_radius);
    background-color: var(--_field);
    transition:
      border-color var(--_duration),
      box-shadow var(--_duration);
  }
  input:not([type='radio'], [type='checkbox']):focus-visible,
  select:focus-visible {
    border-color: var(--_focus);
    outline-offset: -1px;
  }
  input[aria-invalid='true']:not([type='radio'], [type='checkbox']),
  select[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .check {
    display: flex;
    gap: 0.75em;
    align-items: center;
    min-block-size: 44px;
    cursor: pointer;
  }
  input[type='checkbox'] {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    accent-color: var(--_mark);
  }
  .hint,
  .error {
    font-size: var(--_size-small);
    color: var(--_muted);
  }
  .error {
    color: var(--_danger);
  }
`;

/**
 * Buttons and, for elements with a form, fields.
 *
 * - `.field` > `label` + (`input` | `select` | `.control`) + `.hint` | `.error`; `.fields` lays fields out in two columns
 *   where there is room, `.field.wide` takes both; `.check` is a checkbox with its label beside it
 */
export const controlsStyles: CSSResultGroup = [buttonsStyles, fieldsStyles];
