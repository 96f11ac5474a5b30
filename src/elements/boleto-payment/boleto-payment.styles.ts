import { css } from 'lit';

/** On paper the bars are as wide as Febraban asks: 103 mm between their quiet zones. */
export const boletoPaymentStyles = css`
  /* No group of its digits alone on a line: on one line where there is room, else on two of one length. */
  .copied {
    text-wrap: balance;
  }
  @container screen (inline-size >= 29em) {
    .copied {
      font-size: 0.93em;
    }
  }
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
