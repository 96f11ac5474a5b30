import { css } from 'lit';

/** The tables of the Storybook's pages of text, which are on white in every theme. */
export const tableStyles = css`
  :host {
    display: block;
    margin-block: 16px 40px;
    overflow-x: auto;
    color-scheme: light;
    color: #16181d;
    font:
      400 14px/1.5 'Nunito Sans',
      system-ui,
      sans-serif;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  caption {
    padding-block: 24px 8px;
    font-weight: 700;
    font-size: 16px;
    text-align: start;
  }
  th,
  td {
    padding: 8px 12px 8px 0;
    border-block-end: 1px solid #e3e6ea;
    text-align: start;
    vertical-align: top;
  }
  thead th {
    color: #5a6070;
    font-weight: 600;
    font-size: 13px;
  }
  thead th:first-child {
    min-inline-size: 180px;
  }
  tbody th {
    font-weight: 400;
    white-space: nowrap;
  }
  code {
    font:
      13px/1.5 ui-monospace,
      monospace;
    overflow-wrap: anywhere;
  }
  a {
    color: #2457d6;
  }
  .value {
    display: flex;
    gap: 8px;
    align-items: start;
  }
  .swatch {
    flex: none;
    inline-size: 32px;
    block-size: 20px;
    border: 1px solid #878e9b;
    border-radius: 4px;
  }
  .row {
    display: flex;
    gap: 4px;
    padding: 8px;
    border: 1px solid #e3e6ea;
    border-radius: 6px;
    inline-size: max-content;
  }
`;
