import { css } from 'lit';

export const bankTransferStyles = css`
  .rows {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 12px;
    align-items: center;
    padding: 8px 8px 8px 16px;
  }
  .row + .row {
    border-block-start: 1px solid var(--_border);
  }
  .row > :not(button) {
    grid-column: 1;
  }
  .row > button {
    grid-area: 1 / 2 / span 2;
    padding-inline: 0.7em;
  }
  .value {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .value > span + span {
    margin-inline-start: 0.35em;
  }
  .row > .copied {
    margin: 0;
    padding: 0.3em 0.5em;
    color: var(--_text);
  }
  @media print {
    button {
      display: none;
    }
  }
`;
