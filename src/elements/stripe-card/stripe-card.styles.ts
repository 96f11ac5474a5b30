import { css } from 'lit';

export const stripeCardStyles = css`
  .stage {
    min-block-size: 0;
  }
  /* A frame whose scheme is not its element's is painted on an opaque ground, and Stripe's documents know one only. */
  ::slotted(*) {
    display: block;
    color-scheme: light;
  }
  /* Stripe's one-line field has no edge of its own. */
  .line {
    min-block-size: 48px;
    padding: 14px 12px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_background);
  }
  .ghost span:nth-child(2):not(:last-child) {
    grid-column: auto;
  }
  .ghost :last-child {
    grid-column: auto;
  }
`;
