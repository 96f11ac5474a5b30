import { LitElement, css, html, type TemplateResult } from 'lit';
import { loadMarks } from '../src/elements/lazy.js';
import { MARK_NAMES } from '../src/theme/marks/index.js';
import { renderScene } from './support/render-scene.js';
import type { CheckoutMeta, Story } from './support/scene.js';

/** Every mark there is a drawing of, 24, 36 and 72 px high. */
class MarkSheetElement extends LitElement {
  static override readonly styles = css`
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(240px, 1fr));
      gap: 20px;
      margin: 24px 0 0;
      padding: 20px;
      background: light-dark(#fff, #14161a);
      list-style: none;
      color: light-dark(#16181d, #f2f3f5);
      font:
        400 14px/1.5 system-ui,
        sans-serif;
    }
    .sizes {
      display: flex;
      gap: 10px;
      align-items: center;
    }
    .one {
      font-size: 16px;
    }
    .two {
      font-size: 24px;
    }
    .three {
      font-size: 48px;
    }
  `;

  protected override render(): TemplateResult {
    return html`<ul>
      ${MARK_NAMES.map(
        (name) =>
          html`<li>
            <div class="sizes">
              ${['one', 'two', 'three'].map((size) => html`<payment-mark class=${size} name=${name}></payment-mark>`)}
            </div>
            ${name}
          </li>`,
      )}
    </ul>`;
  }
}
customElements.define('mark-sheet', MarkSheetElement);

const meta: CheckoutMeta = {
  title: 'Elements/payment-mark',
  component: 'payment-mark',
  argTypes: { name: { options: MARK_NAMES } },
  render: (args, context) => {
    const holder = renderScene(args, context);
    if (!holder.querySelector('mark-sheet')) {
      holder.append(new MarkSheetElement());
      void loadMarks();
    }
    return holder;
  },
};
export default meta;

/** One of them, with its name for those who do not see it. */
export const One: Story = {
  args: { name: 'visa', label: 'Visa' },
  parameters: { scene: { elements: ['payment-mark'] } },
  render: (args, context) => {
    void loadMarks();
    return renderScene(args, context);
  },
};

/** On the rows of the picker, and each by itself. */
export const All: Story = {};
