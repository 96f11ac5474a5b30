import libraryTypes from 'credit-card-type/dist/lib/card-types.js';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { brandId } from '../../src/core/card-brand.js';
import { METHOD_TYPES } from '../../src/core/payment-methods/index.js';
import { RAIL_NAMES } from '../../src/core/providers/conomy-rails.js';
import { MOBILE_MONEY_COUNTRIES } from '../../src/core/validation/mobile-networks.js';
import '../../src/define.js';
import { loadMarks } from '../../src/elements/lazy.js';
import { MARK_NAMES, MARKS } from '../../src/theme/marks/index.js';
import { aMethod } from '../support/fixtures.js';
import { expectAccessible, showAlone } from './stage.js';

const WIDTH = 36;
const HEIGHT = 24;

beforeAll(loadMarks);

async function draw(name: string, label = ''): Promise<SVGSVGElement> {
  const element = document.createElement('payment-mark');
  Object.assign(element, { name, label });
  document.body.append(element);
  onTestFinished(() => {
    element.remove();
  });
  await element.updateComplete;
  const svg = element.renderRoot.querySelector('svg');
  if (!svg) throw new Error(`<payment-mark> drew nothing for ${name}`);
  return svg;
}

/** Red, green, blue and opacity of every pixel at twice the size, as one text. */
async function pixelsOf(svg: SVGSVGElement): Promise<string> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('width', String(WIDTH * 2));
  copy.setAttribute('height', String(HEIGHT * 2));
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const context = new OffscreenCanvas(WIDTH * 2, HEIGHT * 2).getContext('2d');
  context?.drawImage(image, 0, 0);
  return context?.getImageData(0, 0, WIDTH * 2, HEIGHT * 2).data.join() ?? '';
}

/** @see WCAG 2.2, relative luminance; `#rgb` or `#rrggbb` */
function luminance(colour: string): number {
  const digits =
    colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit) : colour.slice(1).match(/../g);
  const [red = 0, green = 0, blue = 0] = (digits ?? [])
    .map((pair) => Number.parseInt(pair, 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Whether a point of the plate lies on a figure. */
const covers = (path: SVGPathElement, point: DOMPoint): boolean =>
  path.getAttribute('fill') === 'none' ? path.isPointInStroke(point) : path.isPointInFill(point);

describe('there is a drawing for', () => {
  test.each(METHOD_TYPES)('the method %s', (type) => {
    expect(MARK_NAMES).toContain(type);
  });

  const networks = Object.values(MOBILE_MONEY_COUNTRIES).flatMap((country) => country.networks);
  test.each([...new Set(networks.map(({ id }) => id))])('the network %s', (id) => {
    expect(MARK_NAMES).toContain(id);
  });

  test.each(Object.values(libraryTypes).map(({ type }) => brandId(type)))('the card brand %s', (brand) => {
    expect(MARK_NAMES).toContain(brand);
  });

  // The one that is nothing but an account's details is drawn as its kind.
  test.each(RAIL_NAMES.filter((rail) => rail !== 'bank_account'))('the rail %s', (rail) => {
    expect(MARK_NAMES).toContain(brandId(rail));
  });
});

test.each(MARK_NAMES)('the drawing of %s stays on its plate', async (name) => {
  const svg = await draw(name);
  for (const path of svg.querySelectorAll('path')) {
    const { x, y, width, height } = path.getBBox();
    const pen = path.getAttribute('stroke') ? Number(path.getAttribute('stroke-width')) / 2 : 0;
    const matrix = path.transform.baseVal.consolidate()?.matrix ?? new DOMMatrix();
    for (const across of [x - pen, x + width + pen])
      for (const down of [y - pen, y + height + pen]) {
        const { x: right, y: below } = new DOMPoint(across, down).matrixTransform(
          DOMMatrix.fromMatrix(matrix),
        );
        // Firefox may be 1e-31 off.
        const corner = { x: Number(right.toFixed(9)), y: Number(below.toFixed(9)) };
        expect(corner.x, path.outerHTML).toBeGreaterThanOrEqual(0);
        expect(corner.x, path.outerHTML).toBeLessThanOrEqual(WIDTH);
        expect(corner.y, path.outerHTML).toBeGreaterThanOrEqual(0);
        expect(corner.y, path.outerHTML).toBeLessThanOrEqual(HEIGHT);
      }
  }
});

test('no two drawings look the same', async () => {
  const seen = new Map<string, string>();
  for (const name of [...MARK_NAMES, 'sorocred', 'banescard']) {
    const pixels = await pixelsOf(await draw(name));
    expect(pixels).toMatch(/[1-9]/);
    expect(seen.get(pixels), `${name} looks like this one`).toBeUndefined();
    seen.set(pixels, name);
  }
});

test.each(MARK_NAMES)('%s stands out from its plate, and each word from what it stands on', async (name) => {
  const [plate = '', ...figures] = MARKS.get(name) ?? [];
  const paths = [...(await draw(name)).querySelectorAll('path')];
  const best = Math.max(...figures.map(({ ink }) => contrast(ink, plate)));
  expect(best).toBeGreaterThanOrEqual(3);
  figures.forEach((figure, at) => {
    if (!('text' in figure)) return;
    const { ink, x = WIDTH / 2, y = HEIGHT / 2 } = figure;
    const below = paths.slice(0, at).findLastIndex((path) => covers(path, new DOMPoint(x, y)));
    expect(contrast(ink, figures[below]?.ink ?? plate), figure.text).toBeGreaterThanOrEqual(3);
  });
});

test('beside its name it is a picture that says nothing, alone it has that name', async () => {
  const svg = await draw('visa', 'Visa');
  await expect.element(page.getByRole('img', { name: 'Visa' })).toBeVisible();
  await expectAccessible((svg.getRootNode() as ShadowRoot).host as HTMLElement);
  expect((await draw('visa')).getAttribute('aria-hidden')).toBe('true');
});

test.each([
  ['SPEI|Transferencia|bank_transfer', 'spei'],
  ['x1|Pago Móvil|bank_transfer', 'pagomovil'],
  ['itau|Itaú|bank_redirect||card', 'bank_redirect'],
  ['carrier-pigeon||carrier_pigeon|redirect|card', 'redirect'],
  ['american-express', 'amex'],
  ['MasterCard', 'mastercard'],
  ['constructor|__proto__|card', 'card'],
])('%s is drawn as %s', async (name, drawn) => {
  expect(await pixelsOf(await draw(name))).toBe(await pixelsOf(await draw(drawn)));
});

test('a name nobody knows is written out, as far as a plate holds it, and is never markup', async () => {
  const svg = await draw('<img src=x onerror=alert(1)>');
  expect([...svg.querySelectorAll('*')].map(({ localName }) => localName)).toEqual(['rect', 'path', 'rect']);
});

test.each([
  [['visa', 'mastercard', 'amex', 'elo'], ['visa', 'mastercard', 'amex', 'elo'], ''],
  [['visa', 'mastercard', 'amex', 'elo', 'hipercard'], ['visa', 'mastercard', 'amex'], '+2'],
])('a card for %j shows %j %s', async (brands, shown, more) => {
  const picker = await showAlone('payment-method-picker', { methods: [aMethod('card', { brands })] });
  const marks = [...picker.renderRoot.querySelectorAll('payment-mark')];
  expect(marks.map(({ name }) => name)).toEqual(shown);
  expect(marks[0]?.parentElement?.textContent.trim()).toBe(more);
  for (const mark of marks) {
    const { width, height } = mark.getBoundingClientRect();
    expect([width, height]).toEqual([WIDTH, HEIGHT]);
  }
});

test.each([
  [aMethod('bank_redirect', { label: 'PSE' }), 'pse'],
  [aMethod('bank_transfer', { id: 'PCT:ARS', label: 'Transferencia con QR (PCT)' }), 'pct'],
  [aMethod('bank_redirect', { id: 'itau', label: 'Itaú' }), 'bank_redirect'],
  [aMethod('carrier_pigeon', { flow: 'redirect' }), 'redirect'],
  [aMethod('carrier_pigeon'), 'card'],
])('a method is known by its name, its id or its kind: %j by %s', async (method, drawn) => {
  const picker = await showAlone('payment-method-picker', { methods: [method] });
  const [mark, ...others] = picker.renderRoot.querySelectorAll('payment-mark');
  await mark?.updateComplete;
  const svg = mark?.renderRoot.querySelector('svg');
  if (!svg || others.length > 0) throw new Error('there is to be one mark');
  expect(await pixelsOf(svg)).toBe(await pixelsOf(await draw(drawn)));
});
