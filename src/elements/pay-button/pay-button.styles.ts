import { css } from 'lit';

export const payButtonStyles = css`
  button {
    inline-size: 100%;
    font-size: 1.0625em;
  }
  [aria-disabled='true'] {
    cursor: default;
    opacity: 0.85;
  }
  svg {
    flex: none;
    inline-size: 1em;
    block-size: 1em;
  }
  bdi {
    min-inline-size: 0;
  }
  p {
    margin-block-start: 0.625em;
    text-align: center;
  }
`;
