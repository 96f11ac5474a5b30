/** One change of a JSON value at one place. */
export interface Mutation {
  readonly path: string;
  readonly how: string;
  readonly body: unknown;
}

const LONG = 'x'.repeat(1_000_000);
const LONG_LIST = 10_000;

/** A value that is put in the place of another. */
type Swap = readonly [how: string, value: unknown];

const HOSTILE: readonly Swap[] = [
  ['markup', '</script><img src=x onerror=alert(1)>'],
  ['control and bidi characters', '\u0000\u001b[2J\u202eevil\u2066\u200f\ud800'],
  ['a script URL', 'javascript:alert(document.domain)'],
  ['__proto__', '__proto__'],
  ['constructor', 'constructor'],
  ['a word nobody knows', 'glorious'],
  ['an empty text', ''],
  ['a text of 1 MB', LONG],
];

const TYPES: readonly Swap[] = [
  ['null', null],
  ['an object', {}],
  ['an object with a hostile key', JSON.parse('{"__proto__":{"status":"paid"},"constructor":{"name":1}}')],
  ['a list', []],
  ['a list of null', [null]],
  ['a text', 'x'],
  ['a number', 7],
  ['true', true],
  ['false', false],
];

const NUMBERS: readonly Swap[] = [
  ['1e308', 1e308],
  ['2^53 + 1', 2 ** 53 + 1],
  ['a negative number', -1],
  ['a fraction', 0.5],
  ['zero', 0],
  ['a number as text', '7'],
];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a value is replaced by. Its own kind of value is left out, but for what is odd about it. */
function swapsOf(value: unknown, isHeavy: boolean): readonly Swap[] {
  if (typeof value === 'string') return [...TYPES.filter(([how]) => how !== 'a text'), ...HOSTILE];
  if (typeof value === 'number') return [...TYPES.filter(([how]) => how !== 'a number'), ...NUMBERS];
  if (typeof value === 'boolean')
    return [...TYPES.filter(([how]) => how !== 'true' && how !== 'false'), ['a text', 'no']];
  if (Array.isArray(value) && isHeavy)
    return [
      ...TYPES,
      ['a list of 10,000', Array.from({ length: LONG_LIST }, () => (value as unknown[])[0] ?? 'x')],
    ];
  return TYPES;
}

/** Members that decorate a session: walked in one sample of each provider, and not again in every state. */
const DECORATION = new Set(
  (
    'items line_items merchant branding customer customFields config paymentMethods paymentConfigs metadata owner ' +
    'tokenizer payment_method_types destinations combined requiredFields customerRequirements'
  ).split(' '),
);

/** Every change of every place of an answer. With `isWhole`, also of what only decorates it. */
export function* mutations(body: unknown, isWhole: boolean): Generator<Mutation> {
  yield* walk(body, isWhole, '', (value) => value);
}

function* walk(
  value: unknown,
  isWhole: boolean,
  path: string,
  put: (value: unknown) => unknown,
): Generator<Mutation> {
  for (const [how, swap] of swapsOf(value, isWhole)) yield { path, how, body: put(swap) };
  if (Array.isArray(value)) {
    const list = value as readonly unknown[];
    yield { path, how: 'its first twice', body: put([...list.slice(0, 1), ...list]) };
    if (list.length > 0)
      yield* walk(list[0], isWhole, `${path}[0]`, (first) => put([first, ...list.slice(1)]));
  }
  if (!isRecord(value)) return;
  for (const [key, member] of Object.entries(value)) {
    if (!isWhole && DECORATION.has(key)) continue;
    const at = path === '' ? key : `${path}.${key}`;
    yield {
      path: at,
      how: 'left out',
      body: put(Object.fromEntries(Object.entries(value).filter(([k]) => k !== key))),
    };
    yield* walk(member, isWhole, at, (swap) => put({ ...value, [key]: swap }));
  }
}
