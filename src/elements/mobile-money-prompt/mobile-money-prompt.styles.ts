import { css } from 'lit';

export const mobileMoneyPromptStyles = css`
  .card {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .waiting {
    display: flex;
    gap: 14px;
    align-items: center;
    padding: 16px;
    border-block-end: 1px solid var(--_border);
    font-weight: 600;
  }
  /* It is the phone that something happens on, not this page. */
  .phone {
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 2.75em;
    block-size: 2.75em;
    border-radius: 50%;
    background: color-mix(in srgb, var(--_accent) 14%, var(--_background));
  }
  .phone::before {
    content: '';
    position: absolute;
    inset: 0;
    border: 2px solid var(--_accent);
    border-radius: inherit;
    opacity: 0;
    animation: ring 2s ease-out infinite;
  }
  .phone .icon {
    animation: buzz 2s ease-in-out infinite;
  }
  @keyframes ring {
    from {
      opacity: 0.7;
    }
    70%,
    to {
      opacity: 0;
      scale: 1.45;
    }
  }
  @keyframes buzz {
    4%,
    12% {
      rotate: -9deg;
    }
    8%,
    16% {
      rotate: 9deg;
    }
    20% {
      rotate: 0deg;
    }
  }
  /* What is said when the time is over takes the place of the steps. */
  .over,
  .card > .room::after {
    padding: 16px;
  }
  .steps {
    margin: 0;
    padding: 8px 0;
    list-style: none;
    counter-reset: step;
  }
  .gone {
    visibility: hidden;
  }
  .steps li {
    display: flex;
    gap: 14px;
    align-items: center;
    padding: 8px 16px;
    counter-increment: step;
  }
  .steps li::before {
    content: counter(step);
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 2em;
    block-size: 2em;
    margin-inline: 0.571em;
    border: 1px solid var(--_control);
    border-radius: 50%;
    font-size: 0.875em;
    font-weight: 600;
  }
`;
