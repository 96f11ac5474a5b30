import { css } from 'lit';

export const orderSummaryStyles = css`
  .head,
  summary,
  .item,
  .line {
    display: flex;
    align-items: center;
    gap: 0.75em;
  }
  .head {
    flex-wrap: wrap;
  }
  .logo {
    flex: none;
    inline-size: 2em;
    block-size: 2em;
    border-radius: 8px;
    object-fit: cover;
    background: var(--_accent);
    color: var(--_accent-text);
    font-weight: 650;
    line-height: 2em;
    text-align: center;
  }
  .merchant {
    flex: 0 1 auto;
    min-inline-size: 0;
    max-inline-size: calc(100% - 2.75em);
    font-weight: 600;
    line-height: 1.3;
  }
  .badge {
    flex: none;
    padding: 0.1em 0.6em;
    border-radius: 99px;
    background: var(--_warning-ground);
    color: var(--_warning);
    font-size: 0.75em;
    font-weight: 600;
  }
  .intent {
    margin-block-start: 28px;
    font-size: 1em;
    font-weight: 500;
    letter-spacing: 0;
  }
  .amount {
    margin-block: 2px 28px;
    font-size: 2.25em;
    font-weight: 650;
    line-height: 1.15;
    letter-spacing: -0.025em;
    /* A number that is cut in two is another number. */
    container-type: inline-size;
  }
  .amount bdi {
    display: block;
    font-size: clamp(0.5em, 13cqi, 1em);
  }
  :host([collapsible]) .intent {
    margin-block-start: 12px;
    font-size: 0.875em;
  }
  :host([collapsible]) .amount {
    margin-block: 0 4px;
    font-size: 1.75em;
  }
  summary {
    min-block-size: 44px;
    color: var(--_muted);
    font-size: 0.9375em;
    font-weight: 550;
    cursor: pointer;
    list-style: none;
    border-radius: 6px;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: '';
    inline-size: 0.45em;
    block-size: 0.45em;
    margin-block-start: -0.25em;
    border: solid currentcolor;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
    transition: rotate 0.15s;
  }
  [open] > summary::after {
    margin-block-start: 0.2em;
    rotate: 225deg;
  }
  .items {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  order-items {
    display: block;
    block-size: min(26em, 70vh);
  }
  [open] > .items,
  [open] > order-items {
    margin-block-start: 8px;
  }
  /* An amount that does not fit beside its name goes below it: with large text, or in a currency of many figures. */
  .item,
  .line {
    flex-wrap: wrap;
    row-gap: 0;
  }
  .item {
    align-items: start;
    line-height: 1.4;
  }
  .item img {
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 8px;
    object-fit: cover;
    background: var(--_border);
  }
  .item > div {
    flex: 1 1 6em;
    min-inline-size: 0;
  }
  .sum,
  .line > dd {
    margin-inline-start: auto;
  }
  .name {
    font-weight: 550;
  }
  .sum,
  .line bdi {
    white-space: nowrap;
  }
  .totals {
    display: grid;
    gap: 8px;
    margin-block-start: 20px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_border);
  }
  /* The room that the bar of a long list takes: sums stand below prices. */
  @media screen {
    order-items + .totals {
      overflow: auto;
      scrollbar-gutter: stable;
    }
  }
  .line {
    color: var(--_muted);
    align-items: baseline;
  }
  .line.strong {
    color: var(--_text);
    font-weight: 600;
  }
  /* Paper neither scrolls nor opens. */
  @media print {
    order-items {
      block-size: auto;
    }
    ::details-content {
      content-visibility: visible;
    }
  }
`;
