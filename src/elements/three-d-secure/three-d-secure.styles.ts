import { css } from 'lit';

export const threeDSecureStyles = css`
  /* Bank pages are made for 390 × 400 and 500 × 600 CSS pixels (EMV 3-D Secure, challenge window sizes). */
  iframe {
    display: block;
    inline-size: 100%;
    block-size: clamp(400px, 75vh, 600px);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: #fff;
    color-scheme: light;
  }
`;
