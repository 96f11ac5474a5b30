import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SpokenTimeLeft } from '../../src/elements/action-screen/time-left.js';
import { createI18n, loadMoreWords } from '../../src/i18n/create-i18n.js';

await loadMoreWords();
const i18n = createI18n();

/** What is said, and with how many milliseconds left, while a screen is open from `fromMs` on. */
function spokenFrom(fromMs: number, tickMs = 1_000): readonly (readonly [number, string])[] {
  const spoken = new SpokenTimeLeft();
  const said: [number, string][] = [];
  for (let leftMs = fromMs; leftMs > 0; leftMs -= tickMs) {
    const text = spoken.text(leftMs, i18n);
    if (text && text !== said.at(-1)?.[1]) said.push([leftMs, text]);
  }
  return said;
}

describe('the time left, as it is spoken', () => {
  test('comes at a few moments, which grow closer towards the end', () => {
    expect(spokenFrom(1_000_000).map(([, text]) => text)).toEqual(
      ['17 minutes', '15 minutes', '10 minutes', '5 minutes', '2 minutes', '1 minute', '30 seconds'].map(
        (time) => `At most ${time} left`,
      ),
    );
  });

  test.each([
    // A breath above the moment, as a code that was just made is: it waits for the moment.
    [900_400, ['900s 15 minutes', '600s 10 minutes']],
    [900_000, ['900s 15 minutes', '600s 10 minutes']],
    [899_700, ['900s 15 minutes', '600s 10 minutes']],
    [904_900, ['900s 15 minutes', '600s 10 minutes']],
    [906_000, ['906s 16 minutes', '876s 15 minutes']],
    [120_300, ['120s 2 minutes', '60s 1 minute']],
    [118_000, ['118s 2 minutes', '60s 1 minute']],
    [112_000, ['112s 2 minutes', '60s 1 minute']],
    [45_000, ['45s 50 seconds', '15s 20 seconds']],
  ] as const)('at %i ms names what is left, and stays true: %j', (fromMs, first) => {
    const said = spokenFrom(fromMs).map(
      ([leftMs, text]) => `${String(Math.ceil(leftMs / 1000))}s ${text.replace(/^At most | left$/g, '')}`,
    );
    expect(said.slice(0, 2)).toEqual(first);
  });

  test('never says a minute more than is left when it begins to speak', () => {
    fc.assert(
      fc.property(fc.integer({ min: 35_000, max: 3_000_000 }), (fromMs) => {
        const spoken = new SpokenTimeLeft();
        let leftMs = fromMs;
        while (!spoken.text(leftMs, i18n)) leftMs -= 1_000;
        const text = spoken.text(leftMs, i18n);
        const [, count = '', word = ''] = /most (\d+) (second|minute)/.exec(text) ?? [];
        expect(Number(count) * (word === 'second' ? 1_000 : 60_000) - leftMs).toBeLessThan(60_000);
      }),
    );
  });

  test('never comes twice within 30 seconds, whenever the screen is opened', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4_000_000 }),
        fc.integer({ min: 500, max: 5_000 }),
        (fromMs, tickMs) => {
          const moments = spokenFrom(fromMs, tickMs).map(([leftMs]) => leftMs);
          for (const [i, leftMs] of moments.slice(1).entries())
            expect((moments[i] ?? 0) - leftMs).toBeGreaterThanOrEqual(30_000);
        },
      ),
      { examples: [[61_000, 1_000]] },
    );
  });

  test('is never less than what is left', () => {
    const unit: Readonly<Record<string, number>> = { second: 1_000, minute: 60_000 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000_000 }), (fromMs) => {
        for (const [leftMs, text] of spokenFrom(fromMs)) {
          const [, count = '', word = ''] = /most (\d+) (second|minute)/.exec(text) ?? [];
          expect(Number(count) * (unit[word] ?? 0)).toBeGreaterThanOrEqual(leftMs);
        }
      }),
    );
  });

  test('of a new code begins anew, and there is none where nothing ends', () => {
    const spoken = new SpokenTimeLeft();
    expect(spoken.text(20_000, i18n)).toBe('At most 20 seconds left');
    expect(spoken.text(0, i18n)).toBe('');
    expect(spoken.text(590_000, i18n)).toBe('At most 10 minutes left');
    expect(spoken.text(Infinity, i18n)).toBe('');
  });
});
