import { css } from 'lit';

/** What the screens of all next actions look like: one column, one thing to do. */
export const actionScreenStyles = css`
  :host {
    container: screen / inline-size;
  }
  .screen {
    display: grid;
    gap: 20px;
    justify-items: stretch;
  }
  .screen > h2 + p {
    margin-block-start: -12px;
    color: var(--_muted);
  }
  .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
  }
  .time {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .time bdi {
    color: var(--_text);
    font-weight: 600;
  }
  .facts {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 6px 20px;
    padding: 14px 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .facts dt {
    color: var(--_muted);
  }
  .facts dd {
    font-weight: 600;
    text-align: end;
  }
  textarea {
    display: block;
    inline-size: 100%;
    margin: 0;
    padding: 0.7em 0.8em;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_background);
    color: var(--_muted);
    font:
      400 0.8125em / 1.45 ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      monospace;
    overflow-wrap: anywhere;
    resize: none;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: center;
  }
  .primary,
  .secondary {
    inline-size: 100%;
  }
  button:disabled {
    opacity: 0.6;
    cursor: default;
  }
`;
