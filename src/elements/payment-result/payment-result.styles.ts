import { css } from 'lit';

export const paymentResultStyles = css`
  .screen {
    display: grid;
    gap: 12px;
    justify-items: center;
    padding-block: 8px;
    text-align: center;
  }
  .mark {
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    margin-block-end: 4px;
    border-radius: 50%;
    background: color-mix(in srgb, var(--_tone) 12%, var(--_background));
    color: var(--_tone);
    --_tone: var(--_muted);
  }
  .mark.good {
    --_tone: var(--_success);
  }
  .mark.bad {
    --_tone: var(--_danger);
  }
  .mark .spinner {
    inline-size: 28px;
    block-size: 28px;
    color: var(--_accent);
  }
  .mark path {
    stroke-dasharray: 1;
    animation: draw 0.5s 0.1s ease-out backwards;
  }
  @keyframes draw {
    from {
      stroke-dashoffset: 1;
    }
  }
  p {
    max-inline-size: 28em;
  }
  dl {
    inline-size: 100%;
    margin-block: 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    text-align: start;
  }
  dl > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
    padding: 0.7em 1em;
  }
  dl > div + div {
    border-block-start: 1px solid var(--_border);
  }
  dd {
    font-weight: 550;
  }
  .reference {
    font-size: 0.875em;
    user-select: all;
  }
  .ways {
    display: grid;
    gap: 8px;
    inline-size: 100%;
    margin-block-start: 8px;
  }
`;
