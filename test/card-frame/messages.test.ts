import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  parseFrameMessage,
  parseHello,
  parseHostMessage,
  parseWelcome,
  type FrameMessage,
  type HostMessage,
} from '../../src/card-frame/shared/messages.js';
import { parseCardMessage } from '../../src/card-frame/shared/card-message.js';
import { parseCardFrameStrings } from '../../src/card-frame/shared/strings.js';

const nonce = '0123456789abcdef0123456789abcdef';

const HOST_MESSAGES: readonly HostMessage[] = [
  { type: 'configure', style: { radius: 4 }, strings: { lang: 'pt-BR' }, brands: ['visa'] },
  { type: 'configure' },
  { type: 'tokenize', id: 1 },
  { type: 'focus' },
  { type: 'clear_security_code' },
  { type: 'clear_all' },
];

const FRAME_MESSAGES: readonly FrameMessage[] = [
  { type: 'ready', nonce, height: 240 },
  { type: 'height', nonce, height: 0 },
  { type: 'change', nonce, complete: false },
  { type: 'change', nonce, complete: true, brand: 'visa' },
  { type: 'submit', nonce },
  { type: 'tokenized', nonce, id: 1, token: 'tok_abc', last4: '4242', brand: 'visa' },
  { type: 'invalid', nonce, id: 1 },
  { type: 'failed', nonce, id: 1, kind: 'network', code: 'card_frame_failed', retryable: true },
];

const PARSERS = [parseHello, parseWelcome, parseHostMessage, parseFrameMessage];

test.each(HOST_MESSAGES)('the frame reads $type', (message) => {
  expect(parseHostMessage(structuredClone(message))).toEqual(message);
});

test.each(FRAME_MESSAGES)('the host reads $type', (message) => {
  expect(parseFrameMessage(structuredClone(message))).toEqual(message);
});

test.each([
  ['a nonce of another length', { type: 'submit', nonce: 'abc' }],
  ['no nonce', { type: 'submit' }],
  ['an unknown type', { type: 'card', nonce }],
  [
    'a token that could be a card number',
    { type: 'tokenized', nonce, id: 1, token: '4242424242424242', last4: '4242' },
  ],
  ['a token with a line break', { type: 'tokenized', nonce, id: 1, token: 'tok_a\nb', last4: '4242' }],
  ['more than four last digits', { type: 'tokenized', nonce, id: 1, token: 'tok_abc', last4: '424242' }],
  ['a brand that is no word', { type: 'change', nonce, complete: true, brand: '4242 4242' }],
  ['a negative height', { type: 'height', nonce, height: -1 }],
  ['an endless height', { type: 'height', nonce, height: Infinity }],
  ['a height that is no number', { type: 'height', nonce, height: 'calc(1px)' }],
  [
    'an error code that is a sentence',
    { type: 'failed', nonce, id: 1, kind: 'api', code: 'Number 4242', retryable: true },
  ],
])('the host ignores %s', (_name, message) => {
  expect(parseFrameMessage(message)).toBeUndefined();
});

test('what a message does not know is left out', () => {
  expect(parseFrameMessage({ type: 'submit', nonce, number: '4242424242424242' })).toEqual({
    type: 'submit',
    nonce,
  });
});

describe('every parser ignores', () => {
  const cyclic: Record<string, unknown> = { type: 'configure' };
  cyclic['brands'] = cyclic;

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a string', '{"type":"focus"}'],
    ['an array', [{ type: 'focus' }]],
    ['a map', new Map([['type', 'focus']])],
    ['an inherited type', Object.create({ type: 'focus' })],
    ['a message within itself', cyclic],
    [
      'a getter that throws',
      {
        get type() {
          throw new Error('no');
        },
      },
    ],
    [
      'a proxy that throws',
      new Proxy(
        { type: 'focus' },
        {
          get: () => {
            throw new Error('no');
          },
        },
      ),
    ],
    ['ten megabytes', { type: 'x'.repeat(1e7), nonce: 'x'.repeat(1e7) }],
    [
      'a million members',
      { type: 'y', ...Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [`k${i}`, i])) },
    ],
  ])('%s', (_name, value) => {
    for (const parse of PARSERS) expect(parse(value)).toBeUndefined();
  });

  test('anything at all, without throwing', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withMap: true, withDate: true }), (value) => {
        for (const parse of PARSERS) expect(parse(value)).toBeUndefined();
      }),
    );
  });

  test('a type that a page put on Object.prototype', () => {
    Object.defineProperty(Object.prototype, 'type', { value: 'focus', configurable: true });
    try {
      for (const parse of PARSERS) expect(parse({ nonce })).toBeUndefined();
    } finally {
      Reflect.deleteProperty(Object.prototype, 'type');
    }
  });
});

test.each([
  [undefined, { lang: 'en', dir: 'ltr', texts: {} }],
  ['x', { lang: 'en', dir: 'ltr', texts: {} }],
  [
    { lang: 'ar', dir: 'rtl', texts: { expiry: 'تاريخ', cardNumber: 7, unknown: 'x' } },
    { lang: 'ar', dir: 'rtl', texts: { expiry: 'تاريخ' } },
  ],
  [
    { lang: '"><script>', dir: 'up', texts: { expiry: 'x'.repeat(301) } },
    { lang: 'en', dir: 'ltr', texts: {} },
  ],
])('strings %j are read as %j', (value, strings) => {
  expect(parseCardFrameStrings(value)).toEqual(strings);
});

describe('the card itself', () => {
  const card = {
    type: 'card',
    nonce,
    id: 1,
    number: '4539578763621486',
    expiryMonth: 9,
    expiryYear: 2037,
    cvc: '749',
    holderName: 'Ana Souza',
    brand: 'visa',
  };

  test('is read by its own reader, and is no message to the one of every other host', () => {
    expect(parseCardMessage(card)).toEqual(card);
    expect(parseFrameMessage(card)).toBeUndefined();
  });

  test.each<[object]>([
    [{ nonce: 'x' }],
    [{ number: '4539 5787 6362 1486' }],
    [{ number: 4539578763621486 }],
    [{ cvc: '74' }],
    [{ holderName: 'x'.repeat(301) }],
    [{ type: 'tokenized' }],
  ])('is not read with %j', (change) => {
    expect(parseCardMessage({ ...card, ...change })).toBeUndefined();
  });
});
