import { css } from 'lit';

export const customerFieldsStyles = css`
  /* Nothing to ask and nothing to tell: not even a gap in the page. */
  :host(:state(empty)) {
    display: none;
  }
  h3 {
    margin-block-end: 12px;
  }
`;
