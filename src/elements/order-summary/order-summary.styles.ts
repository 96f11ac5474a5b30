import { css } from 'lit';

export const orderSummaryStyles = css`
  .head,
  .toggle,
  .item,
  .line {
    display: flex;
    align-items: center;
    gap: 0.75em;
  }
  /* Holds two lines of a name, so that no name moves what is below it. */
  .head {
    flex-wrap: wrap;
    min-block-size: 2.75em;
  }
  .logo {
    flex: none;
    inline-size: 2.25em;
    block-size: 2.25em;
    border-radius: 8px;
    object-fit: cover;
    background: var(--_accent);
    color: var(--_accent-text);
    font-weight: 650;
    line-height: 2.25em;
    text-align: center;
  }
  .merchant {
    flex: 1 1 4em;
    min-inline-size: 0;
    font-weight: 600;
    line-height: 1.25;
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
    margin-block-start: 24px;
    font-size: 0.875em;
    font-weight: 500;
    line-height: 1.5;
    letter-spacing: 0;
  }
  /* Flexible, so that an amount of either direction begins where the line does. */
  .amount {
    display: flex;
    margin-block-end: 24px;
    font-size: 2.25em;
    font-weight: 650;
    line-height: 1.2;
    letter-spacing: -0.025em;
    /* A number that is cut in two is another number. */
    container-type: inline-size;
  }
  .amount bdi {
    font-size: clamp(0.5em, 13cqi, 1em);
  }
  .long bdi {
    font-size: clamp(0.5em, 7.5cqi, 1em);
  }
  :host([collapsible]) .intent {
    margin-block-start: 8px;
  }
  :host([collapsible]) .amount {
    margin-block-end: 0;
    block-size: 1.2em;
    font-size: 1.75em;
  }
  .toggle {
    min-block-size: 44px;
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 550;
    cursor: pointer;
    list-style: none;
    border-radius: 6px;
  }
  .bone {
    background: color-mix(in srgb, var(--_text) 7%, transparent);
    animation: pulse 1.2s infinite alternate;
  }
  .bone:not(.logo) {
    display: inline-block;
    inline-size: 5em;
    block-size: 0.75em;
    border-radius: 4px;
  }
  @keyframes pulse {
    to {
      opacity: 0.45;
    }
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
    transition: rotate var(--_duration);
  }
  @media (prefers-reduced-motion: reduce) {
    .bone,
    summary::after {
      animation: none;
      transition: none;
    }
  }
  [open] > summary::after {
    margin-block-start: 0.2em;
    rotate: 225deg;
  }
  [open] {
    padding-block-end: 12px;
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
    flex: 1 1 8em;
    min-inline-size: 0;
  }
  .sum,
  .line > dd {
    margin-inline-start: auto;
  }
  .name {
    font-weight: 500;
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
