import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { qrOutline, type QrOutline } from './qr-outline.js';

/** Light modules around the code that scanners need. @see ISO/IEC 18004, quiet zone */
const QUIET_ZONE = 4;

/** Dark on light in every theme, in forced colours and on paper: scanners do not read the reverse. */
const styles = css`
  :host {
    display: block;
    aspect-ratio: 1;
    background: #fff;
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  :host([hidden]) {
    display: none !important;
  }
  svg {
    display: block;
    inline-size: 100%;
  }
`;

/**
 * A text as a QR code, drawn on the spot: no picture is fetched, and what is scanned is what stands in `text`.
 *
 * @summary A QR code
 * @tag payment-qr-code
 * @csspart qr - the picture
 */
export class PaymentQrCodeElement extends LitElement {
  static override readonly styles = styles;

  /** What a scanner reads. */
  @property({ attribute: false }) text = '';
  /** Its name for those who do not see it. */
  @property({ attribute: false }) name = '';

  #outline: QrOutline | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('text')) this.#outline = this.text ? qrOutline(this.text) : undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#outline) return nothing;
    const { size, path } = this.#outline;
    const whole = size + 2 * QUIET_ZONE;
    return html`<svg
      part="qr"
      role="img"
      aria-label=${this.name}
      viewBox="${-QUIET_ZONE} ${-QUIET_ZONE} ${whole} ${whole}"
      shape-rendering="crispEdges"
    >
      <path d=${path} />
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'payment-qr-code': PaymentQrCodeElement;
  }
}
