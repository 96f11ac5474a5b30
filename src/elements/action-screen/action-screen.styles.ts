import { css } from 'lit';

/** What the screens of all next actions look like: one column, one thing to do. */
export const actionScreenStyles = css`
  :host {
    container: screen / inline-size;
  }
  .screen {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
  }
  .screen > h2 + p {
    margin-block-start: -12px;
    color: var(--_muted);
  }
  .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
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
  @container screen (inline-size < 16em) {
    .facts {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    .facts dd {
      margin-block-end: 6px;
      text-align: start;
    }
  }
  label {
    display: block;
    font-size: 0.875em;
    font-weight: 500;
  }
  .copied {
    display: block;
    inline-size: 100%;
    margin: 6px 0 0;
    padding: 0.75em 0.9em;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_background);
    color: var(--_text);
    font:
      400 1em / 1.5 ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      monospace;
    resize: none;
    field-sizing: content;
  }
  /* One line of it says enough. */
  input.copied {
    color: var(--_muted);
    text-overflow: ellipsis;
  }
  /* Its room is there before the picture is: nothing moves when it comes. */
  .qr {
    aspect-ratio: 1;
    inline-size: min(100%, 248px);
    justify-self: center;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow: clip;
  }
  .missing {
    display: grid;
    gap: 12px;
    align-content: center;
    padding: 16px;
    text-align: center;
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
  /* A printer may leave the dark ground out, and light text with it would be gone. */
  @media print {
    :host {
      color-scheme: light;
      background: var(--_background);
    }
    button,
    .primary,
    .secondary {
      display: none;
    }
  }
`;
