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
    --_accent: light-dark(#3b4cca, #a5b0ff);
    --_accent-text: light-dark(#fff, #10132b);
    --_mark: var(--_accent);
    --_background: var(--checkout-color-background, light-dark(#fff, #14161a));
    --_surface: var(--checkout-color-surface, light-dark(#f6f7f9, #1c1f25));
    --_field: var(--checkout-color-field, var(--_background));
    --_text: var(--checkout-color-text, light-dark(#16181d, #f2f3f5));
    --_muted: var(--checkout-color-text-muted, light-dark(#5a6070, #a4abb8));
    --_border: var(--checkout-color-border, light-dark(#e3e6ea, #2d323b));
    --_control: var(--checkout-color-control-border, light-dark(#878e9b, #6f7786));
    --_danger: var(--checkout-color-danger, light-dark(#b3261e, #ffb0a8));
    --_success: var(--checkout-color-success, light-dark(#14713d, #7bdba0));
    --_warning: var(--checkout-color-warning, light-dark(#7a4a00, #ffd08a));
    --_danger-ground: var(
      --checkout-color-danger-ground,
      color-mix(in srgb, var(--_danger) 7%, var(--_background))
    );
    --_success-ground: var(
      --checkout-color-success-ground,
      color-mix(in srgb, var(--_success) 7%, var(--_background))
    );
    --_warning-ground: var(
      --checkout-color-warning-ground,
      color-mix(in srgb, var(--_warning) 15%, var(--_background))
    );
    --_focus: var(--checkout-color-focus, light-dark(#2457d6, #a9c0ff));
    --_ring: var(--checkout-focus-width, 2px);
    --_ring-offset: var(--checkout-focus-offset, 2px);
    --_font: var(--checkout-font-family, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
    --_size: var(--checkout-font-size, max(16px, 1rem));
    --_size-small: var(--checkout-font-size-small, 0.875em);
    --_size-large: var(--checkout-font-size-large, 1.375em);
    --_weight-medium: var(--checkout-font-weight-medium, 550);
    --_weight-bold: var(--checkout-font-weight-bold, 650);
    --_line-height: var(--checkout-line-height, 1.5);
    --_radius: var(--checkout-radius, 10px);
    --_radius-card: var(--checkout-radius-card, 16px);
    --_border-width: var(--checkout-border-width, 1px);
    --_control-height: var(--checkout-control-height, 48px);
    --_space: var(--checkout-space, 16px);
    --_shadow: var(--checkout-shadow, 0 1px 2px rgb(16 18 27 / 6%), 0 8px 24px rgb(16 18 27 / 6%));
    --_shadow-button: var(--checkout-shadow-button, 0 1px 2px rgb(16 18 27 / 12%));
    --_duration: var(--checkout-duration, 0.15s);
    display: block;
    box-sizing: border-box;
    color: var(--_text);
    font: 400 var(--_size) / var(--_line-height) var(--_font);
    letter-spacing: normal;
    text-align: start;
    text-transform: none;
    text-indent: 0;
    word-break: normal;
    white-space: normal;
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
  }
  /* Korean parts its lines between words, and a Japanese headline between phrases, where the browser knows them. */
  :host(:lang(ko)) {
    word-break: keep-all;
  }
  h2:lang(ja) {
    word-break: auto-phrase;
  }
  @supports (color: rgb(from red r g b)) {
    :host {
      --_lum: calc(0.2126 * r + 0.7152 * g + 0.0722 * b);
      --_e: calc(0.5 + clamp(-0.5, (0.09 - b) * 1e6, 0.5) * clamp(0, (0.5197 - max(r, g)) * 1e6, 1));
      --_back: clamp(0, 5 * r - 2, 1) clamp(0, 5 * g - 2, 1) clamp(0, 5 * b - 2, 1);
      --_accent: color(
        from var(--checkout-color-accent, var(--_brand, light-dark(#3b4cca, #a5b0ff))) srgb r g b / 1
      );
      --_own: color(from var(--checkout-color-accent-text, light-dark(#fff, #10132b)) srgb r g b / 1);
      --_accent-text: color(
        from
          color-mix(
            in srgb-linear,
            var(--_own) 20%,
            color(
              from
                color-mix(
                  in srgb-linear,
                  color(
                    from var(--_accent) srgb-linear calc(var(--_lum) / 4.5) calc(1 - var(--_lum)) var(--_lum)
                  ),
                  color(from var(--_own) srgb-linear calc(1 - var(--_lum)) calc(var(--_lum) / 4.5) 0)
                )
                srgb-linear var(--_e) var(--_e) var(--_e)
            )
          )
          srgb-linear var(--_back)
      );
      --_mark: color(
        from
          color-mix(
            in srgb-linear,
            var(--_accent) 20%,
            color(
              from
                color-mix(
                  in srgb-linear,
                  color(
                    from var(--_background) srgb-linear calc(var(--_lum) / 3) calc(1 - var(--_lum))
                      var(--_lum)
                  ),
                  color(from var(--_accent) srgb-linear calc(1 - var(--_lum)) calc(var(--_lum) / 3) 0)
                )
                srgb-linear var(--_e) var(--_e) var(--_e)
            )
          )
          srgb-linear var(--_back)
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
    font-size: var(--_size-large);
    font-weight: var(--_weight-bold);
    line-height: 1.25;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  p {
    text-wrap: pretty;
  }
  h3 {
    font-size: 1em;
    font-weight: var(--_weight-bold);
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
    font-size: var(--_size-small);
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* A printer may leave dark grounds out, and light text with them would be gone. */
  @media print {
    :host {
      color-scheme: light !important;
      --_background: #fff;
      --_surface: #fff;
      --_text: #000;
      --_muted: #000;
      --_shadow: none;
    }
  }
  /* Whoever asks for more contrast is heard before the merchant. */
  @media (prefers-contrast: more) {
    :host {
      --_muted: var(--_text);
      --_border: var(--_control);
      --_control: var(--_text);
    }
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
