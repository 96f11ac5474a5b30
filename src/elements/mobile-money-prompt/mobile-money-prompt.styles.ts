import { css } from 'lit';

export const mobileMoneyPromptStyles = css`
  .steps {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 6px 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    list-style: none;
    counter-reset: step;
  }
  .steps li {
    display: flex;
    gap: 14px;
    align-items: center;
    padding: 10px 16px;
    font-weight: 550;
    counter-increment: step;
  }
  .steps li::before {
    content: counter(step);
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 2em;
    block-size: 2em;
    border-radius: 50%;
    background: color-mix(in srgb, var(--_accent) 14%, var(--_background));
    font-size: 0.875em;
    font-weight: 650;
  }
  .waiting {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
  }
  .waiting .spinner {
    color: var(--_accent);
  }
  .waiting > :nth-child(2) {
    flex: 1 1 5em;
  }
  .waiting .time {
    margin-inline-start: auto;
  }
`;
