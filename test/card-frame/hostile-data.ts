import fc from 'fast-check';

/*
 * Messages as a hostile window would send them: right ones, nearly right ones, and such that no right one looks like. All
 * of them pass the structured clone, as everything between windows must.
 */

const TYPES = [
  ...['card-frame-hello', 'card-frame-welcome', 'configure', 'tokenize', 'focus', 'clear_security_code'],
  ...['clear_all', 'ready', 'height', 'change', 'submit', 'gone', 'tokenized', 'invalid', 'failed'],
];

const nested = (depth: number): unknown => {
  let value: unknown = 'bottom';
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { texts: value };
  return value;
};

const cyclic = (): object => {
  const value: Record<string, unknown> = { texts: {}, list: [] };
  value['self'] = value;
  (value['list'] as unknown[]).push(value, value['list']);
  return value;
};

/** Values no member of a message has. */
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true }) },
  fc.constantFrom<unknown>(
    ...['*', 'null', '4242424242424242', '<img src=x onerror=alert(1)>', 'url(//evil)'],
  ),
  fc.constantFrom<unknown>(NaN, Infinity, -1, 1e308, null, undefined, true),
  fc.integer({ min: 0, max: 500 }).map(nested),
  fc.constant(null).map(cyclic),
  fc
    .constantFrom('{"__proto__":{"type":"submit"}}', '{"constructor":{"prototype":{}}}')
    .map((text): unknown => JSON.parse(text)),
  fc.constant(null).map(() => new Uint8Array(64)),
  fc.constant(null).map(() => new Error('4242424242424242')),
);

const member = (nonce: string): fc.Arbitrary<Record<string, unknown>> =>
  fc.dictionary(
    fc.constantFrom(
      'nonce',
      'id',
      'token',
      'last4',
      'height',
      'version',
      'style',
      'strings',
      'brands',
      'kind',
      'session',
      'tokenizer',
      '__proto__',
      'constructor',
    ),
    fc.oneof(
      oddValue,
      fc.constantFrom<unknown>(nonce, nonce.toUpperCase(), `${nonce}0`, 0, 1, '1', 'tok_evil', '4242'),
    ),
    { maxKeys: 6 },
  );

/** A message that is none: wrong in its type, or in some member of it. May hold the right nonce. */
export const oddMessage = (nonce: string): fc.Arbitrary<unknown> =>
  fc.oneof(
    oddValue,
    fc
      .tuple(fc.oneof(fc.constantFrom(...TYPES), oddValue), member(nonce))
      .map(([type, members]) => ({ ...members, type })),
    fc.tuple(fc.constantFrom(...TYPES), member(nonce)).map(([type, members]) =>
      JSON.stringify({
        type,
        ...Object.fromEntries(Object.entries(members).filter(([, value]) => typeof value === 'string')),
      }),
    ),
    fc
      .tuple(fc.constantFrom(...TYPES), member(nonce))
      .map(([type, members]) => [{ type, nonce, ...members }]),
  );

/** Small enough to pass from window to window: a generator may make what the structured clone refuses. */
export function clonable(values: readonly unknown[]): unknown[] {
  return values.filter((value) => {
    try {
      structuredClone(value);
      return true;
    } catch {
      return false;
    }
  });
}

/** The few that are huge, by what is huge in them: made anew each time, because they cost memory. */
export const HUGE: readonly (readonly [name: string, make: (type: string) => unknown])[] = [
  ['a type of ten megabytes', (type) => ({ type: type.padEnd(1e7, 'x') })],
  [
    'a member of ten megabytes',
    (type) => ({ type, nonce: 'a'.repeat(1e7), style: 'x'.repeat(1e7), session: 'x'.repeat(1e7) }),
  ],
  [
    'three hundred thousand members',
    (type) => ({
      type,
      ...Object.fromEntries(Array.from({ length: 3e5 }, (_, index) => [`k${String(index)}`, index])),
    }),
  ],
  [
    'a list of a million',
    (type) => ({ type, brands: new Array(1e6).fill('visa'), id: new Array(1e6).fill(7) }),
  ],
  [
    'a style of lists of a million',
    (type) => ({
      type,
      style: {
        radius: new Array(1e6).fill(7),
        fontSize: new Array(1e6).fill(7),
        gap: new Array(1e6).fill(1),
      },
    }),
  ],
  [
    'words of ten megabytes',
    (type) => ({ type, strings: { lang: 'x'.repeat(1e7), texts: { title: 'x'.repeat(1e7) } } }),
  ],
  ['ten megabytes of bytes', (type) => ({ type, style: new Uint8Array(1e7) })],
  ['two thousand levels', (type) => ({ type, style: nested(2000), strings: nested(2000) })],
  [
    'a message within itself',
    (type) => Object.assign(cyclic(), { type, style: cyclic(), strings: cyclic(), brands: cyclic() }),
  ],
];
