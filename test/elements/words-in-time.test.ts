import { expect, onTestFinished, test, vi } from 'vitest';
import { openCheckout } from './open-checkout.js';

/** How long the first answer waits for the shopper's language. */
const WORDS_MS = 3_000;

test.each(['en', 'de'])(
  'once the words of “%s” are here, nothing waits for them any more',
  async (locale) => {
    const set = vi.spyOn(globalThis, 'setTimeout');
    const cleared = vi.spyOn(globalThis, 'clearTimeout');
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    const { element } = openCheckout({ attributes: { locale } });
    await expect.poll(() => element.state.status).toBe('ready');
    const waiting = set.mock.calls.flatMap(([, ms], index) =>
      ms === WORDS_MS ? [set.mock.results[index]?.value as unknown] : [],
    );
    expect(waiting).toHaveLength(1);
    await expect.poll(() => cleared.mock.calls.map(([timer]) => timer as unknown)).toContain(waiting[0]);
  },
);
