import { press, type } from './support/acts.js';
import { deepAll, find, waitFor } from './support/deep.js';
import { renderScene, sceneOf } from './support/render-scene.js';
import type { CheckoutMeta, Story } from './support/scene.js';
import { TokenEditorElement } from './support/token-editor.js';

/** Every custom property of the checkout, on a checkout. What is set is given away as CSS and as DTCG tokens. */
const meta: CheckoutMeta = {
  title: 'Design/Token editor',
  component: 'checkout-session',
  render: (args, context) => {
    const holder = renderScene(args, context);
    if (!holder.querySelector('token-editor'))
      holder.prepend(Object.assign(new TokenEditorElement(), { subject: sceneOf(context.id).checkout }));
    return holder;
  },
};
export default meta;

/** Yours to dress. */
export const Edit: Story = {};

/** An accent that takes dark text, and round corners. */
export const Dressed: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await type(canvasElement, '[id="--checkout-color-accent"]', '#facc15');
    await type(canvasElement, '[id="--checkout-radius"]', '22px');
  },
};

const ACCENT = '--checkout-color-accent';
const RADIUS = '--checkout-radius';
const field = (name: string): string => `[id="${name}"]`;

/** What a browser cannot read is said beside its field, and reaches neither the preview nor what is given away. */
export const NotReadable: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const checkout = await find(canvasElement, 'checkout-session');
    const shown = (name: string): string => checkout.style.getPropertyValue(name);
    const fault = (name: string): string =>
      deepAll(canvasElement, `[id="${name}-fault"]`)[0]?.textContent.trim() ?? '';
    const given = (): string =>
      deepAll<HTMLTextAreaElement>(canvasElement, 'textarea')
        .map(({ value }) => value)
        .join('');
    await type(canvasElement, field(ACCENT), '#facc15');
    await waitFor('good value', () => shown(ACCENT) === '#facc15' && given().includes('#facc15'));
    await type(canvasElement, field(ACCENT), 'blurple');
    await type(canvasElement, field(RADIUS), '12 px');
    await waitFor('word on the colour', () => /no colour.*#3b4cca.*stays #facc15/.test(fault(ACCENT)));
    await waitFor('word on the length', () => /no length.*10px.*default stays/.test(fault(RADIUS)));
    if (shown(ACCENT) !== '#facc15' || shown(RADIUS) !== '') throw new Error('It reached the preview.');
    if (/blurple|12 px/.test(given()) || !given().includes('#facc15')) throw new Error('It is given away.');
    await type(canvasElement, field(RADIUS), '12px');
    await waitFor('length that is taken', () => fault(RADIUS) === '' && shown(RADIUS) === '12px');
    await type(canvasElement, field(RADIUS), '12 px');
    await waitFor('word on the length again', () => /stays 12px/.test(fault(RADIUS)));
  },
};

/** After all is reset no field has a word against it. */
export const Reset: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await type(canvasElement, field(ACCENT), 'blurple');
    await waitFor('word on the colour', () => deepAll(canvasElement, '[aria-invalid="true"]').length === 1);
    await press(canvasElement, '.tokens + .row button');
    const input = await find<HTMLInputElement>(canvasElement, field(ACCENT));
    await waitFor('empty field', () => input.value === '' && input.ariaInvalid === 'false');
  },
};
