import { css } from 'lit';

export const oneTimeCodeStyles = css`
  form {
    display: grid;
    gap: 16px;
  }
  input {
    max-inline-size: 14em;
    font-size: 1.25em;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.2em;
  }
`;
