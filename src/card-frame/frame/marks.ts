import { CARD_MARKS } from '../../theme/marks/card-marks.js';
import type { Figure, Mark } from '../../theme/marks/mark.js';
import { svg } from './dom.js';

/** Words are set in type here, within the width they have in our own letters: an alphabet is too much for this file. */
function drawn(figure: Figure): SVGElement {
  if (!('text' in figure)) {
    const { d, ink, stroke = 0 } = figure;
    return svg('path', { d, fill: stroke ? 'none' : ink, stroke: ink, 'stroke-width': stroke });
  }
  const { text, ink, x = 18, y = 12, width = 28, height = 8, slant } = figure;
  return svg(
    'text',
    {
      x,
      y,
      dy: /[A-Zdhl]/.test(text) ? '.36em' : '.26em',
      fill: ink,
      textLength: width,
      lengthAdjust: 'spacingAndGlyphs',
      'font-size': height * 1.4,
      'font-style': slant ? 'italic' : '',
    },
    text,
  );
}

/** The small picture at the end of the number field; a plain card while the brand is not known. */
export function brandMark(brand: string | undefined): SVGSVGElement {
  const mark = brand !== undefined && Object.hasOwn(CARD_MARKS, brand) ? CARD_MARKS[brand] : undefined;
  const [plate, ...figures]: Mark = mark ?? ['none'];
  return svg(
    'svg',
    // A pixel more on each side than the plate has: as wide as the mark of the security code.
    { viewBox: '-1 0 38 24', class: mark ? 'mark plate' : 'mark', 'aria-hidden': 'true' },
    svg('rect', { width: 36, height: 24, rx: 4, fill: plate }),
    ...figures.map(drawn),
    svg('rect', { x: 0.5, y: 0.5, width: 35, height: 23, rx: 3.5, fill: 'none', class: 'outline' }),
    ...(mark ? [] : [svg('rect', { y: 6, width: 36, height: 4, class: 'stripe' })]),
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
