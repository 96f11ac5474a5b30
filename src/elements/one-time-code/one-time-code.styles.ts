import { css } from 'lit';

export const oneTimeCodeStyles = css`
  form {
    display: grid;
    gap: 8px;
  }
  input {
    font-size: min(1.375em, 12cqi);
    letter-spacing: min(0.3em, 2cqi);
    text-align: center;
  }
`;
