import { html, raw } from 'hono/html';
import { formatMoney } from '../../src/core/money/format-money.js';
import { PRODUCTS, type Product } from './catalogue.js';
import { layout, word, type Markup } from './layout.js';
import type { Settings } from './settings.js';
import { WORDS } from './words.js';

/** Drawn in the page, so that its dunes and strings take the theme's colours. */
const scene =
  raw(`<svg class="scene" viewBox="0 0 1200 620" preserveAspectRatio="xMaxYMax slice" aria-hidden="true">
  <path class="cloud" d="M470 96a22 22 0 0 1 27-26 36 36 0 0 1 67-5 28 28 0 0 1 37 31zM1010 84a18 18 0 0 1 22-21 28 28 0 0 1 53-4 22 22 0 0 1 29 25z"/>
  <path class="dune-far" d="M0 520c150-46 270-30 400-8s250 26 400-18 270-52 400-20v146H0z"/>
  <path class="strings" d="M812 234C780 400 660 520 536 548M1042 350C960 470 800 560 650 574M606 262C590 400 560 500 536 548"/>
  <image href="/art/albatroz.svg" x="650" y="34" width="320" height="320" transform="rotate(-9 810 194)"/>
  <image href="/art/andorinha.svg" x="962" y="214" width="170" height="170" transform="rotate(14 1047 299)"/>
  <image href="/art/caixote.svg" x="532" y="148" width="138" height="138"/>
  <path class="dune-near" d="M0 580c180-40 320-10 480 0s330-34 470-38 180 12 250 26v52H0z"/>
  <g class="people"><circle cx="492" cy="523" r="8.5"/><path d="M485 533h14l4 46h-8l-3-25-4 25h-8z"/><path class="arm" d="M494 541l14 11 28-4"/>
  <circle cx="626" cy="556" r="6.5"/><path d="M621 563h10l3 32h-6l-2-17-3 17h-6z"/><path class="arm" d="M629 568l9 7 12-1"/></g>
</svg>`);

const card = (settings: Settings, product: Product): Markup => html`
  <li class="product tint-${product.id}">
    <img src="/art/${product.id}.svg" alt="" width="400" height="400" />
    <div class="product-text">
      <p class="kind">${word(settings, product.kind)}</p>
      <h3>${product.name}</h3>
      <p class="line">${word(settings, product.line)}</p>
      <p class="wind">${word(settings, 'list.wind')} ${product.wind[0]}–${product.wind[1]} km/h</p>
      <form method="post" action="/cart/items">
        <input type="hidden" name="product" value="${product.id}" />
        <strong>${formatMoney(product.price[settings.currency], settings.currency, settings.locale)}</strong>
        <button class="button small" aria-label="${WORDS[settings.locale]['list.add']}: ${product.name}">
          ${word(settings, 'list.add')}
        </button>
      </form>
    </div>
  </li>
`;

const promise = (settings: Settings, key: 'repair' | 'wind' | 'ship'): Markup =>
  html`<li>
    <h3>${word(settings, `promise.${key}`)}</h3>
    <p>${word(settings, `promise.${key}.text`)}</p>
  </li>`;

export const homePage = (settings: Settings, count: number): Markup =>
  layout({
    title: WORDS[settings.locale]['hero.title'],
    settings,
    count,
    kind: 'home',
    body: html`
      <section class="hero">
        ${scene}
        <div class="hero-text">
          <h1>${word(settings, 'hero.title')}</h1>
          <p>${word(settings, 'hero.text')}</p>
          <a class="button" href="#kites">${word(settings, 'hero.action')}</a>
        </div>
      </section>
      <section class="list" id="kites">
        <h2>${word(settings, 'list.title')}</h2>
        <p class="lead">${word(settings, 'list.text')}</p>
        <ul class="products">
          ${PRODUCTS.map((product) => card(settings, product))}
        </ul>
      </section>
      <ul class="promises">
        ${(['repair', 'wind', 'ship'] as const).map((key) => promise(settings, key))}
      </ul>
    `,
  });
