import { css } from 'lit';

export const pixPaymentStyles = css`
  .pix,
  .code {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    align-content: start;
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
