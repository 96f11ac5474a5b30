import { css } from 'lit';

/**
 * Buttons, links, fields and notices, the same in every element.
 *
 * - `button.primary`, `button.secondary`, `button.link`; `a.primary` and `a.secondary` look like their buttons
 * - `.field` > `label` + (`input` | `select` | `.control`) + `.hint` | `.error`; `.fields` lays fields out in two columns
 *   where there is room, `.field.wide` takes both; `.check` is a checkbox with its label beside it
 * - `.notice` (quiet), `.notice.danger`, `.notice.success`
 * - `.spinner`
 */
export const controlsStyles = css`
  a {
    color: inherit;
    text-underline-offset: 0.2em;
  }
  button,
  input,
  select {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    margin: 0;
  }
  button,
  .primary,
  .secondary {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: 44px;
    padding: 0.5em 1.125em;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
    transition:
      background-color 0.15s,
      border-color 0.15s,
      box-shadow 0.15s;
  }
  .primary {
    min-block-size: 52px;
    background: var(--_accent);
    color: var(--_accent-text);
    box-shadow: 0 1px 2px rgb(16 18 27 / 12%);
  }
  .secondary {
    border-color: var(--_control);
    background: var(--_background);
    color: var(--_text);
  }
  .link {
    color: var(--_muted);
    font-weight: 500;
    text-decoration: underline;
    text-decoration-color: color-mix(in srgb, currentcolor 40%, transparent);
    text-underline-offset: 0.2em;
  }
  @media (hover: hover) {
    .primary:hover {
      background: color-mix(in srgb, var(--_accent) 92%, var(--_text));
    }
    .secondary:hover {
      background: var(--_surface);
    }
    .link:hover {
      color: var(--_text);
    }
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
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
    font-weight: 550;
  }
  input:not([type='radio'], [type='checkbox']),
  select,
  .control {
    inline-size: 100%;
    min-block-size: 48px;
    padding: 0.5em 0.8em;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background-color: var(--_background);
    transition:
      border-color 0.15s,
      box-shadow 0.15s;
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
    accent-color: var(--_accent);
  }
  .hint,
  .error {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .error {
    color: var(--_danger);
  }
  .notice {
    padding: 0.75em 1em;
    border-radius: var(--_radius);
    background: var(--_surface);
    border: 1px solid var(--_border);
    font-size: 0.9375em;
  }
  .danger {
    background: color-mix(in srgb, var(--_danger) 7%, var(--_background));
    border-color: color-mix(in srgb, var(--_danger) 35%, var(--_background));
    color: var(--_danger);
  }
  .success {
    background: color-mix(in srgb, var(--_success) 8%, var(--_background));
    border-color: color-mix(in srgb, var(--_success) 35%, var(--_background));
    color: var(--_success);
  }
  .spinner {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    border: 2px solid color-mix(in srgb, currentcolor 30%, transparent);
    border-block-start-color: currentcolor;
    border-radius: 50%;
    animation: spin 0.8s linear infinite;
  }
  @keyframes spin {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      border-style: dotted;
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .primary {
      border-color: ButtonText;
    }
  }
`;
