import { describe, expect, test, vi } from 'vitest';
import { SimulatedClock } from '../../src/core/clock.js';
import { cardOf, failureOf, fixtureUrl, mountReadyFrame, typeCard } from './support.js';

const PAN = '4539578763621486';
const tokenizer = { name: 'raw', publicKey: '' };

/** A frame whose server names these pages as ones that get the card itself. */
const frameFor = (...origins: readonly string[]): string =>
  `${fixtureUrl('raw-frame.html')}?for=${encodeURIComponent(origins.join(' '))}`;

/** Everything that windows say to the page. */
function listen(): string[] {
  const said: string[] = [];
  window.addEventListener('message', ({ data }) => said.push(JSON.stringify(data)));
  return said;
}

describe('the card itself', () => {
  test('is what a host gets that was told to take it, from a frame whose server names its page', async () => {
    const said = listen();
    const mounted = await mountReadyFrame({
      frameUrl: frameFor('https://shop.example', location.origin),
      tokenizer,
      takesRawCard: true,
    });
    await typeCard(mounted, cardOf(PAN));
    expect(await mounted.host.tokenize()).toEqual({
      number: PAN,
      expiryMonth: 12,
      expiryYear: 2040,
      cvc: '123',
      holderName: 'Ana Souza',
      brand: 'visa',
    });
    expect(said.join()).not.toContain(PAN);
  });

  test('is not asked for before it is complete', async () => {
    const mounted = await mountReadyFrame({
      frameUrl: frameFor(location.origin),
      tokenizer,
      takesRawCard: true,
    });
    expect(await failureOf(mounted.host.tokenize())).toMatchObject({ kind: 'shopper', code: 'card_invalid' });
  });

  test.each([
    ['names no page', fixtureUrl('frame.html')],
    ['names an empty list', frameFor()],
    ['names other pages only', frameFor('https://shop.example', `${location.origin}.example`, '*', 'null')],
  ])('stays in a frame whose server %s, whatever the page says', async (_about, frameUrl) => {
    const mounted = await mountReadyFrame({ frameUrl, tokenizer, takesRawCard: true });
    await typeCard(mounted, cardOf(PAN));
    const error = await failureOf(mounted.host.tokenize());
    expect(error).toMatchObject({ kind: 'api', code: 'raw_card_not_allowed', retryable: false });
    expect(JSON.stringify(error.toData())).not.toMatch(/\d{4}/);
  });

  test('is no message at all to a host that was not told to take it', async () => {
    const clock = new SimulatedClock();
    const mounted = await mountReadyFrame({
      frameUrl: frameFor(location.origin),
      tokenizer,
      clock,
      style: { gap: 8 },
    });
    await typeCard(mounted, cardOf(PAN));
    const height = mounted.iframe().offsetHeight;
    const refused = failureOf(mounted.host.tokenize());
    // What the frame says is heard in its turn: once it has grown, what it said before has been heard too.
    mounted.host.setStyle({ gap: 32 });
    await vi.waitFor(() => {
      expect(mounted.iframe().offsetHeight).toBeGreaterThan(height);
    });
    clock.advance(20_000);
    expect(await refused).toMatchObject({ code: 'card_frame_failed' });
  });
});
