import { describe, expect, test } from 'vitest';
import { FAILURE_CODES } from '../../src/core/session/session.js';
import { failureText } from '../../src/elements/session-words.js';
import { createI18n, loadMoreWords } from '../../src/i18n/create-i18n.js';

/** What an outright "nothing was charged" is in each language: never said where a part was paid. */
const UNCHARGED = [
  ['en', 'You have not been charged.', 'You have not been charged for it.'],
  ['pt-BR', 'Nada foi cobrado.', 'Esta parte não foi cobrada.'],
  ['es', 'No se te cobró nada.', 'No se te cobró esta parte.'],
] as const;

describe.each(UNCHARGED)('a failure in %s', (locale, whole, part) => {
  test('is told of the try alone where a part of the purchase was paid', async () => {
    const i18n = createI18n();
    await loadMoreWords();
    await i18n.setLocale([locale]);
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
