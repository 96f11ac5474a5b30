import { css } from 'lit';

/**
 * The look of every element. A merchant sets the public `--checkout-*` tokens anywhere above; an element reads the
 * private `--_*` names, which are the tokens or our defaults (a token itself is never declared here, or an inner element
 * would hide what the page set). `--_brand` is the session's branding, below the merchant's own style.
 *
 * The font size follows the shopper's own, and is never below what makes a phone zoom into a field. Headings take the
 * focus by script when a screen changes, never by Tab, so that they need no ring.
 *
 * Every default pair of text and ground reaches WCAG AA in both schemes. On an accent we do not know, the text is the
 * one of black and white that reaches it: relative luminance 0.18 is where both give 4.5:1.
 */
export const tokensStyles = css`
  :host {
    --_accent: var(--checkout-color-accent, var(--_brand, light-dark(#3b4cca, #a5b0ff)));
    --_accent-text: var(--checkout-color-accent-text, light-dark(#fff, #10132b));
    --_background: var(--checkout-color-background, light-dark(#fff, #14161a));
    --_surface: var(--checkout-color-surface, light-dark(#f6f7f9, #1c1f25));
    --_text: var(--checkout-color-text, light-dark(#16181d, #f2f3f5));
    --_muted: var(--checkout-color-text-muted, light-dark(#5a6070, #a4abb8));
    --_border: var(--checkout-color-border, light-dark(#e3e6ea, #2d323b));
    --_control: var(--checkout-color-control-border, light-dark(#878e9b, #6f7786));
    --_danger: var(--checkout-color-danger, light-dark(#b3261e, #ffb0a8));
    --_success: var(--checkout-color-success, light-dark(#14713d, #7bdba0));
    --_focus: var(--checkout-color-focus, light-dark(#2457d6, #a9c0ff));
    --_font: var(--checkout-font-family, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
    --_size: var(--checkout-font-size, max(16px, 1rem));
    --_radius: var(--checkout-radius, 10px);
    --_space: var(--checkout-space, 16px);
    --_shadow: var(--checkout-shadow, 0 1px 2px rgb(16 18 27 / 6%), 0 8px 24px rgb(16 18 27 / 6%));
    display: block;
    box-sizing: border-box;
    color: var(--_text);
    font: 400 var(--_size) / 1.5 var(--_font);
    letter-spacing: normal;
    text-align: start;
    text-transform: none;
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
  }
  @supports (color: color(from red srgb-linear r g b)) {
    :host {
      --_ink: clamp(0, (0.18 - 0.2126 * r - 0.7152 * g - 0.0722 * b) * 9999, 1);
      --_accent-text: var(
        --checkout-color-accent-text,
        color(from var(--_accent) srgb-linear var(--_ink) var(--_ink) var(--_ink))
      );
    }
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul {
    list-style: none;
  }
  h2 {
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  p {
    text-wrap: pretty;
  }
  h3 {
    font-size: 1em;
    font-weight: 600;
  }
  h2:focus {
    outline: none;
  }
  bdi {
    font-variant-numeric: tabular-nums;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: 0.875em;
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation-duration: 1ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 1ms !important;
    }
  }
`;
