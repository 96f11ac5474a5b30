import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import * as p from '../../../src/core/providers/parse.js';
import { providerError } from '../../../src/core/providers/provider-error.js';
import * as shapes from '../../../src/core/providers/shapes.js';
import { refusal } from './support.js';

const read = <T>(schema: p.Schema<T>, value: unknown): T => p.parseAs(schema, value, 'session');

describe('parseAs', () => {
  const schema = z.object({
    config: z.object({ items: p.list(z.object({ name: p.text, price: p.whole })) }),
    customer: p.maybe(z.object({ email: p.text })),
  });

  test.each([
    [
      'a member of a list',
      { config: { items: [{ name: 'a', price: 1 }, { price: 2 }] } },
      'config.items[1].name',
      'a string',
    ],
    ['a missing object', {}, 'config', 'object'],
    ['an object that is a list', { config: [] }, 'config', 'object'],
    ['a list that is none', { config: { items: 'none' } }, 'config.items', 'array'],
    ['a member of an optional object', { config: {}, customer: { email: 4 } }, 'customer.email', 'a string'],
    ['null', null, '(body)', 'object'],
    ['a text (an HTML page)', '<!doctype html>', '(body)', 'object'],
    ['nothing (a body that is no JSON)', undefined, '(body)', 'object'],
    ['a list', [], '(body)', 'object'],
  ])('names the path where it meets %s', (_name, body, path, expected) => {
    const error = refusal(() => read(schema, body));
    expect(error).toEqual({
      kind: 'api',
      code: 'malformed_session',
      message: `The API's session is malformed at ${path}: expected ${expected}.`,
      retryable: path === '(body)', // some gateway's page, most likely
      path,
    });
  });

  test('names the first of several wrong fields, in the order of the document', () => {
    expect(refusal(() => read(schema, { customer: {}, config: { items: [{}] } })).path).toBe(
      'config.items[0].name',
    );
  });

  test('never quotes what was sent', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{12}$/), (secret) => {
        const { message, path } = refusal(() =>
          read(schema, { config: { items: [{ name: { secret }, price: secret }] } }),
        );
        expect(`${message}${String(path)}`).not.toContain(secret);
      }),
    );
  });

  test('says malformed_payment for a payment', () => {
    expect(refusal(() => p.parseAs(p.whole, 'x', 'payment')).code).toBe('malformed_payment');
  });
});

describe('optional fields', () => {
  test.each([
    ['maybe', p.maybe(p.whole), undefined],
    ['lenient', p.lenient(p.whole), undefined],
    ['or', p.or(p.whole, 7), 7],
    ['list', p.list(p.whole), []],
  ])('%s takes an absent and a null member alike', (_name, schema, absent) => {
    expect(read(z.object({ a: schema }), {}).a).toEqual(absent);
    expect(read(z.object({ a: schema }), { a: null }).a).toEqual(absent);
  });

  test('lenient drops a wrong member and keeps the others', () => {
    expect(read(z.object(p.textMembers('a', 'b')), { a: 4, b: 'x' })).toEqual({ a: undefined, b: 'x' });
  });

  test.each([
    ['maybe', p.maybe(p.whole)],
    ['or', p.or(p.whole, 7)],
    ['list', p.list(p.whole)],
  ])('%s refuses a wrong member', (_name, schema) => {
    expect(refusal(() => read(z.object({ a: schema }), { a: 'x' })).path).toBe('a');
  });
});

describe('epochMs', () => {
  const noon = Date.UTC(2026, 5, 23, 14, 30);
  test.each([
    ['2026-06-23T14:30:00Z', noon],
    ['2026-06-23T14:30:00.758Z', noon + 758],
    ['2026-06-23T14:30:00+00:00', noon],
    ['2026-06-23T11:30:00-03:00', noon],
    ['2026-06-23T14:30Z', noon],
    ['2026-06-23T14:30:00', noon], // no offset: UTC, not the clock of whoever looks
    [noon / 1000, noon],
    [noon / 1000 + 0.5, noon + 500],
    [noon, noon], // thirteen digits are milliseconds
    [0, 0],
  ])('reads %s', (value, ms) => {
    expect(p.epochMs(value)).toBe(ms);
  });

  test.each([
    '',
    'tomorrow',
    '2026-06-23',
    '2026-13-23T14:30:00Z',
    '23/06/2026 14:30',
    '1781879400',
    NaN,
    -1,
    Infinity,
    1e17,
    null,
    {},
    true,
  ])('does not read %s', (value) => {
    expect(p.epochMs(value)).toBeUndefined();
  });

  test('reads every time of the next centuries back from ISO 8601 and from seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), (seconds) => {
        expect(p.epochMs(seconds)).toBe(seconds * 1000);
        expect(p.epochMs(new Date(seconds * 1000).toISOString())).toBe(seconds * 1000);
      }),
    );
  });
});

describe('leaves', () => {
  test.each([
    [p.currency, 'BRL', 'BRL'],
    [p.currency, 'usd', 'USD'],
    [p.currency, 'USDC', 'USDC'],
    [p.whole, 0, 0],
    [p.quantity, 0.5, 0.5],
    [p.color, '#0a7AFF', '#0a7AFF'],
    [p.flag, false, false],
    [p.word, 'x', 'x'],
    [p.text, '', ''],
  ])('%# take what they are for', (schema, value, result) => {
    expect(read(schema as p.Schema<unknown>, value)).toBe(result);
  });

  test.each([
    [p.currency, 'R$'],
    [p.currency, 'BR'],
    [p.currency, 'BRL\n'],
    [p.whole, -1],
    [p.whole, 1.5],
    [p.whole, '1'],
    [p.whole, 2 ** 53],
    [p.quantity, 0],
    [p.quantity, Infinity],
    [p.color, '#fff'],
    [p.color, 'red;background:url(https://evil.example)'],
    [p.color, '#0a7aff;background:url(https://evil.example)'],
    [p.color, ' #0a7aff'],
    [p.flag, 'false'],
    [p.word, ''],
    [p.text, null],
  ])('%# refuse what they are not for', (schema, value) => {
    expect(refusal(() => read(schema as p.Schema<unknown>, value)).path).toBe('(body)');
  });
});

describe('knownOr', () => {
  const status = p.knownOr(['paid', 'canceled'], 'unknown');
  test.each([
    ['paid', 'paid'],
    ['canceled', 'canceled'],
    ['cancelled', 'canceled'],
    ['PAID', 'unknown'],
    ['refunded', 'unknown'],
    ['', 'unknown'],
    ['__proto__', 'unknown'],
    ['constructor', 'unknown'],
  ])('reads %s as %s', (said, known) => {
    expect(read(status, said)).toBe(known);
  });

  test('refuses what is no string: that is no new word but a broken answer', () => {
    expect(refusal(() => read(status, 3)).path).toBe('(body)');
  });
});

describe('shapes', () => {
  test('keep metadata and leave __proto__ out', () => {
    const sent = JSON.parse('{"__proto__":{"polluted":true},"constructor":"x","order":7}') as unknown;
    const metadata = read(shapes.metadata, sent);
    expect(Object.entries(metadata ?? {})).toEqual([
      ['constructor', 'x'],
      ['order', 7],
    ]);
    expect(Object.getPrototypeOf(metadata)).toBeNull();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test.each([
    [{ key: 'k' }, { key: 'k', label: 'k', type: 'text', required: false, options: [] }],
    [
      { key: 'k', label: 'L', type: 'text', required: true },
      { key: 'k', label: 'L', type: 'text', required: true, options: [] },
    ],
    [
      { key: 'k', type: 'checkbox' },
      { key: 'k', label: 'k', type: 'checkbox', required: false, options: [] },
    ],
    // A type of a later version is asked as what it most looks like.
    [
      { key: 'k', type: 'radio', options: ['S', 'M'] },
      {
        key: 'k',
        label: 'k',
        type: 'select',
        required: false,
        options: [
          { value: 'S', label: 'S' },
          { value: 'M', label: 'M' },
        ],
      },
    ],
    [
      { key: 'k', type: 'date' },
      { key: 'k', label: 'k', type: 'text', required: false, options: [] },
    ],
    [
      { key: 'k', type: 'select', options: [{ value: 's', label: 'Small' }, { value: 'm' }] },
      {
        key: 'k',
        label: 'k',
        type: 'select',
        required: false,
        options: [
          { value: 's', label: 'Small' },
          { value: 'm', label: 'm' },
        ],
      },
    ],
  ])('read the custom field %#', (sent, field) => {
    expect(read(shapes.customField, sent)).toEqual(field);
  });

  test.each([
    [{}, 'key'],
    [{ key: 'k', required: 'yes' }, 'required'],
    [{ key: 'k', options: [{ label: 'x' }] }, 'options[0].value'],
    [{ key: 'k', options: [7] }, 'options[0]'],
  ])('refuse the custom field %#', (sent, path) => {
    expect(refusal(() => read(shapes.customField, sent)).path).toBe(path);
  });
});

describe('providerError', () => {
  const failed = {
    id: 'p',
    attempt: 1,
    status: 'failed',
    amount: 1,
    currency: 'BRL',
    method: 'card',
  } as const;

  test('takes a 402 with a code as a decline', () => {
    expect(providerError(402, { code: 'expired_card', param: 'card' }).decline).toEqual({
      code: 'expired_card',
      retryable: true,
      param: 'card',
    });
  });

  test('prefers what the failed payment says of the decline', () => {
    const failure = { code: 'declined', retryable: false };
    expect(providerError(402, { code: 'x', payment: { ...failed, failure } }).decline).toBe(failure);
  });

  test.each([
    ['another status', 409, { code: 'declined' }],
    ['no code: some gateway’s page', 402, {}],
    [
      'a payment that may still be charged',
      402,
      { code: 'declined', payment: { ...failed, status: 'processing' as const } },
    ],
    [
      'a payment of an unknown status',
      402,
      { code: 'declined', payment: { ...failed, status: 'unknown' as const } },
    ],
  ])('sees no decline in %s', (_name, status, parts) => {
    expect(providerError(status, parts).decline).toBeUndefined();
  });

  test.each([undefined, '', 7, 'two words', 'x'.repeat(65), { a: 1 }])(
    'names the status where the code is %s',
    (code) => {
      expect(providerError(503, { code }).code).toBe('http_503');
    },
  );
});
