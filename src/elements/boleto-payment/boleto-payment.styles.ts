import { css } from 'lit';

export const boletoPaymentStyles = css`
  textarea {
    display: block;
    inline-size: 100%;
    margin: 0;
    padding: 0.7em 0.8em;
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
    letter-spacing: 0.02em;
    resize: none;
    field-sizing: content;
  }
`;
