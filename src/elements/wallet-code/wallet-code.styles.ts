import { css } from 'lit';

export const walletCodeStyles = css`
  /* Read from here and typed there: as large as a line takes. */
  .typed .copied {
    color: var(--_text);
    font-size: 1.375em;
    letter-spacing: 0.08em;
    text-align: center;
  }
`;
