import { css } from 'lit';

export const oneTimeCodeStyles = css`
  form {
    display: grid;
    gap: 8px;
  }
  input {
    font-size: 1.375em;
    letter-spacing: 0.3em;
    text-align: center;
  }
`;
