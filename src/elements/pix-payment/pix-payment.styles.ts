import { css } from 'lit';

export const pixPaymentStyles = css`
  .pix,
  .code {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    align-content: start;
  }
  .qr {
    inline-size: min(100%, 248px);
    justify-self: center;
    background: #fff;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    forced-color-adjust: none;
  }
  @container screen (inline-size >= 28em) {
    .pix {
      grid-template-columns: auto minmax(0, 1fr);
      gap: 20px;
    }
    .qr {
      inline-size: 212px;
      grid-area: 1 / 1;
    }
  }
`;
