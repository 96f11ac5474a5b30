import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { fillBare } from '../../support/bare-card-frame.js';
import { freshPage } from '../../support/browser.js';
import { findLeaks, watchForCanaries, type Sample } from '../../support/canary.js';
import {
  CARDS,
  cardFrame,
  fillCard,
  fillDetails,
  payButton,
  pickMethod,
  untilStatus,
} from '../../support/shopper.js';
import { useStack } from '../../support/use-stack.js';
import { FLOWS, pay, staying } from './flows.js';

/*
 * A shop whose scripts and styles listen to everything.
 */

const rig = useStack();

interface Overheard {
  /** What was heard while the focus was in the page, and while it was in the card frame. */
  readonly page: string[];
  readonly frame: string[];
}
type EarWindow = Window & { overheard: Overheard };

/** Types by which a page may learn what is typed, pasted, dropped, composed or selected. */
const TYPES = [
  ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change', 'paste', 'copy', 'cut', 'select'],
  ...['drag', 'dragstart', 'dragenter', 'dragover', 'dragleave', 'dragend', 'drop', 'textInput'],
  ...['compositionstart', 'compositionupdate', 'compositionend', 'selectionchange', 'selectstart', 'message'],
];
/** Those that a page hears of any frame; what they hold is judged. */
const BESIDE = [
  'focus',
  'focusin',
  'blur',
  'focusout',
  'pointerdown',
  'pointerup',
  'pointermove',
  'click',
  'mousedown',
  'toggle',
];

/** Puts ears on the window, the document and all that the frame stands in, shadow roots included. */
function listen({ types, beside }: { types: string[]; beside: string[] }): void {
  const self = window as unknown as EarWindow & { overheard: Overheard };
  self.overheard = { page: [], frame: [] };
  const walk = (value: unknown, depth: number, out: string[]): void => {
    if (typeof value === 'string' || typeof value === 'number') out.push(String(value));
    else if (value instanceof Element)
      out.push(String((value as { value?: unknown }).value ?? ''), value.textContent ?? '');
    else if (
      typeof value === 'object' &&
      value !== null &&
      depth < 3 &&
      !(value instanceof Window) &&
      !(value instanceof Node)
    ) {
      for (const key in value) {
        try {
          walk((value as Record<string, unknown>)[key], depth + 1, out);
        } catch {
          // A window of another origin: nothing of it can be read.
        }
      }
    }
  };
  const inFrame = (): boolean => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active instanceof HTMLIFrameElement;
  };
  const hear = (event: Event): void => {
    const out = [event.type];
    const clipboard = (event as ClipboardEvent).clipboardData ?? (event as DragEvent).dataTransfer;
    if (clipboard) out.push(clipboard.getData('text/plain'));
    for (const part of event.composedPath()) walk(part, 2, out);
    walk(event, 1, out);
    out.push(String(getSelection()));
    self.overheard[inFrame() ? 'frame' : 'page'].push(out.join(' '));
  };
  let node: Node | null = document.querySelector('iframe');
  const find = (root: ParentNode): Node | null => {
    for (const element of root.querySelectorAll('*')) {
      const found: Node | null =
        element instanceof HTMLIFrameElement ? element : element.shadowRoot ? find(element.shadowRoot) : null;
      if (found) return found;
    }
    return null;
  };
  const targets: EventTarget[] = [window];
  for (node = find(document); node; node = node.parentNode ?? (node as ShadowRoot).host ?? null)
    targets.push(node);
  for (const target of targets)
    for (const type of [...types, ...beside]) target.addEventListener(type, hear, true);
  // What changes in the tree, and on the elements.
  const watcher = new MutationObserver((records) => {
    for (const { target, addedNodes } of records)
      self.overheard[inFrame() ? 'frame' : 'page'].push(
        `mutation ${target.textContent ?? ''} ${[...addedNodes].map((added) => added.textContent ?? '').join(' ')}`,
      );
  });
  for (const target of targets)
    if (target instanceof Node)
      watcher.observe(target, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** Numbers that are typed, cut and pasted: each three digits and its own, so that any bit of them would be found. */
const typed = (turn: number): string =>
  `4${String(turn).padStart(2, '0')}${'7390251846'.repeat(2)}`.slice(0, 16);

describe('a page that listens to everything', () => {
  test('hears its own field, and of the card frame only that it has the focus: 600 inputs of every kind', async () => {
    const context = await rig.browser.newContext({ locale: 'en-US', viewport: { width: 1100, height: 900 } });
    const page = await context.newPage();
    const shown = rig.stack.checkout(
      'native',
      { currency: 'BRL' },
      { redirect: 'manual' },
      { csp: null, after: '<input id="own">' },
    );
    await page.goto(shown.url);
    await pickMethod(page, 'card');
    await cardFrame(page).getByLabel('Card number').waitFor();
    await page.evaluate(listen, { types: TYPES, beside: BESIDE });
    const overheard = async (): Promise<Overheard> =>
      page.evaluate(() => (window as unknown as EarWindow).overheard);
    await page.locator('#own').pressSequentially('ears');
    expect(
      (await overheard()).page.filter((text) => /^(keydown|beforeinput|input)/.test(text)).length,
    ).toBeGreaterThan(10);

    const frame = page.frames().find((one) => one.url().includes('/card-frame/'));
    if (!frame) throw new Error('there is no frame');
    const session = await context.newCDPSession(page);
    const number = frame.locator('#cc-number');
    await number.click();
    // As a password manager’s script does it; the protocol’s own autofill does not reach into such a frame.
    await fillBare(frame, '5555555555554444');
    const canaries = ['5555555555554444'];
    let inputs = 4;
    const clear = async (): Promise<void> =>
      page.keyboard.press('Control+a').then(async () => page.keyboard.press('Delete'));
    for (let turn = 0; turn < 26; turn++) {
      const text = typed(turn);
      canaries.push(text);
      await page.keyboard.type(text);
      // Cut and pasted, as somebody does who typed it into the wrong field.
      await page.keyboard.press('Control+a');
      await page.keyboard.press(turn % 2 ? 'Control+c' : 'Control+x');
      await page.keyboard.press('Control+v');
      inputs += text.length + 3;
      await clear();
    }
    for (let turn = 30; turn < 40; turn++) {
      const text = typed(turn);
      canaries.push(text);
      // An input method composes, and commits.
      for (let length = 1; length <= 4; length++)
        await session.send('Input.imeSetComposition', {
          text: text.slice(0, length * 4),
          selectionStart: length * 4,
          selectionEnd: length * 4,
        });
      await session.send('Input.insertText', { text });
      expect((await number.inputValue()).replaceAll(' ', '')).toBe(text);
      inputs += 5;
      await clear();
    }
    const box = await number.boundingBox();
    if (!box) throw new Error('the field has no box');
    for (let turn = 40; turn < 46; turn++) {
      const text = typed(turn);
      canaries.push(text);
      // Dragged in from another program.
      const data = { items: [{ mimeType: 'text/plain', data: text }], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await session.send('Input.dispatchDragEvent', { type, x: box.x + 40, y: box.y + 10, data });
      expect((await number.inputValue()).replaceAll(' ', '')).toBe(text);
      inputs += 1;
      await number.focus();
      await clear();
    }
    await page.keyboard.type('1');
    expect(inputs).toBeGreaterThan(500);

    // Of the frame no key, no input, no clipboard, no drop: only that the focus came and went, and the mouse over it.
    const { frame: heard } = await overheard();
    expect(heard.filter((text) => TYPES.includes(text.split(' ')[0] ?? ''))).toEqual([]);
    const tree = await session.send('Accessibility.getFullAXTree', { frameId: await mainFrameId(page) });
    const own = await page.evaluate(() => {
      let active: Element | null = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return [
        String(getSelection()),
        active?.localName ?? '',
        String((active as { value?: unknown } | null)?.value ?? ''),
        document.documentElement.outerHTML,
      ];
    });
    expect(own[1]).toBe('iframe');
    const samples: Sample[] = [...heard, ...own, JSON.stringify(tree.nodes)].map((text) => ({
      sink: 'page',
      where: '',
      url: shown.url,
      text,
    }));
    expect(
      findLeaks(
        samples,
        canaries.map((value) => ({ name: value, value })),
      ),
    ).toEqual([]);
    await context.close();
  });

  test('learns no character by the fonts it would load for it', async () => {
    const { page, context } = await freshPage(rig.browser);
    const RARE = ['Ŵ', 'ŷ', 'ẑ'];
    const letters = [...'0123456789', ...RARE];
    const faces = letters.map(
      (letter) =>
        `@font-face{font-family:probe;src:url(/probe-${String(letter.codePointAt(0))}.woff2);unicode-range:U+${letter.codePointAt(0)?.toString(16) ?? ''}}`,
    );
    const style = `${faces.join('')}:root{--checkout-font-family:probe}*,checkout-session{font-family:probe!important}checkout-session::part(input),*::part(input),*::part(frame){font-family:probe!important}`;
    const after = `<input id="own"><link rel="stylesheet" href="${rig.stack.asset('probe.css', style, 'text/css')}">`;
    const fetched = new Set<string>();
    page.on('request', (request) => {
      const [, code] = /probe-(\d+)\.woff2/.exec(request.url()) ?? [];
      if (code !== undefined) fetched.add(String.fromCodePoint(Number(code)));
    });
    const shown = rig.stack.checkout(
      'native',
      { currency: 'BRL', requiredFields: ['name', 'email', 'document'] },
      { redirect: 'manual' },
      { csp: null, after },
    );
    await page.goto(shown.url);
    await pickMethod(page, 'card');
    await cardFrame(page).getByLabel('Name on card').fill('Ŵ');
    await page.getByRole('textbox', { name: 'Full name' }).fill('ŷ Lima');
    await fillCard(page, '4539578763621486');
    await fillDetails(page);
    // The page's own field shows that the probe works; by then the others would have been fetched, too.
    await page.locator('#own').fill('ẑ');
    await expect.poll(() => fetched.has('ẑ')).toBe(true);
    expect(RARE.filter((letter) => fetched.has(letter))).toEqual(['ẑ']);
    const families = await page
      .getByRole('textbox', { name: 'Full name' })
      .evaluate((input) => getComputedStyle(input).fontFamily);
    expect(families).not.toContain('probe');
    await context.close();
  });
});

async function mainFrameId(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  return frameTree.frame.id;
}

describe('after every way to pay by card', () => {
  test('the card stands in one request, to one address, and in no sink of the page', async () => {
    const samples: Sample[] = [];
    rig.stack.intercept = (request) => {
      const copy = request.clone();
      const where = `${request.method} ${request.url}`;
      samples.push({ sink: 'request URL', where, url: request.url, text: request.url });
      samples.push({
        sink: 'request header',
        where,
        url: request.url,
        text: JSON.stringify([...request.headers]),
      });
      void copy.text().then((text) => samples.push({ sink: 'request body', where, url: request.url, text }));
      return undefined;
    };
    const flows = FLOWS.filter(({ method }) => method === 'card');
    expect(flows.length).toBeGreaterThan(2);
    const one = async (flow: (typeof FLOWS)[number]): Promise<void> => {
      const context = await rig.browser.newContext({
        locale: 'en-US',
        viewport: { width: 1100, height: 900 },
      });
      const page = await context.newPage();
      const watch = await watchForCanaries(page);
      const shown = rig.stack.checkout(flow.provider, { currency: flow.currency }, staying(flow));
      await page.goto(shown.url);
      await pay(flow, page, rig.stack, shown);
      expect(await watch.leaks({ accessibility: true })).toEqual([]);
      expect(watch.names()).toEqual(expect.arrayContaining(['card number', 'expiry', 'CVC']));
      await context.close();
    };
    await Promise.all(flows.map(one));
    rig.stack.intercept = undefined;
    // The same search over what has arrived at the sockets: a browser that repeats a request tells only its server.
    const address = `${rig.stack.payUrl}/card-frame/tokens`;
    // The digits that name the issuer may be asked about, and nothing beside them.
    const isLookup = ({ url, text }: Sample): boolean =>
      url === `${rig.stack.payUrl}/card-frame/brands` && /^\{"bin":"\d{8}"\}$/.test(text);
    const mayBeIn = (sample: Sample): boolean =>
      sample.sink === 'request body' && (sample.url === address || isLookup(sample));
    const canaries = flows.map(({ card = '' }) => ({ name: card, value: card, mayBeIn }));
    const more = [
      { name: 'CVC', texts: ['cvc":"123"', 'cvc=123'], mayBeIn },
      { name: 'expiry', texts: ['12/34', 'expiryYear":2034', '2034-12'], mayBeIn },
    ];
    expect(samples.length).toBeGreaterThan(20);
    expect(samples.filter((sample) => mayBeIn(sample) && /"cvc":"123"/.test(sample.text)).length).toBe(
      flows.length,
    );
    expect(findLeaks(samples, [...canaries, ...more])).toEqual([]);
  });
});

describe('a frame that a script of the page has sent elsewhere', () => {
  test('is told to the shopper, is had again by one press, and the purchase goes on', async () => {
    const { page, context } = await freshPage(rig.browser);
    const payments: string[] = [];
    page.on('request', (request) => {
      if (/\/payments$/.test(request.url()) && request.method() === 'POST') payments.push(request.url());
    });
    const shown = rig.stack.checkout('native', { currency: 'BRL' }, { redirect: 'manual' });
    await page.goto(shown.url);
    await pickMethod(page, 'card');
    await fillCard(page, CARDS.approved);
    await page.evaluate((url) => {
      const form = document.querySelector('checkout-session')?.shadowRoot?.querySelector('card-form');
      form?.shadowRoot?.querySelector('iframe')?.contentWindow?.location.replace(url);
    }, `${rig.stack.payUrl}/card-frame/index.html?other`);
    await page
      .getByRole('alert')
      .filter({ hasText: /card form cannot be reached/ })
      .waitFor();
    await payButton(page).click();
    await untilStatus(page, 'ready');
    expect(payments).toEqual([]);
    await page.getByRole('button', { name: 'Try again' }).click();
    await fillCard(page, CARDS.approved);
    await fillDetails(page);
    await payButton(page).click();
    await untilStatus(page, 'succeeded');
    expect(payments).toHaveLength(1);
    await context.close();
  });
});
