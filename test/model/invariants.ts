import type { CheckoutState } from '../../src/core/machine/state.js';
import type { Turn } from './client.js';
import type { Broken } from './explore.js';
import type { MachineMemo } from './machine-memo.js';
import type { ServerMemo } from './server-memo.js';
import { charges, hasMoneyOnTheWay, isLive, statusOf, type Server } from './server.js';
import { ASKED, NO, type Tab } from './tab.js';
import type { Scene } from './world.js';

/** Screens that say, or let the shopper believe, that nothing was charged for what this page has sent. */
const NOT_CHARGED: ReadonlySet<string> = new Set(['ready', 'expired', 'canceled', 'locked', 'unavailable']);
/** Screens that the page does not leave by itself. */
const AT_REST: ReadonlySet<string> = new Set([...NOT_CHARGED, 'idle', 'succeeded']);

/** What has to be true in every state of the world. */
export function judgeState(scene: Scene, memo: MachineMemo, servers: ServerMemo): readonly Broken[] {
  const broken: Broken[] = [];
  const { server, tabs } = scene;
  if (charges(server) > 1) broken.push({ invariant: 'P-1', message: `${String(charges(server))} charges` });
  for (const tab of tabs) {
    const state = memo.state(tab.state);
    if (state.status === 'succeeded' && charges(server) === 0)
      broken.push({ invariant: 'P-2', message: `${tab.name} shows success and nothing was charged` });
    if (NOT_CHARGED.has(state.status) && tab.sent > 0 && mayBeCharged(server, tab.sent))
      broken.push({
        invariant: 'P-2',
        message: `${tab.name} shows ${state.status} while attempt ${String(tab.sent)}, which it sent, lives or is charged`,
      });
    if ('session' in state && state.session && state.session.version > server.version)
      broken.push({
        invariant: 'P-13',
        message: `${tab.name} takes version ${String(state.session.version)} for known, and drops the server's answers until it gets there`,
      });
    if (isStuck(tab, state))
      broken.push({ invariant: 'P-8', message: `${tab.name} waits for nothing: ${state.status}` });
  }
  if (isQuiet(scene, memo)) for (const tab of tabs) broken.push(...judgeQuiet(scene, tab, memo, servers));
  return broken;
}

const mayBeCharged = ({ payments }: Server, attempt: number): boolean =>
  payments.some((entry) => entry.attempt === attempt && (isLive(entry) || entry.status === 'succeeded'));

/** Nothing is on its way, and no page is about to do anything by itself. */
function isQuiet({ wire, strays, tabs }: Scene, memo: MachineMemo): boolean {
  return (
    wire.length === 0 &&
    strays.length === 0 &&
    tabs.every(
      (tab) =>
        (tab.reading === NO || tab.reading === ASKED) &&
        tab.sending === NO &&
        tab.leaving === NO &&
        tab.acting === NO &&
        tab.recover === 'no' &&
        tab.preparing === 0 &&
        AT_REST.has(memo.state(tab.state).status),
    )
  );
}

/**
 * In the quiet, every claim on a screen is compared with the server (P-2). A screen claims: `succeeded`, that the session
 * is charged; `locked`, `expired` and `canceled`, that it is not and cannot be; `ready` with attempt n on offer, that
 * every attempt before n came to nothing. And whatever a page shows: once looked at (`woken`) with the network whole, its
 * screen is the server's truth, no more and no less.
 */
function judgeQuiet({ server }: Scene, tab: Tab, memo: MachineMemo, servers: ServerMemo): readonly Broken[] {
  const state = memo.state(tab.state);
  const lie = (what: string): readonly Broken[] => [
    { invariant: 'P-2', message: `in the quiet, ${tab.name} ${what}` },
  ];
  const isPossible = charges(server) > 0 || hasMoneyOnTheWay(server);
  if (['locked', 'expired', 'canceled'].includes(state.status) && isPossible)
    return lie(`shows ${state.status}, and the server is ${statusOf(server)}`);
  if (
    state.status === 'ready' &&
    server.payments.some((entry) => entry.attempt < state.session.attempt && !isOver(entry))
  )
    return lie('offers a new attempt over an earlier one that is not over');
  if (state.status === 'idle' || state.status === 'unavailable') return [];
  const now = servers.snapshot(server);
  const read = { type: 'session_read', session: memo.session(now) } as const;
  const seen = memo.state(memo.step(tab.state, `${read.type} ${now}`, () => read).state);
  return agrees(seen, server)
    ? []
    : lie(`looked at, shows ${seen.status}, and the server is ${statusOf(server)}`);
}

const isOver = ({ status }: { status: string }): boolean => status === 'failed' || status === 'canceled';

/** The one screen that is true of each status of the server. */
function agrees({ status }: CheckoutState, server: Server): boolean {
  switch (statusOf(server)) {
    case 'paid':
      return status === 'succeeded';
    case 'processing':
      return status === 'processing' || status === 'action_required';
    case 'failed':
      return status === 'locked';
    case 'canceled':
    case 'expired':
      // Both say that nothing was charged and nothing can be.
      return status === 'canceled' || status === 'expired';
    default:
      return status === 'ready';
  }
}

/** A page that waits, and has nothing under way that could end the waiting. */
function isStuck(tab: Tab, state: CheckoutState): boolean {
  switch (state.status) {
    case 'loading':
      return tab.reading === NO;
    case 'submitting':
      return state.stage === 'preparing' ? tab.preparing === 0 : tab.sending === NO;
    case 'unknown':
      return !state.gaveUp && tab.recover === 'no';
    case 'ready':
      return state.leaving === true && tab.leaving === NO;
    case 'action_required':
      return state.leaving === true && tab.acting === NO;
    default:
      return false;
  }
}

/** What has to be true of a step of a page. */
export function judgeTurn({ server, wire, tabs }: Scene, { effects, sends }: Turn): readonly Broken[] {
  const broken: Broken[] = [];
  const isPossible = charges(server) > 0 || hasMoneyOnTheWay(server);
  for (const effect of effects) {
    if (effect.type === 'navigate' && effect.reason === 'cancel' && isPossible)
      broken.push({
        invariant: 'P-21',
        message: `leaves for the shop while the session is ${statusOf(server)}`,
      });
    const isSuccess =
      (effect.type === 'navigate' && effect.reason === 'success') ||
      (effect.type === 'announce' && effect.notice.type === 'payment-success');
    if (isSuccess && charges(server) === 0)
      broken.push({ invariant: 'P-2', message: 'success is told to the host page and nothing was charged' });
  }
  const known = [...wire, ...server.payments, ...tabs.flatMap(({ held }) => held ?? [])];
  if (sends && known.some(({ attempt, key }) => attempt === sends.attempt && key !== sends.key))
    broken.push({
      invariant: 'P-3',
      message: `attempt ${String(sends.attempt)} goes out under a second key`,
    });
  if (sends && sends.attempt > server.attempt)
    broken.push({
      invariant: 'P-3',
      message: `attempt ${String(sends.attempt)} goes out before the server issued it`,
    });
  return broken;
}
