import { css } from 'lit';

/** On paper the bars are as wide as Febraban asks: 103 mm between their quiet zones. */
export const boletoPaymentStyles = css`
  .bars {
    inline-size: min(100%, 425px);
    box-sizing: content-box;
    justify-self: center;
    padding-block: 10px;
    background: #fff;
    forced-color-adjust: none;
  }
  @media print {
    .bars {
      inline-size: min(100%, 108mm);
    }
  }
`;
