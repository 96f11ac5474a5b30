import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { brandId } from '../../core/card-brand.js';
import { lettersOf } from '../../theme/marks/letters.js';
import { MARKS } from '../../theme/marks/index.js';
import { word, type Figure, type Mark } from '../../theme/marks/mark.js';

/** The plate brings its own ground: it looks the same on a light page, a dark one and in forced colours, in either direction. */
const styles = css`
  :host {
    display: inline-block;
    inline-size: 2.25em;
    block-size: 1.5em;
    vertical-align: middle;
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  :host([hidden]) {
    display: none !important;
  }
  svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }
`;

/**
 * The mark of a card brand, a mobile network or a kind of payment: our own simple drawing on a plate in its colour, 24 px high
 * where letters are 16.
 *
 * @summary A payment mark
 * @tag payment-mark
 * @csspart mark - The picture.
 */
export class PaymentMarkElement extends LitElement {
  static override readonly styles = styles;

  /** What it stands for, `visa`; or several names with `|` between them, of which the first is shown that there is a drawing for. */
  @property() name = '';

  /** Its name for those who do not see it, where no words beside it say the same. */
  @property() label = '';

  protected override render(): TemplateResult {
    const [plate, ...figures] = markOf(this.name.split('|'));
    const { label } = this;
    return html`<svg
      part="mark"
      viewBox="0 0 36 24"
      role=${label ? 'img' : nothing}
      aria-label=${label || nothing}
      aria-hidden=${label ? nothing : 'true'}
    >
      <rect width="36" height="24" rx="4" fill=${plate} />
      ${figures.map(renderFigure)}
      <rect x=".5" y=".5" width="35" height="23" rx="3.5" fill="none" stroke="#7f7f7f" stroke-opacity=".4" />
    </svg>`;
  }
}

const renderFigure = (figure: Figure): TemplateResult => {
  const { ink, d, stroke, transform } = 'text' in figure ? lettersOf(figure) : figure;
  return svg`<path
    d=${d}
    fill=${stroke === undefined ? ink : 'none'}
    stroke=${stroke === undefined ? nothing : ink}
    stroke-width=${stroke ?? nothing}
    stroke-linecap="round"
    stroke-linejoin="round"
    transform=${transform ?? nothing}
  />`;
};

/** `Pago Móvil` is `pagomovil`. */
const wordOf = (name: string): string => brandId(name.normalize('NFD'));

/** The drawing of the first name that has one; else the first name itself, as far as a plate holds it. */
function markOf(names: readonly string[]): Mark {
  for (const name of names) {
    const mark = MARKS.get(name) ?? MARKS.get(wordOf(name));
    if (mark) return mark;
  }
  return ['#475467', word(wordOf(names[0] ?? '').slice(0, 8), '#fff')];
}

declare global {
  interface HTMLElementTagNameMap {
    'payment-mark': PaymentMarkElement;
  }
}
