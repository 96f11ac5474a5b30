import { describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cardOf, failureOf, fixtureUrl, mountReadyFrame, typeCard, type MountedFrame } from './support.js';

/*
 * S-9: a script of the page can take the card frame away, send it elsewhere or put another in its place, at any moment.
 * No token comes of it, the page is told, and the form can be had again.
 */

const elsewhere = (): string => fixtureUrl('impostor.html?as=impostor_token');

const WAYS: readonly (readonly [name: string, hijack: (mounted: MountedFrame) => void])[] = [
  ['sent elsewhere by its window', ({ iframe }) => iframe().contentWindow?.location.replace(elsewhere())],
  ['sent elsewhere by its address', ({ iframe }) => void (iframe().src = elsewhere())],
  ['loaded again', ({ iframe }) => void (iframe().src = fixtureUrl('frame.html'))],
  ['taken away', ({ iframe }) => iframe().remove()],
  [
    'moved to another place',
    ({ iframe }) => {
      const other = document.body.appendChild(document.createElement('div'));
      onTestFinished(() => {
        other.remove();
      });
      other.append(iframe());
    },
  ],
  [
    'replaced by a copy',
    ({ iframe }) => {
      const copy = iframe().cloneNode() as HTMLIFrameElement;
      onTestFinished(() => {
        copy.remove();
      });
      iframe().replaceWith(copy);
    },
  ],
];

/** Each leaves the frame in a state, and answers with what is pending. */
const STATES: readonly (readonly [
  name: string,
  reach: (mounted: MountedFrame) => Promise<{ readonly pending?: Promise<unknown> }>,
])[] = [
  [
    'being typed in',
    async (mounted) => {
      await typeCard(mounted, { 'Card number': '4242424242424242', 'Expiry date': '12/40' });
      return {};
    },
  ],
  [
    'making a token',
    async (mounted) => {
      await typeCard(mounted, cardOf('5555555555554444')); // never answered
      return { pending: mounted.host.tokenize() };
    },
  ],
  [
    'declined once',
    async (mounted) => {
      await typeCard(mounted, cardOf('4000000000000002'));
      await failureOf(mounted.host.tokenize());
      mounted.host.clearSecurityCode();
      await typeCard(mounted, { 'Security code': '123' });
      return {};
    },
  ],
];

const CASES = WAYS.flatMap(([way, hijack]) =>
  STATES.map(([state, reach]) => [way, state, hijack, reach] as const),
);

describe('a frame of which a script of the page has made something else', () => {
  test.each(CASES)(
    '%s while it is %s gives no token, says so, and can be had again',
    async (_way, _state, hijack, reach) => {
      const mounted = await mountReadyFrame();
      const { pending } = await reach(mounted);
      const refused = pending && failureOf(pending);
      hijack(mounted);
      const error = await mounted.died;
      expect(error).toMatchObject({ kind: 'network', code: 'card_frame_failed', retryable: true });
      if (refused) expect(await refused).toBe(error);
      expect(await failureOf(mounted.host.tokenize())).toBe(error);
      expect(mounted.host.status).toBe('dead');
      expect(mounted.errors).toHaveLength(1);
      const ready = mounted.next('ready');
      mounted.host.remount();
      await ready;
      // Another life, with nothing in it of the one before.
      expect(await failureOf(mounted.host.tokenize())).toMatchObject({ code: 'card_invalid' });
    },
  );

  test('a second frame that a script has opened for itself makes no token for the first', async () => {
    const mounted = await mountReadyFrame();
    const second = document.createElement('iframe');
    second.src = fixtureUrl('frame.html');
    second.title = 'second';
    await new Promise((resolve) => {
      second.onload = resolve;
      document.body.append(second);
    });
    onTestFinished(() => {
      second.remove();
    });
    const { port1, port2 } = new MessageChannel();
    const own = '7'.repeat(32);
    const answers: { type: string; nonce?: string }[] = [];
    const tokenized = new Promise<void>((resolve) => {
      port1.onmessage = ({ data }: MessageEvent<{ type: string; nonce?: string }>) => {
        answers.push(data);
        // It goes round to the page, as if it were the first one's.
        window.postMessage(data, location.origin);
        if (data.type === 'tokenized') resolve();
      };
    });
    second.contentWindow?.postMessage(
      { type: 'card-frame-hello', version: 1, nonce: own },
      new URL(second.src).origin,
      [port2],
    );
    port1.postMessage({ type: 'configure' });
    const fields = page.frameLocator(page.elementLocator(second));
    for (const [label, text] of Object.entries(cardOf('4242424242424242')))
      await userEvent.fill(fields.getByRole('textbox', { name: label }), text);
    await typeCard(mounted, cardOf('4000000000000002'));
    const first = failureOf(mounted.host.tokenize());
    port1.postMessage({ type: 'tokenize', id: 1 });
    await tokenized;
    expect(await first).toMatchObject({ kind: 'api', code: 'card_not_supported' });
    // And whatever it makes bears the name of its own life: the API takes it for no other.
    expect(answers.at(-1)).toMatchObject({ type: 'tokenized', nonce: own });
    expect(mounted.host.status).toBe('ready');
  });
});
