import { css } from 'lit';

/** A moment to wait for, in the room of the button that comes then. */
export const resendStyles = css`
  .later {
    border-color: transparent;
    background: none !important;
    color: var(--_muted);
    cursor: default;
  }
  .later > .room > span,
  button > .room[data-room]::after {
    font-size: 0.875em;
    font-weight: 400;
  }
`;
