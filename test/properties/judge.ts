import type { PaymentRecord, SessionRecord } from '../../src/sandbox/index.js';
import type { Tab } from './tab.js';
import type { World } from './world.js';

/** After this long on a whole network a page that waits must show what is so. */
const READ_TIME_MS = 300_000;
const AFTER_WAKE_MS = 30_000;

const isLive = ({ status }: PaymentRecord): boolean =>
  status === 'processing' || status === 'requires_action';

/** Why the screen of a tab is not what the ledger says; `undefined` where it is. */
function lie(world: World, tab: Tab): string | undefined {
  const { state } = tab;
  const { record } = world.server;
  const live = record.payments.find(isLive);
  const isCharged = world.server.sandbox.ledger.charges.length > 0;
  const says = `${tab.name} says ${state.status}`;
  switch (state.status) {
    case 'succeeded':
      return isCharged ? undefined : `${says}, and nothing was charged`;
    case 'action_required':
    case 'processing':
      return live && (!state.payment || state.payment.id === live.id || world.plan.provider !== 'native')
        ? undefined
        : `${says}, and the server has ${live ? 'another payment' : `none under way: ${record.status}`}`;
    case 'unknown':
      return !isCharged && !live && tab.isSpent && isOpen(record, state.attempt)
        ? undefined
        : `${says}, and the server knows: ${record.status}`;
    case 'submitting':
    case 'loading':
    case 'idle':
      return `${says} for ever`;
    default:
      return isCharged || live
        ? `${says}, and ${isCharged ? 'the shopper was charged' : 'a payment is under way'}`
        : screenOf(world, state.status, record, says);
  }
}

/** The try was never taken and its sends are used up: nothing but the end of the session closes it. */
const isOpen = (record: SessionRecord, attempt: number): boolean =>
  record.status === 'open' && record.attempt === attempt;

const SCREENS: Readonly<Record<string, string>> = {
  open: 'ready',
  expired: 'expired',
  canceled: 'canceled',
  failed: 'locked',
};

/** Nothing was charged and nothing is under way; our own dialect also tells these ends apart. */
function screenOf(world: World, screen: string, record: SessionRecord, says: string): string | undefined {
  if (world.plan.provider !== 'native' || SCREENS[record.status] === screen) return undefined;
  return `${says}, and the session is ${record.status}`;
}

/** A page that waits, or that looks out for late money where there is some, learns the truth by itself. */
const mustLearn = (world: World, tab: Tab): boolean =>
  tab.isWaiting || (tab.asks && world.context.late.size > 0);

const isAtRest = (world: World): boolean =>
  world.time.isQuiet && world.tabs.every((tab) => !mustLearn(world, tab) || lie(world, tab) === undefined);

/** Once the network is whole: how long until every page that waits tells the truth by itself. */
export async function judgeWaiting(world: World): Promise<number | undefined> {
  const { time, context } = world;
  const healedAt = time.now();
  const unknown = world.tabs.filter(({ state }) => state.status === 'unknown');
  const end = healedAt + READ_TIME_MS;
  while (!isAtRest(world) && time.now() < end) {
    if (!time.step(end)) break;
    await world.settle();
    world.check();
  }
  if (unknown.length > 0) context.met('P-8');
  for (const tab of world.tabs) {
    if (!mustLearn(world, tab)) continue;
    context.met('P-2');
    const why = lie(world, tab);
    if (why !== undefined) context.broken(tab.state.status === 'unknown' ? 'P-8' : 'P-2', why);
  }
  return unknown.length > 0 ? time.now() - healedAt : undefined;
}

/** Every page is looked at once more; then all must agree with the ledger. */
export async function judgeScreens(world: World): Promise<void> {
  const { time, context, server } = world;
  await world.pass(1_100);
  for (const tab of world.tabs) await tab.wake(1, async () => world.settle());
  const end = time.now() + AFTER_WAKE_MS;
  const isTrue = (): boolean => world.tabs.every((tab) => lie(world, tab) === undefined);
  while (!isTrue() && time.now() < end) {
    if (!time.step(end)) break;
    await world.settle();
  }
  const { charges } = server.sandbox.ledger;
  context.met('P-1');
  if (charges.length > 1) context.broken('P-1', `${String(charges.length)} charges for one session`);
  for (const tab of world.tabs) {
    context.met('P-2');
    const why = lie(world, tab);
    if (why !== undefined) context.broken('P-2', why);
    judgeClock(world, tab);
    if (tab.state.status === 'succeeded' && tab.successNavigations !== 1)
      context.broken('P-22', `${tab.name} is paid and left ${String(tab.successNavigations)} times`);
  }
  judgeArrivals(world);
}

/** What the server took in under one key is one body, and no more than one payment came of it. */
function judgeArrivals(world: World): void {
  const accepted = new Set<string>();
  for (const { key, result } of world.server.sandbox.ledger.arrivals) {
    if (result !== 'accepted') continue;
    if (accepted.has(key)) world.context.broken('P-3', `two payments were begun under ${key}`);
    accepted.add(key);
  }
}

/** Two seconds off at most, where the server told its time within the last minute. */
export function judgeClock(world: World, tab: Tab): void {
  const now = world.time.now();
  if (now - tab.heardAt > 60_000) return;
  world.context.met('P-15');
  const offMs = tab.checkout.serverNow() - now;
  if (Math.abs(offMs) > 2_000)
    world.context.broken('P-15', `the clock of ${tab.name} is off by ${String(offMs)} ms`);
}
