import { css } from 'lit';

export const payButtonStyles = css`
  button {
    inline-size: 100%;
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
    margin-block-start: 8px;
    text-align: center;
  }
`;
