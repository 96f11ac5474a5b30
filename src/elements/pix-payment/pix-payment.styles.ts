import { css } from 'lit';

export const pixPaymentStyles = css`
  .pix {
    display: grid;
    gap: 20px;
  }
  .code {
    display: grid;
    gap: 12px;
    align-content: start;
  }
  .picture {
    display: grid;
    gap: 10px;
    justify-items: center;
    align-content: start;
  }
  .qr {
    inline-size: min(100%, 248px);
    block-size: auto;
    aspect-ratio: 1;
    background: #fff;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    forced-color-adjust: none;
  }
  @container screen (inline-size >= 32em) {
    .pix {
      grid-template-columns: auto minmax(0, 1fr);
      gap: 28px;
    }
    .picture {
      grid-column: 1;
      grid-row: 1;
    }
    .qr {
      inline-size: 224px;
    }
  }
`;
