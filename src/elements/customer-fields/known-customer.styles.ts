import { css } from 'lit';

/** Comes with the part that shows what is known. */
export const knownStyles = css`
  .known {
    list-style: none;
    margin: 0;
    padding: 2px 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .known:not(:last-child) {
    margin-block-end: var(--_space);
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 0.5em;
    align-items: center;
    padding-block: 8px;
  }
  li + li {
    border-block-start: 1px solid var(--_border);
  }
  bdi {
    grid-row: 2;
    overflow-wrap: anywhere;
  }
  li .link {
    grid-row: 1 / span 2;
    grid-column: 2;
  }
  .link {
    padding-inline: 0;
    font-size: 0.875em;
  }
  /* Large letters: the link goes below what it changes. */
  .known {
    container-type: inline-size;
  }
  @container (inline-size < 11em) {
    li {
      grid-template-columns: minmax(0, 1fr);
    }
    li .link {
      grid-area: auto;
      justify-self: start;
    }
  }
  .keep {
    justify-self: start;
    margin-block-start: calc(var(--_space) * -1);
    text-align: start;
    overflow-wrap: anywhere;
  }
`;
