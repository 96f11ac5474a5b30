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
  /* Live regions stand empty from the start, and take no line of their own while there is nothing to see in them. */
  [role='alert']:not(:has(:not(.sr))),
  [role='status']:not(:has(:not(.sr))) {
    position: absolute;
  }
  .time {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
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
  .copied {
    color: var(--_muted);
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    text-overflow: ellipsis;
  }
  .ways {
    display: grid;
    gap: 8px;
    justify-items: center;
    text-align: center;
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
