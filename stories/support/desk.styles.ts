import { css } from 'lit';

/** The Storybook's own panels, beside what is shown of the product. */
export const deskStyles = css`
  :host {
    display: block;
    margin-block: 16px;
    padding: 16px;
    border: 1px solid light-dark(#878e9b, #6f7786);
    border-radius: 10px;
    background: light-dark(#fff, #14161a);
    color: light-dark(#16181d, #f2f3f5);
    font:
      400 15px/1.5 system-ui,
      sans-serif;
  }
  h2 {
    margin: 0 0 8px;
    font-size: 17px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: end;
    margin-block-end: 12px;
  }
  label {
    display: grid;
    gap: 2px;
  }
  button,
  select,
  input,
  textarea {
    box-sizing: border-box;
    min-block-size: 44px;
    padding-inline: 12px;
    border: 1px solid light-dark(#878e9b, #6f7786);
    border-radius: 8px;
    background: light-dark(#f6f7f9, #1c1f25);
    color: inherit;
    font: inherit;
  }
  input[type='color'] {
    inline-size: 56px;
    padding: 4px;
  }
  textarea {
    inline-size: 100%;
    padding-block: 8px;
    font:
      13px/1.5 ui-monospace,
      monospace;
  }
  ol {
    max-block-size: 160px;
    margin: 0;
    padding-inline-start: 24px;
    overflow-y: auto;
  }
  .tokens {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(260px, 1fr));
    gap: 12px;
    margin-block-end: 16px;
  }
  .pair {
    display: flex;
    gap: 8px;
  }
  .pair input[type='text'] {
    flex: 1;
    min-inline-size: 0;
  }
  small {
    display: block;
    color: light-dark(#5a6070, #a4abb8);
  }
  .fault {
    color: light-dark(#b3261e, #ffb0a8);
  }
  [aria-invalid='true'] {
    border-color: light-dark(#b3261e, #ffb0a8);
  }
`;
