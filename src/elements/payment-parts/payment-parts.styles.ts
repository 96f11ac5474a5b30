import { css } from 'lit';

export const paymentPartsStyles = css`
  section {
    padding: 12px 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-size: 0.875em;
  }
  .title {
    margin-block-end: 4px;
    color: var(--_muted);
  }
  li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    padding-block: 2px;
  }
  .name {
    flex: 1;
    min-inline-size: 5em;
  }
  .amount {
    font-variant-numeric: tabular-nums;
  }
  .state {
    min-inline-size: 7em;
    margin-inline-start: auto;
    color: var(--_muted);
    text-align: end;
  }
  .now {
    font-weight: 600;
  }
  .now .state {
    color: inherit;
  }
  .succeeded .state {
    color: var(--_success);
  }
  .failed .state {
    color: var(--_danger);
  }
`;
