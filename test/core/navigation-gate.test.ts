import { describe, expect, test } from 'vitest';
import { fillSessionId, isLoopback, safeUrl } from '../../src/core/navigation.js';
import { hostileUrl, KNOWN_TRICKS } from '../support/hostile-urls.js';
import { seeded } from '../support/proof.js';

const CASES = Number(process.env['GATE_CASES'] ?? 120_000);
const SEED = Number(process.env['GATE_SEED'] ?? 20_261_120);

/** What an address that passed has to look like as a text, whatever any parser thinks of it. */
const PASSED =
  /^(https:\/\/|http:\/\/(localhost|[^/?#]+\.localhost|127(\.\d+){3}|\[::1\])(:\d+)?\/)[^\s\\]*$/;

describe('the gate for every address of a server or a merchant', () => {
  test.each(KNOWN_TRICKS.map((trick) => [trick]))('does not let %j pass', (trick) => {
    expect(safeUrl(trick)).toBeUndefined();
  });

  test('lets pass exactly what it should, of very many addresses written in very many ways', () => {
    const random = seeded(SEED);
    let passed = 0;
    for (let turn = 0; turn < CASES; turn++) {
      const { url, mayPass } = hostileUrl(random);
      const result = safeUrl(url);
      const told = `case ${String(turn)} of GATE_SEED=${String(SEED)}: ${JSON.stringify(url)} → ${String(result)}`;
      if ((result !== undefined) !== mayPass) throw new Error(told);
      if (result === undefined) continue;
      passed++;
      const authority = /^https?:\/\/([^/?#]*)/.exec(result)?.[1] ?? '@';
      if (!PASSED.test(result) || authority.includes('@') || safeUrl(result) !== result)
        throw new Error(told);
    }
    // Neither answer is so rare that a gate that always gives the other would pass.
    expect(passed).toBeGreaterThan(CASES / 20);
    expect(passed).toBeLessThan(CASES / 2);
  });

  test('stays shut when bytes of a good address are changed at random, unless the result is as good', () => {
    const random = seeded(SEED + 1);
    const good = 'https://bank.example:8443/paid?session=ses_1#done';
    for (let turn = 0; turn < CASES / 4; turn++) {
      const at = Math.floor(random() * good.length);
      const letter = String.fromCodePoint(Math.floor(random() * (random() < 0.9 ? 0x80 : 0xd7ff)));
      const url = good.slice(0, at) + letter + good.slice(at + Math.floor(random() * 2));
      const result = safeUrl(url);
      if (result !== undefined && !/^https:\/\/[^/?#@]+\//.test(result))
        throw new Error(
          `case ${String(turn)} of GATE_SEED=${String(SEED)}: ${JSON.stringify(url)} → ${result}`,
        );
    }
  });

  test('is asked again once the session’s id is filled in, which cannot turn one address into another', () => {
    const id = 'a@evil.example/:\\?#{}';
    expect(safeUrl(fillSessionId('https://{CHECKOUT_SESSION_ID}.example/', id))).toBeUndefined();
    expect(safeUrl(fillSessionId('https://shop.example/?s={CHECKOUT_SESSION_ID}', id))).toBe(
      'https://shop.example/?s=a%40evil.example%2F%3A%5C%3F%23%7B%7D',
    );
    expect(safeUrl(fillSessionId('{CHECKOUT_SESSION_ID}', 'javascript:alert(1)'))).toBeUndefined();
  });

  test.each([
    'localhost.',
    'xlocalhost',
    'localhost.example',
    '127.0.0.1.example',
    '1127.0.0.1',
    '[::2]',
    '',
  ])('takes %j for another machine', (hostname) => {
    expect(isLoopback(hostname)).toBe(false);
  });
});
