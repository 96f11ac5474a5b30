import { css } from 'lit';

/** Buttons, links and notices, the same in every element: `.primary`, `.secondary`, `.link`; `.notice`, `.danger`, `.success`; `.spinner`. */
export const buttonsStyles = css`
  a {
    color: inherit;
    text-underline-offset: 0.2em;
  }
  button {
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
    border: var(--_border-width) solid transparent;
    border-radius: var(--_radius);
    background: none;
    font-weight: var(--_weight-bold);
    line-height: 1.25;
    text-align: center;
    text-wrap: balance;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
    transition:
      background-color var(--_duration),
      border-color var(--_duration),
      box-shadow var(--_duration);
  }
  .primary {
    min-block-size: calc(var(--_control-height) + 4px);
    background: var(--_accent);
    color: var(--_accent-text);
    box-shadow: var(--_shadow-button);
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
      box-shadow: 0 0 0 3px color-mix(in srgb, var(--_accent) 25%, transparent);
    }
    .secondary:hover {
      background: var(--_surface);
    }
    .link:hover {
      color: var(--_text);
    }
  }
  :focus-visible {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: var(--_ring-offset);
  }
  .notice {
    padding: 0.75em 1em;
    border-radius: var(--_radius);
    background: var(--_surface);
    border: var(--_border-width) solid var(--_border);
    font-size: 0.9375em;
  }
  .danger {
    background: var(--_danger-ground);
    border-color: color-mix(in srgb, var(--_danger) 35%, var(--_background));
    color: var(--_danger);
  }
  .success {
    background: var(--_success-ground);
    border-color: color-mix(in srgb, var(--_success) 35%, var(--_background));
    color: var(--_success);
  }
  .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
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
