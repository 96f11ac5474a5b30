import { css } from 'lit';

export const stripeActionStyles = css`
  .waiting {
    display: flex;
    gap: 0.75em;
    align-items: center;
  }
  .waiting:empty {
    position: absolute;
  }
  .spinner {
    color: var(--_accent);
  }
`;
