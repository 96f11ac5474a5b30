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
  /* The longest date has a line of its own, and is not broken there. */
  @container screen (inline-size < 16em) {
    .facts > :nth-child(2) dd {
      font-size: 0.9em;
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
  /* Where a field does not fit its own text it lies on the text for paper, which is laid out unseen. */
  @supports (anchor-name: --a) and (not (field-sizing: content)) {
    @media screen {
      label {
        position: relative;
      }
      .paper {
        display: block;
        visibility: hidden;
        anchor-name: --paper;
        min-block-size: 48px;
        margin-block-start: 6px;
        padding: 0.7em 0.9em;
        border: 1px solid;
        font:
          400 1em / 1.5 ui-monospace,
          'SF Mono',
          Menlo,
          Consolas,
          monospace;
        overflow-wrap: anywhere;
      }
      .copied {
        position: absolute;
        inset: anchor(--paper top) 0 auto;
        block-size: anchor-size(--paper height);
        margin: 0;
      }
    }
  }
  @media print {
    .bars {
      inline-size: min(100%, 108mm);
    }
  }
`;
