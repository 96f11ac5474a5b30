import { html, type TemplateResult } from 'lit';

/** The wide ones (`1`) of the five elements of each digit. @see ISO/IEC 16390, Interleaved 2 of 5 */
const WIDE = '00110 10001 01001 11000 00101 10100 01100 00011 10010 01010'.split(' ');
/** Width of a wide element in narrow ones, as Febraban prints it. */
const WIDE_WIDTH = 3;
/** Light modules on either side that scanners need. */
const QUIET_ZONE = 10;
/** 15 % of the length, so that a hand need not be steady. */
const HEIGHT = 62;

/** Modules a line, and the outline of the dark bars. */
export interface Barcode {
  readonly width: number;
  readonly path: string;
}

const widthsOf = (pattern: string): number[] => [...pattern].map((wide) => (wide === '1' ? WIDE_WIDTH : 1));

/**
 * The bars of an Interleaved 2 of 5 code: of two digits the first is written in the bars, the second in the spaces between.
 * @param digits an even number of them
 */
export function itfBarcode(digits: string): Barcode {
  // Start: four narrow elements. Stop: a wide bar, a narrow space, a narrow bar.
  const widths = [1, 1, 1, 1];
  for (const [first, second] of digits.match(/../g) ?? []) {
    const spaces = widthsOf(WIDE[Number(second)] ?? '');
    widthsOf(WIDE[Number(first)] ?? '').forEach((bar, i) => widths.push(bar, spaces[i] ?? 1));
  }
  widths.push(WIDE_WIDTH, 1, 1);
  let x = QUIET_ZONE;
  let path = '';
  widths.forEach((width, i) => {
    if (i % 2 === 0) path += `M${x} 0h${width}v${HEIGHT}h${-width}z`;
    x += width;
  });
  return { width: x + QUIET_ZONE, path };
}

/** Draws it dark on light in every theme, one pixel or more to a module: scanners read nothing else. */
export const renderBarcode = ({ width, path }: Barcode, name: string): TemplateResult =>
  html`<svg class="bars" part="barcode" role="img" aria-label=${name} viewBox="0 0 ${width} ${HEIGHT}">
    <path fill="#000" d=${path}></path>
  </svg>`;
