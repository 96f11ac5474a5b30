import { correction, generate, mode } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { svg, type TemplateResult } from 'lit';

/** Light modules around the code that scanners need. @see ISO/IEC 18004, quiet zone */
const QUIET_ZONE = 4;

/** Modules a side, and the outline of the dark ones. */
export interface QrOutline {
  readonly size: number;
  readonly path: string;
}

/**
 * The QR code of `text`. What is not ASCII goes in as plain UTF-8 bytes: bank apps read that, and not all of them the
 * marker (ECI) that would announce it.
 */
export function qrOutline(text: string): QrOutline {
  const isAscii = [...text].every((character) => character < '\u0080');
  const data = isAscii ? text : mode.bytes(new TextEncoder().encode(text));
  const code = generate(data, { minCorrectionLevel: correction.M });
  return { size: code.size, path: toSvgPath(code) };
}

/** Draws it dark on light in every theme: scanners do not read the reverse. */
export function renderQrCode({ size, path }: QrOutline, name: string): TemplateResult {
  const side = size + 2 * QUIET_ZONE;
  return svg`<svg class="qr" part="qr" role="img" aria-label=${name} viewBox="${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}" shape-rendering="crispEdges"><path fill="#000" d=${path}></path></svg>`;
}
