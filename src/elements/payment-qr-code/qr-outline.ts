import { generate, type Correction } from 'lean-qr/nano';

/** Level M: 15 % may be lost. The library's own table of levels would come along whole. */
const MEDIUM = 1 as Correction;

/** Modules a side, and the outline of the dark ones. */
export interface QrOutline {
  readonly size: number;
  readonly path: string;
}

/** The QR code of `text` as UTF-8: a flat rectangle for each run of dark modules in a row. */
export function qrOutline(text: string): QrOutline {
  const { size, get } = generate(text, { minCorrectionLevel: MEDIUM });
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const start = x;
      while (get(x, y)) x++;
      if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`;
    }
  }
  return { size, path };
}
