import { css } from 'lit';

export const paymentResultStyles = css`
  :host {
    container: screen / inline-size;
  }
  .screen {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    justify-items: center;
    padding-block: 12px;
    text-align: center;
    font-variant-numeric: tabular-nums;
    animation: settle 0.3s ease-out;
  }
  .mark {
    display: grid;
    place-items: center;
    inline-size: 64px;
    block-size: 64px;
    margin-block-end: 8px;
    border-radius: 50%;
    background: color-mix(in srgb, var(--_tone) 12%, var(--_background));
    color: var(--_tone);
    --_tone: var(--_muted);
  }
  .mark.good {
    --_tone: var(--_success);
    animation: pop 0.4s cubic-bezier(0.2, 1.4, 0.4, 1);
  }
  .mark.bad {
    --_tone: var(--_danger);
  }
  .mark:has(.spinner) {
    background: none;
  }
  .mark .spinner {
    inline-size: 100%;
    block-size: 100%;
    border-width: 4px;
    color: var(--_accent);
    animation-duration: 1.2s;
  }
  .mark path {
    stroke-dasharray: 1;
    animation: draw 0.45s 0.2s cubic-bezier(0.6, 0, 0.3, 1) backwards;
  }
  @keyframes draw {
    from {
      stroke-dashoffset: 1;
    }
  }
  @keyframes settle {
    from {
      translate: 0 8px;
    }
  }
  @keyframes pop {
    from {
      scale: 0.6;
    }
  }
  p {
    max-inline-size: 28em;
    text-wrap: balance;
  }
  dl {
    inline-size: 100%;
    margin-block-start: 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: start;
  }
  dl > div {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 1em;
    padding: 10px 16px;
  }
  dl > div + div {
    border-block-start: 1px solid var(--_border);
  }
  dt {
    font-size: 0.875em;
  }
  dd {
    font-weight: 600;
  }
  .receipt > :first-child dd {
    font-size: 1.375em;
    font-weight: 650;
    letter-spacing: -0.015em;
  }
  @container screen (inline-size < 16em) {
    .receipt > :first-child dd {
      font-size: 1.125em;
    }
  }
  .reference {
    font-size: 0.875em;
    overflow-wrap: anywhere;
    user-select: all;
  }
  .ways {
    display: grid;
    gap: 8px;
    inline-size: 100%;
    margin-block-start: 12px;
  }
  .ways:not(:has(*)) {
    display: none;
  }
  /* As large as the words that may stand here in turn. */
  .room {
    display: grid;
  }
  .room > *,
  .room::after {
    grid-area: 1 / 1;
  }
  .room::after {
    content: attr(data-room);
    visibility: hidden;
  }
`;
