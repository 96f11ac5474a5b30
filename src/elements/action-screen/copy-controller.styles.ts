import { css } from 'lit';

/** A text to copy, in a field and by its button. */
export const copyStyles = css`
  .copy {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    align-content: center;
  }
  label {
    display: block;
    font-size: 0.875em;
    font-weight: 550;
  }
  .copied {
    display: block;
    inline-size: 100%;
    min-block-size: 48px;
    margin: 6px 0 0;
    padding: 0.7em 0.9em;
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
    resize: none;
    field-sizing: content;
    /* Groups of figures change places in a line that runs the other way. */
    direction: ltr;
  }
  /* The icon is there in both of its states. */
  .copy .room[data-room]::after {
    padding-inline-start: 1.75em;
    font: inherit;
  }
  /* One line of it says enough. */
  input.copied {
    color: var(--_muted);
    text-overflow: ellipsis;
  }
  /* Drawn once, when it is done. */
  .done {
    stroke-dasharray: 1;
    animation: draw 0.3s ease-out backwards;
  }
  @keyframes draw {
    from {
      stroke-dashoffset: 1;
    }
  }
  .paper {
    display: none;
  }
  /* No text of the page: it stands there already, in the field. */
  .paper::before {
    content: attr(data-text);
  }
  /* No field on paper is scrolled: the whole code stands in its place. */
  @media print {
    .paper {
      display: block;
      direction: ltr;
      margin-block-start: 6px;
      font:
        400 1em / 1.5 ui-monospace,
        monospace;
      overflow-wrap: anywhere;
    }
    .copied {
      display: none;
    }
  }
`;
