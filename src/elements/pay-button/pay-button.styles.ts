import { css } from 'lit';

export const payButtonStyles = css`
  .primary {
    inline-size: 100%;
    padding-inline: min(1.125em, 5%);
  }
  [aria-disabled='true'] {
    cursor: default;
    opacity: 0.85;
  }
  /* Gives its room to an amount of large letters: a number that is cut in two is another number. */
  svg {
    flex: 0 9999 1em;
    min-inline-size: 0;
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
