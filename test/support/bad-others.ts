import type { CheckoutStatus } from '../../src/core/machine/state.js';
import type { ProviderId } from '../../src/core/providers/dialect.js';
import { GARBAGE, problem, STATUSES, type BodyClass } from './bad-answers.js';
import type { Cell } from './bad-cells.js';
import type { BadPage, Desk, Sent } from './bad-rig.js';

/** The API refuses the token; only in its own form is that its word. */
const REFUSES: readonly number[] = [401, 403, 404, 410];
const BODILESS: readonly number[] = [204, 205, 304];
const HEAL_MS = 60_000;

interface BadRequest {
  readonly provider: ProviderId;
  readonly status: number;
  readonly body: BodyClass;
}

const answerOf = ({ provider, status, body }: BadRequest, own?: string): Response => {
  if (status === 0) throw new TypeError('Failed to fetch');
  const bytes = BODILESS.includes(status) ? null : (body.make({ provider, status, own }) ?? null);
  return new Response(bytes, { status, headers: { 'Content-Type': 'application/json' } });
};

/** Whether anybody but the API may have answered so. */
const isForeign = ({ body }: BadRequest): boolean =>
  [
    'empty',
    'not JSON',
    'HTML',
    'cut off',
    'broken off on the way',
    'NaN',
    'UTF-16',
    'something behind it',
  ].includes(body.name);

const READ_BODIES: readonly BodyClass[] = [
  ...GARBAGE,
  ...['invalid_token', 'declined', 'quota_of_moons'].map(problem),
];

/** Where a page stands when its reads go bad, and how it gets there. */
const STANDS: readonly (readonly [CheckoutStatus, (page: BadPage) => Promise<void>])[] = [
  ['loading', () => Promise.resolve()],
  ['ready', async (page) => page.load()],
  [
    'processing',
    async (page) => {
      page.card = '4000000000000077';
      await page.load();
      await page.pay();
    },
  ],
];

/** A read that is answered badly: the state stays, and a first read leads to `unavailable` at most. */
async function readBadly(desk: Desk, request: BadRequest, stand: number): Promise<string | undefined> {
  const [status, go] = STANDS[stand] as (typeof STANDS)[number];
  const page = desk.page();
  await go(page);
  if (page.status !== (status === 'loading' ? 'idle' : status))
    return `did not get to ${status}: ${page.status}`;
  page.meddle = ({ kind }) => (kind === 'read' ? Promise.resolve().then(() => answerOf(request)) : undefined);
  page.checkout.dispatch({ type: 'session_requested' });
  await page.settle();
  if (status === 'loading') await page.until(['unavailable'], HEAL_MS);
  const allowed: CheckoutStatus[] = status === 'loading' ? ['unavailable'] : [status];
  if (status === 'ready' && REFUSES.includes(request.status) && !isForeign(request)) allowed.push('expired');
  const shown = page.status;
  page.meddle = () => undefined;
  page.checkout.dispatch({ type: 'session_requested' });
  await page.until(status === 'processing' ? ['succeeded'] : ['ready'], HEAL_MS);
  page.close();
  if (!allowed.includes(shown)) return `showed ${shown}; a bad read allows ${allowed.join(', ')}`;
  if (page.heard('payment-failure')) return 'announced a failure';
  const end = status === 'processing' ? 'succeeded' : 'ready';
  if (page.status !== end) return `ended at ${page.status} instead of ${end}`;
  return page.faults.length > 0 ? `a fault of ours: ${String(page.faults[0])}` : undefined;
}

/** Every status with every body as the answer to a read; every `of`th of them. */
export function* readCells(desk: Desk, provider: ProviderId, of: number): Generator<Cell> {
  let index = 0;
  for (const status of STATUSES)
    for (const body of status === 0 ? GARBAGE.slice(0, 1) : READ_BODIES) {
      const [turn, stand] = [index % of, Math.floor(index / of) % STANDS.length];
      index += 1;
      if (turn !== 0) continue;
      // A success in the API's own words is no bad answer, and `{}` under 2xx is read as malformed all the same.
      const request = { provider, status, body };
      yield {
        name: `${provider}, read in ${String(STANDS[stand]?.[0])}, ${String(status)} with ${body.name}`,
        run: () => readBadly(desk, request, stand),
      };
    }
}

/** A request of the shopper's while a payment waits for them, or before one. */
interface Act {
  readonly name: string;
  readonly provider: ProviderId;
  readonly method?: string;
  readonly phone?: string;
  readonly path: RegExp;
  readonly send: (page: BadPage) => void;
  /** The truth where the request was done, and where it was not. */
  readonly done: CheckoutStatus;
  readonly notDone: CheckoutStatus;
}

const ACTS: readonly Act[] = [
  {
    name: 'confirm',
    provider: 'payonify',
    method: 'mobile_money',
    phone: '0775555555',
    path: /\/confirm$/,
    send: ({ checkout }) => {
      checkout.dispatch({ type: 'code_entered', code: '123456' });
    },
    done: 'succeeded',
    notDone: 'action_required',
  },
  {
    name: 'resend',
    provider: 'payonify',
    method: 'mobile_money',
    phone: '0771234567',
    path: /\/resend$/,
    send: ({ checkout }) => {
      checkout.dispatch({ type: 'resend_requested' });
    },
    done: 'action_required',
    notDone: 'action_required',
  },
  {
    name: 'cancelPayment',
    provider: 'native',
    method: 'pix',
    path: /\/payments\/[^/]+\/cancel$/,
    send: ({ checkout }) => {
      checkout.dispatch({ type: 'action_canceled' });
    },
    done: 'ready',
    notDone: 'action_required',
  },
  {
    name: 'cancel',
    provider: 'native',
    path: /\/checkout-sessions\/[^/]+\/cancel$/,
    send: ({ checkout }) => {
      checkout.dispatch({ type: 'cancel_requested' });
    },
    done: 'canceled',
    notDone: 'ready',
  },
];

export const ACT_NAMES = ACTS.map(({ name, provider }) => [name, provider] as const);

const ACT_STATUSES = [
  0, 200, 201, 202, 302, 400, 401, 402, 403, 404, 409, 410, 418, 422, 425, 429, 500, 502, 503,
];
const ACT_BODIES: readonly BodyClass[] = [
  ...GARBAGE.filter(({ name }) => ['HTML', 'null', 'a list', 'an empty object', 'cut off'].includes(name)),
  problem('invalid_request'),
  problem('declined'),
];

async function actBadly(
  desk: Desk,
  act: Act,
  request: BadRequest,
  isDone: boolean,
): Promise<string | undefined> {
  const page = desk.page();
  if (act.phone !== undefined) page.wallet = { phone: act.phone, network: 'ecocash' };
  await page.load();
  if (act.method !== undefined) await page.pay(act.method);
  if (page.status !== act.notDone) return `did not get to ${act.notDone}: ${page.status}`;
  let isBad = true;
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  page.meddle = ({ url, kind, forward }: Sent) => {
    if (act.path.test(new URL(url).pathname) && isBad) {
      isBad = false;
      return (async () => {
        const own = isDone ? await (await forward()).text() : undefined;
        return answerOf(request, own);
      })();
    }
    return kind === 'read' && !isBad ? gate.then(() => undefined) : undefined;
  };
  act.send(page);
  await page.settle();
  const shown = page.status;
  open();
  const truth = isDone ? act.done : act.notDone;
  await page.until([truth], HEAL_MS);
  await page.settle();
  const end = page.status;
  page.close();
  if (isBad) return 'was never sent';
  // A shop whose token may no more be written with may be left all the same: nothing is on its way.
  const mayLeave = act.name === 'cancel' && REFUSES.includes(request.status);
  if (shown !== act.notDone && !(mayLeave && shown === 'canceled'))
    return `showed ${shown} before anything was proven`;
  if (end !== truth && !(mayLeave && end === 'canceled')) return `ended at ${end} instead of ${truth}`;
  if (page.heard('payment-failure') && act.name !== 'cancelPayment') return 'announced a failure';
  return page.faults.length > 0 ? `a fault of ours: ${String(page.faults[0])}` : undefined;
}

/** About a hundred bad answers to each of the other requests, each done behind the answer and not done. */
export function* actCells(desk: Desk, name: string): Generator<Cell> {
  const act = ACTS.find((it) => it.name === name);
  if (!act) return;
  for (const status of ACT_STATUSES)
    for (const body of status === 0 ? GARBAGE.slice(0, 1) : ACT_BODIES)
      for (const isDone of [true, false]) {
        const request = { provider: act.provider, status, body };
        yield {
          name: `${name}, ${isDone ? 'done' : 'not done'}, ${String(status)} with ${body.name}`,
          run: () => actBadly(desk, act, request, isDone),
        };
      }
}
