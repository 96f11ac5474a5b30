import { html, raw } from 'hono/html';
import type { Settings } from './settings.js';
import { WORDS, type WordKey } from './words.js';

/** What a template of hono/html gives. */
export type Markup = ReturnType<typeof html>;

export interface Page {
  readonly title: string;
  readonly settings: Settings;
  /** Pieces in the cart. */
  readonly count: number;
  readonly body: Markup;
  /** More for the head: scripts, a refresh. */
  readonly head?: Markup;
  /** Class of the body. */
  readonly kind: string;
}

/** A word that the page's script can say again in another language. */
export const word = ({ locale }: Settings, key: WordKey): Markup =>
  html`<span data-word="${key}">${WORDS[locale][key]}</span>`;

const mark = raw(
  `<svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true"><path class="mark-a" d="M16 1 27 12H16z"/><path class="mark-b" d="M16 1 5 12h11z"/><path class="mark-c" d="M5 12h11v12z"/><path class="mark-d" d="M27 12H16v12z"/><path class="mark-tail" d="M16 24c-3 3 3 4 0 7"/></svg>`,
);

/** The frame around every page of the shop. No inline style and no inline script: the policy allows neither. */
export const layout = ({ title, settings, count, body, head, kind }: Page): Markup =>
  html`<!doctype html>
    <html lang="${settings.locale}" data-theme="${settings.theme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Pandorga</title>
        <link rel="icon" href="/art/andorinha.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/shop.css" />
        ${head ?? ''}
      </head>
      <body class="${kind}">
        <header class="top">
          <a class="brand" href="/" aria-label="Pandorga">${mark}<span>Pandorga</span></a>
          <nav>
            <a href="/#kites">${word(settings, 'nav.kites')}</a>
            <a href="/spa">${word(settings, 'nav.gift')}</a>
            <a class="cart-link" href="/cart">${word(settings, 'nav.cart')} <b>${count}</b></a>
          </nav>
        </header>
        <main>${body}</main>
        <footer class="foot">${word(settings, 'footer.text')}</footer>
      </body>
    </html>`;
