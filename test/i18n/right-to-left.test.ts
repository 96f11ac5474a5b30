import { expect, test } from 'vitest';
import { readOwnWords, RIGHT_TO_LEFT } from './words.js';

/** Shown from left to right whatever stands around it: LEFT-TO-RIGHT ISOLATE … POP DIRECTIONAL ISOLATE. */
const ISOLATED = /\u2066[^\u2069]*\u2069/g;
/** Arabic letters before it turn `98765-4321` into `4321-98765`; a date such as `09/30` stays as it is. */
const TURNED = /\d[-+() ]+\d/;

test.each(RIGHT_TO_LEFT)(
  'a phone number within a sentence in %s is read in its own order',
  async (locale) => {
    const words = [...(await readOwnWords(locale))];
    expect(words.some(([, text]) => text.includes('\u2066(11) 98765-4321\u2069'))).toBe(true);
    const turned = words.filter(
      ([key, text]) => !key.endsWith('Placeholder') && TURNED.test(text.replaceAll(ISOLATED, '')),
    );
    expect(turned).toEqual([]);
  },
);
