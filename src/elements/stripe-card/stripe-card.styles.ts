import { css } from 'lit';

export const stripeCardStyles = css`
  .stage {
    min-block-size: 0;
  }
  ::slotted(*) {
    display: block;
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
