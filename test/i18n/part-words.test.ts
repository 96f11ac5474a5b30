import { describe, expect, test } from 'vitest';
import { FAILURE_CODES } from '../../src/core/session/session.js';
import { failureText } from '../../src/elements/session-words.js';
import { createI18n, loadMoreWords } from '../../src/i18n/create-i18n.js';
import { WRITTEN as LOCALES } from './words.js';

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
