import { describe, expect, test } from 'vitest';
import { FAILURE_CODES } from '../../src/core/session/session.js';
import { failureText } from '../../src/elements/session-words.js';
import { aPayment, aSession } from '../support/fixtures.js';
import { failureNotice } from '../../src/elements/checkout-session/parts.js';
import { createI18n, loadMoreWords } from '../../src/i18n/create-i18n.js';
import { LOCALES } from './words.js';

describe.each(LOCALES)('a failure in %s', (locale) => {
  test('is told of the try alone where a part of the purchase was paid', async () => {
    const i18n = createI18n();
    await loadMoreWords();
    await i18n.setLocale([locale]);
    // An outright "nothing was charged" is never said where a part was paid.
    const [whole, part] = [i18n.t('split.uncharged'), i18n.t('split.partUncharged')];
    const types = ['', 'card', 'mobile_money'];
    const told = FAILURE_CODES.flatMap((code) =>
      types.map((type) => {
        const failure = { code, retryable: true };
        return [failureText(failure, i18n, type), failureText(failure, i18n, type, true)] as const;
      }),
    );
    const changed = told.filter(([text]) => text.includes(whole));
    expect(changed.length).toBeGreaterThan(FAILURE_CODES.length);
    for (const [text, inPart] of changed) expect(inPart).toBe(text.replace(whole, part));
    for (const [text, inPart] of told) expect(text.includes(whole) || inPart === text).toBe(true);
  });
});

describe.each([
  ['en', /^Card \(R\$[\s\u00a0]?30\.00\): the payment was not approved\./, /^The payment was not/],
  ['pt-BR', /^Cartão \(R\$[\s\u00a0]?30,00\): o pagamento não foi aprovado\./, /^O pagamento não/],
  ['es', /^Tarjeta \(30,00[\s\u00a0]BRL\): el pago no se ha aprobado\./, /^El pago no/],
] as const)('the notice in %s', (locale, named, plain) => {
  const combined = { enabled: true, max: 3 };
  const failure = { code: 'declined', retryable: true };
  const card = aPayment({ id: 'a', method: 'card', amount: 3000, status: 'failed', failure });
  const pix = aPayment({ id: 'b', status: 'succeeded', amount: 2000 });

  test.each([
    ['names the part of a try that failed', [card, pix], 'declined', named],
    ['says nothing of a part where the try had one', [card], 'declined', plain],
    ['names no part for what was never sent', [card, pix], 'offline', /^(?!Card|Cartão|Tarjeta)/],
  ] as const)('%s', async (_what, payments, code, words) => {
    const i18n = createI18n();
    await loadMoreWords();
    await i18n.setLocale([locale]);
    const session = aSession({ currency: 'BRL', combined, payments, payment: card });
    const state = { status: 'ready', session, failure: { code, retryable: true } } as const;
    expect(failureNotice(state, i18n)).toMatch(words);
  });
});
