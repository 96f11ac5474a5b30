import { html, raw } from 'hono/html';
import { formatMoney } from '../../src/core/money/format-money.js';
import { PRODUCTS, type Product } from './catalogue.js';
import { layout, word, type Markup } from './layout.js';
import type { Settings } from './settings.js';
import { WORDS } from './words.js';

const scene = raw(`<svg class="scene" viewBox="0 0 1200 620" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
  <g class="cloud"><path d="M92 196a28 28 0 0 1 34-34 44 44 0 0 1 82-6 34 34 0 0 1 46 40z"/><path d="M930 92a20 20 0 0 1 25-24 32 32 0 0 1 60-4 25 25 0 0 1 33 28z"/></g>
  <g class="lines"><path d="M806 236C770 400 640 496 458 553"/><path d="M1046 330C960 450 760 536 568 572"/><path d="M612 250C590 400 520 500 450 551"/></g>
  <image href="/art/albatroz.svg" x="640" y="26" width="330" height="330" transform="rotate(-9 805 190)"/>
  <image href="/art/andorinha.svg" x="972" y="196" width="170" height="170" transform="rotate(14 1057 281)"/>
  <image href="/art/caixote.svg" x="534" y="150" width="138" height="138"/>
  <path class="dune-far" d="M0 520c150-46 270-30 400-8s250 26 400-18 270-52 400-20v146H0z"/>
  <path class="dune-near" d="M0 580c180-40 320-10 480 0s330-34 470-38 180 12 250 26v52H0z"/>
  <g class="people"><circle cx="412" cy="528" r="8.500"/><path d="M405 538h14l4 44h-8l-3-24-4 24h-8z"/><path class="arm" d="M414 545l14 10 28-2"/>
  <circle cx="542" cy="554" r="6.500"/><path d="M537 561h10l3 32h-6l-2-17-3 17h-6z"/><path class="arm" d="M545 566l10 6 12-1"/></g>
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
