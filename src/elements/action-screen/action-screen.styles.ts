import { css } from 'lit';

/**
 * What the screens of all next actions look like: what to do, how much and until when, the thing itself, and the one
 * button to press; then, quietly, the ways out. Nothing in them moves by itself: what may come later has its room.
 */
export const actionScreenStyles = css`
  :host {
    container: screen / inline-size;
  }
  .screen {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    font-variant-numeric: tabular-nums;
    animation: settle 0.3s ease-out;
  }
  /* Settles into its place when it takes the place of the screen before. It is never pale: it can be read at once. */
  @keyframes settle {
    from {
      translate: 0 8px;
    }
  }
  .screen > h2 + p {
    margin-block-start: -12px;
    color: var(--_muted);
  }
  /* Live regions stand empty from the start, and take no line of their own while there is nothing to see in them. */
  [role='alert']:not(:has(:not(.sr))),
  [role='status']:not(:has(:not(.sr))) {
    position: absolute;
  }
  /* As large as the words that may stand here in turn: neither moves what is around it. */
  .room {
    display: grid;
  }
  .room > *,
  .room::after {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }
  .room > span {
    display: flex;
    gap: 0.5em;
    align-items: center;
    justify-content: center;
  }
  .room::after {
    content: attr(data-room);
    visibility: hidden;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 10px 20px;
    justify-content: space-between;
    padding: 14px 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  dt {
    color: var(--_muted);
    font-size: 0.875em;
  }
  dd {
    font-weight: 600;
    line-height: 1.75;
    overflow-wrap: anywhere;
  }
  .facts > :first-child dd {
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.2727;
  }
  /* The second stands beside the amount where it has room, else below it, and is broken on neither side. */
  .facts > :nth-child(3) {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    gap: 0 20px;
    align-items: center;
    justify-content: space-between;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_border);
  }
  @container screen (inline-size < 16em) {
    .facts > * {
      flex-basis: 100%;
    }
    .facts > :first-child dd {
      font-size: 1.125em;
    }
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
  /* The link below has room of its own above its words. */
  .ways > .small {
    margin-block-end: -8px;
  }
  /* Hangs before the words, which stay where they are. */
  button > .spinner {
    margin-inline-start: -1.75em;
  }
  button:disabled {
    opacity: 0.6;
    cursor: default;
  }
  /* Nothing on paper can be pressed. */
  @media print {
    button,
    .primary,
    .secondary {
      display: none;
    }
  }
`;
