import { css } from 'lit';

export const paymentSplitStyles = css`
  :host([hidden]) {
    display: none;
  }
  .open {
    inline-size: 100%;
  }
  .panel {
    display: grid;
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: center;
    justify-content: space-between;
  }
  h3 {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }
  ul {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: 0 12px;
    align-items: center;
    border-block-end: 1px solid var(--_border);
  }
  .link {
    padding-inline: 0;
    font-size: 0.875em;
  }
  .amount {
    font-variant-numeric: tabular-nums;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 6px 8px;
  }
  .row .error {
    grid-column: 1 / -1;
  }
  .alert:empty {
    position: absolute;
  }
  .left {
    font-weight: 600;
  }
  .paid + * {
    margin-block-start: 16px;
  }
  @container fields (inline-size < 22em) {
    .row {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
