import { css } from 'lit';

/** A text to scan, below the one to copy where it is narrow, and before it where there is room for both. */
export const qrStyles = css`
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
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
  @container screen (inline-size >= 28em) {
    .pair {
      grid-template-columns: 212px minmax(0, 1fr);
      gap: 24px;
    }
    .qr {
      inline-size: 100%;
      grid-area: 1 / 1;
    }
  }
`;
