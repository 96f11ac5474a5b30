import { css } from 'lit';

export const customerFieldsStyles = css`
  /* Nothing to ask and nothing to tell: not even a gap in the page. */
  :host(:state(empty)) {
    display: none;
  }
  .known {
    margin-block-end: var(--_space);
    color: var(--_muted);
    unicode-bidi: plaintext;
  }
  .known:last-child {
    margin-block-end: 0;
  }
`;
