import { css } from 'lit';

export const oneTimeCodeStyles = css`
  form {
    display: grid;
    gap: 16px;
  }
  .field > label {
    font-size: 0.875em;
    font-weight: 500;
  }
  input {
    max-inline-size: 14em;
    font-size: 1.25em;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.2em;
  }
`;
