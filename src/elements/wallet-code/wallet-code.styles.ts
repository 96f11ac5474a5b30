import { css } from 'lit';

export const walletCodeStyles = css`
  /* Read from here and typed there: as large as a line takes. */
  .copied {
    color: var(--_text);
    font-size: 1.5em;
    letter-spacing: 0.06em;
    text-align: center;
  }
  .qr {
    inline-size: min(100%, 200px);
  }
`;
