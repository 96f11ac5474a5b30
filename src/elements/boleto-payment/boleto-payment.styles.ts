import { css } from 'lit';

export const boletoPaymentStyles = css`
  #line {
    color: var(--_text);
    font-size: 0.9375em;
    letter-spacing: 0.02em;
  }
`;
