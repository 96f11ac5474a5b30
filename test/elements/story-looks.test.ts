import { expect, onTestFinished, test } from 'vitest';
import { applyLook, type Look } from '../../stories/support/looks.js';

const LOOK: Look = {
  theme: 'light',
  locale: 'en',
  direction: 'auto',
  width: 'full',
  preset: 'none',
  motion: 'full',
};

const nextFrame = async (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** What a story is shown in; `motions` are the looks that its one shadow root was dressed in, in turn. */
function showHolder() {
  const holder = document.createElement('div');
  const shadow = holder.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  const motions: string[] = [];
  Object.defineProperty(shadow, 'adoptedStyleSheets', {
    get: () => [],
    set: (sheets: readonly CSSStyleSheet[]) => motions.push(sheets.length === 0 ? 'full' : 'reduced'),
  });
  document.body.append(holder);
  onTestFinished(() => {
    holder.remove();
    document.documentElement.style.colorScheme = '';
  });
  return { holder, motions };
}

test('a story is dressed once at each new state, however often the toolbar was turned', async () => {
  const { holder, motions } = showHolder();
  applyLook(holder, LOOK);
  applyLook(holder, { ...LOOK, motion: 'reduced' });
  applyLook(holder, LOOK);
  applyLook(holder, { ...LOOK, motion: 'reduced' });
  motions.length = 0;
  holder.dispatchEvent(new Event('checkout-state-change'));
  await nextFrame();
  await nextFrame();
  expect(motions).toEqual(['reduced']);
  holder.append(document.createElement('p'));
  await nextFrame();
  expect(motions).toEqual(['reduced', 'reduced']);
});
