/** What stands around the page of a test, and gets into an engine's way: set right before each of its tests. */
import { beforeEach } from 'vitest';
import { userEvent } from 'vitest/browser';

const outer = window.parent as typeof globalThis & Window;

// Vitest lays the page into a box with a transform, which it writes anew with each size. In a box that is transformed,
// Firefox's driver presses nothing.
const sheet = new outer.CSSStyleSheet();
sheet.replaceSync('iframe, :has(iframe) { transform: none !important; }');
outer.document.adoptedStyleSheets = [sheet];

// Whoever tabs out of the page comes to this before they come to the browser's own buttons, from where no script and no
// press gets the focus back.
const END = 'end-of-the-page';
const STEPS_TO_END = 10;
const isFirefox = navigator.userAgent.includes('Firefox');
if (!outer.document.getElementById(END)) {
  const end = outer.document.createElement('button');
  end.id = END;
  outer.document.body.append(end);
}

beforeEach(async () => {
  // A test before has gone on to the browser's own buttons. Firefox's driver gives its keys to the page all the same, where
  // Tab moves on but Enter presses nothing, until it comes out at the end.
  for (let step = 0; step < STEPS_TO_END && isFirefox && !outer.document.hasFocus(); step++)
    await userEvent.tab();
  if (!document.hasFocus()) window.focus();
  // The first Tab goes to the first thing there is, wherever the test before has ended.
  const top = document.createElement('span');
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
});
