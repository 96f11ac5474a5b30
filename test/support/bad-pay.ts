import type { CheckoutStatus } from '../../src/core/machine/state.js';
import type { ProviderId } from '../../src/core/providers/dialect.js';
import {
  CHANGED,
  CODES,
  EMBEDDED,
  GARBAGE,
  HEAVY,
  OWN,
  problem,
  STATUSES,
  TELLING_STATUSES,
  type BodyClass,
} from './bad-answers.js';
import type { Cell } from './bad-cells.js';
import type { Desk } from './bad-rig.js';
import { DECLINED_CARD, type BadPage } from './bad-rig.js';

/** What the request did behind the answer: nothing, or it took the money, or the bank said no. */
export const WORLDS = ['not done', 'charged', 'declined'] as const;
export type World = (typeof WORLDS)[number];

/** `Retry-After` of the answers, or none. */
export type Wait = string | undefined;

export interface BadAnswer {
  readonly provider: ProviderId;
  readonly world: World;
  readonly status: number;
  readonly body: BodyClass;
  readonly retryAfter?: Wait;
}

/** A response of these has no body at all. */
const BODILESS: readonly number[] = [204, 205, 304];

const WAITING: readonly CheckoutStatus[] = ['unknown', 'submitting'];
const LIVE: readonly CheckoutStatus[] = [...WAITING, 'processing'];

/** What an answer proves: the statuses it may lead to before anything else is heard. */
interface Evidence {
  readonly statuses: (status: number) => boolean;
  readonly is: (answer: BadAnswer) => boolean;
  readonly allows: readonly CheckoutStatus[];
}

const among =
  (...list: readonly number[]) =>
  (status: number): boolean =>
    list.includes(status);
const success = (status: number): boolean => status >= 200 && status < 300 && !BODILESS.includes(status);
const any = (): boolean => true;
const isOwn = ({ body }: BadAnswer): boolean => body.kind === 'own';
const isProblem = ({ body }: BadAnswer): boolean => body.kind === 'problem';
/** Codes that say that a payment of this try is there. */
const PAYMENT_STANDS: readonly string[] = ['idempotency_key_reused', 'in_progress', 'payment_exists'];
const nativeDecline = ({ provider, world }: BadAnswer): boolean =>
  provider === 'native' && world === 'declined';

/**
 * What may be concluded from an answer to a payment (reliability reference, 2.3), strictest first. The first row that
 * fits counts; an answer in no row proves nothing.
 */
const EVIDENCE: readonly Evidence[] = [
  // 2xx with the payment; a status that an API has no reason to give may be taken for none.
  {
    statuses: among(203, 206, 207, 226),
    is: (it) => isOwn(it) && it.world === 'charged',
    allows: ['succeeded', ...WAITING],
  },
  { statuses: success, is: (it) => isOwn(it) && it.world === 'charged', allows: ['succeeded'] },
  {
    statuses: success,
    is: (it) => isOwn(it) && it.world === 'declined' && !nativeDecline(it),
    allows: ['ready', ...WAITING],
  },
  { statuses: success, is: ({ body }) => body.kind === 'changed' || body.kind === 'embedded', allows: LIVE },
  {
    statuses: among(400, 422),
    is: (it) => isOwn(it) && it.world === 'declined',
    allows: ['ready', ...WAITING],
  },
  { statuses: among(409), is: (it) => isOwn(it) && it.world === 'charged', allows: ['succeeded', ...LIVE] },
  // A documented decline: 402 and a code.
  { statuses: among(402), is: (it) => isOwn(it) && nativeDecline(it), allows: ['ready'] },
  { statuses: among(402), is: (it) => isOwn(it) && it.world === 'declined', allows: ['ready', ...WAITING] },
  {
    statuses: among(402),
    is: (it) => it.body.kind === 'embedded' && it.world === 'declined',
    allows: ['ready', ...WAITING],
  },
  { statuses: among(402), is: isProblem, allows: ['ready', 'locked', ...WAITING] },
  // Refused by the validation. The key that was used with other bytes is none: a payment of this try exists.
  { statuses: among(400, 422), is: ({ body }) => PAYMENT_STANDS.includes(body.code ?? ''), allows: WAITING },
  { statuses: among(400, 422), is: isProblem, allows: ['ready', 'locked', ...WAITING] },
  // Another payment holds the session: that one is shown, or read.
  {
    statuses: any,
    is: ({ body, world }) => body.kind === 'embedded' && world === 'charged',
    allows: ['succeeded', ...LIVE],
  },
  // A session that takes no further payment says so.
  {
    statuses: among(400, 403, 409, 422),
    is: ({ body }) => body.code === 'session_locked',
    allows: ['locked', ...WAITING],
  },
];

const allowed = (answer: BadAnswer): readonly CheckoutStatus[] =>
  EVIDENCE.find(({ statuses, is }) => statuses(answer.status) && is(answer))?.allows ?? WAITING;

/** An API that says in its own form that nothing was done, while it was: only the end can be asked for. */
const contradicts = ({ world, status, body }: BadAnswer): boolean =>
  world !== 'not done' &&
  (body.kind === 'problem' || body.kind === 'embedded') &&
  allowed({ provider: 'native', world, status, body }).some((it) => it === 'ready' || it === 'locked');

/** An error that says, in the API's own form, that this try or the session is over. */
const isEndInWords = ({ status, body }: BadAnswer): boolean =>
  body.kind === 'problem' && (status === 402 || body.code === 'session_locked');

const LONGEST_MS = 200_000;

/** A gate that everything after the bad answer waits at. */
function gate(): { readonly wait: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const wait = new Promise<void>((resolve) => (open = resolve));
  return {
    wait,
    open: () => {
      open();
    },
  };
}

/** The answer itself. `undefined` where there is no such thing; status 0 is a request that breaks. */
function responseOf(
  { provider, status, body, retryAfter }: BadAnswer,
  own: string | undefined,
): Response | undefined {
  const bytes = body.make({ provider, status, own });
  if (bytes === undefined) return undefined;
  return new Response(BODILESS.includes(status) ? null : bytes, {
    status,
    headers: {
      'Content-Type': 'application/json',
      ...(retryAfter !== undefined && { 'Retry-After': retryAfter }),
    },
  });
}

const nameOf = ({ provider, world, status, body, retryAfter }: BadAnswer): string =>
  `${provider}, ${world}, ${String(status)} with ${body.name}${retryAfter === undefined ? '' : `, Retry-After ${retryAfter}`}`;

/** One payment whose first answer is bad; then the API is well. Answers what is wrong with how it went. */
async function payBadly(desk: Desk, answer: BadAnswer): Promise<string | undefined> {
  const page = desk.page();
  try {
    await page.load();
    if (page.status !== 'ready') return `did not open: ${page.status}`;
    return (await firstAnswer(page, answer)) ?? (await truth(page, answer));
  } finally {
    page.close();
  }
}

async function firstAnswer(page: BadPage, answer: BadAnswer): Promise<string | undefined> {
  const { wait, open } = gate();
  let answered = false;
  let missing = false;
  page.card = answer.world === 'declined' ? DECLINED_CARD : undefined;
  page.meddle = ({ kind, forward }) => {
    const isFirst = kind === 'pay' && !answered;
    if (!isFirst) return answered ? wait.then(() => undefined) : undefined;
    answered = true;
    return (async () => {
      const own = answer.world === 'not done' ? undefined : await (await forward()).text();
      if (answer.status === 0) throw new TypeError('Failed to fetch');
      const response = responseOf(answer, own);
      missing = response === undefined;
      return response ?? new Response('');
    })();
  };
  const before = page.trace.length;
  await page.pay();
  if (missing) throw new Error('there is no such answer');
  const seen = page.trace.slice(before + 1);
  const may = allowed(answer);
  const lies = seen.filter((status) => status !== 'submitting' && !may.includes(status));
  open();
  if (contradicts(answer)) return undefined;
  if (lies.length > 0) return `showed ${lies.join(', ')}; this answer allows ${may.join(', ')}`;
  if (!may.includes(page.status)) return `stands at ${page.status}; this answer allows ${may.join(', ')}`;
  return undefined;
}

/** Everything is well again: the end is what happened, and a payment that exists was never called a failure. */
async function truth(page: BadPage, answer: BadAnswer): Promise<string | undefined> {
  const ends: readonly CheckoutStatus[] = answer.world === 'declined' ? ['ready'] : ['succeeded'];
  await page.until(answer.world === 'charged' ? ['succeeded'] : ['succeeded', 'ready'], LONGEST_MS);
  await page.settle();
  if (answer.world === 'charged' && !contradicts(answer)) {
    if (page.heard('payment-failure')) return 'announced a failure of a payment that was charged';
    if (page.trace.slice(3).includes('ready')) return 'opened the form again over a payment that was charged';
  }
  // The API's word for an end that its own session knows nothing of: no charge may come of that, nor a dead end.
  if (answer.world === 'not done' && isEndInWords(answer)) {
    if (page.charges > 1) return `was charged ${String(page.charges)} times`;
    return ['ready', 'locked', 'succeeded'].includes(page.status) ? undefined : `ended at ${page.status}`;
  }
  // Nothing was charged, the form is open: the shopper tries again, with a card that works.
  if (page.status === 'ready' && answer.world !== 'charged') {
    if (page.charges > 0) return 'opened the form again over a charge';
    page.card = undefined;
    await page.pay();
    await page.until(['succeeded'], LONGEST_MS);
  } else if (!ends.includes(page.status)) return `ended at ${page.status} instead of ${ends.join(', ')}`;
  if (page.status !== 'succeeded') return `did not get to pay in the end: ${page.status}`;
  if (page.charges !== 1) return `was charged ${String(page.charges)} times`;
  if (page.faults.length > 0) return `a fault of ours: ${String(page.faults[0])}`;
  return undefined;
}

const waitsOf = (status: number): readonly Wait[] =>
  status === 425 || status === 429 || status === 503 || status === 409 ? [undefined, '2'] : [undefined];

/** The bodies that are told apart under a status. */
function* bodiesOf(status: number): Generator<BodyClass> {
  yield* GARBAGE;
  yield* OWN;
  yield EMBEDDED;
  if (success(status)) yield* CHANGED;
  const codes = TELLING_STATUSES.includes(status) ? CODES : ['invalid_request', 'quota_of_moons'];
  for (const code of codes) yield problem(code);
  if ([200, 402, 502].includes(status)) yield* HEAVY;
}

/** There a payment has no currency but its session's, and parts of an amount are a documented way to pay. */
const NOT_OF_Z2PAY: readonly string[] = ['a success in another currency', 'a success of another amount'];

/** A part of a matrix: every `of`th cell, from the `at`th on. */
export interface Part {
  readonly of: number;
  readonly at: number;
}

/** Every status with every body that there is, or a part of them, for one provider and what the request did. */
export function* payCells(desk: Desk, provider: ProviderId, world: World, part: Part): Generator<Cell> {
  const statuses = world === 'declined' ? TELLING_STATUSES : STATUSES;
  let index = 0;
  for (const status of statuses)
    for (const body of status === 0 ? GARBAGE.slice(0, 1) : bodiesOf(status)) {
      if (world === 'not done' && ['own', 'embedded', 'changed'].includes(body.kind)) continue;
      if (world === 'declined' && body.kind === 'changed') continue;
      if (provider === 'z2pay' && NOT_OF_Z2PAY.includes(body.name)) continue;
      for (const retryAfter of waitsOf(status)) {
        if (index++ % part.of !== part.at) continue;
        const answer: BadAnswer = { provider, world, status, body, retryAfter };
        yield { name: nameOf(answer), run: () => payBadly(desk, answer) };
      }
    }
}
