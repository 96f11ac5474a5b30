import { svg } from './dom.js';

/** A brand's ground colour, the colour of its word, and the word; or two discs. Drawn here, not anybody's artwork. */
type Mark =
  | readonly [ground: string, word: string, wordColor?: string]
  | readonly [ground: string, discs: readonly [string, string]];

const WHITE = '#fff';
const MARKS: Readonly<Record<string, Mark>> = {
  visa: [WHITE, 'VISA', '#1a3a9c'],
  mastercard: ['#22252b', ['#e5392f', '#f2a02c']],
  maestro: ['#22252b', ['#3a8fd8', '#e5392f']],
  amex: ['#1e6fc4', 'AMEX', WHITE],
  diners: [WHITE, 'DC', '#1b4e8c'],
  discover: [WHITE, 'DISC', '#c55a11'],
  jcb: [WHITE, 'JCB', '#0b5d3b'],
  unionpay: ['#0b6f7c', 'UP', WHITE],
  elo: ['#17181c', 'elo', WHITE],
  mir: [WHITE, 'MIR', '#0f754e'],
  hiper: ['#e8590c', 'hiper', WHITE],
  hipercard: ['#a61c1c', 'hiper', WHITE],
  troy: [WHITE, 'troy', '#0a5a75'],
  verve: ['#12305c', 'verve', WHITE],
  naranja: ['#d9480f', 'naranja', WHITE],
  zimswitch: ['#0f766e', 'ZIM', WHITE],
  cartesbancaires: ['#12305c', 'CB', WHITE],
};

const discs = ([left, right]: readonly [string, string]): SVGElement[] => [
  svg('circle', { cx: 15, cy: 12, r: 6.5, fill: left }),
  svg('circle', { cx: 23, cy: 12, r: 6.5, fill: right, 'fill-opacity': 0.85 }),
];

const lettering = (word: string, fill: string): SVGElement =>
  svg(
    'text',
    {
      x: 19,
      y: 16,
      fill,
      'text-anchor': 'middle',
      'font-size': [11.5, 10, 9][Math.max(0, word.length - 3)] ?? 8,
      'font-weight': 700,
      'font-family': 'system-ui, sans-serif',
    },
    word,
  );

/** The small picture at the end of the number field; a plain card while the brand is not known. */
export function brandMark(brand: string | undefined): SVGSVGElement {
  const mark = brand !== undefined && Object.hasOwn(MARKS, brand) ? MARKS[brand] : undefined;
  const [ground, content, color = WHITE] = mark ?? ['none', ''];
  return svg(
    'svg',
    { viewBox: '0 0 38 24', class: 'mark', 'aria-hidden': 'true' },
    svg('rect', { x: 0.5, y: 0.5, width: 37, height: 23, rx: 4, fill: ground, class: 'outline' }),
    ...(mark
      ? typeof content === 'string'
        ? [lettering(content, color)]
        : discs(content)
      : [svg('rect', { y: 6, width: 38, height: 4, class: 'stripe' })]),
  );
}

/** Where the security code stands: behind the signature strip on the back, or above the number on the front. */
export const codeMark = (onFront: boolean): SVGSVGElement =>
  svg(
    'svg',
    { viewBox: '0 0 38 24', class: 'mark', 'aria-hidden': 'true' },
    svg('rect', { x: 0.5, y: 0.5, width: 37, height: 23, rx: 4, fill: 'none', class: 'outline' }),
    ...(onFront ? [] : [svg('rect', { y: 4.5, width: 38, height: 4, class: 'stripe' })]),
    ...[0, 4, 8].map((shift) =>
      svg('circle', { cx: 22.5 + shift, cy: onFront ? 8 : 16, r: 1.4, class: 'dot' }),
    ),
    svg('rect', { x: 18.5, y: onFront ? 4.5 : 12.5, width: 16, height: 7, rx: 3.5, class: 'ring' }),
  );
