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
