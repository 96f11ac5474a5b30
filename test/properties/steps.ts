import type { MachineEvent } from '../../src/core/machine/events.js';
import type { Command } from './plan.js';
import { BURST_MS, type Tab } from './tab.js';
import type { World } from './world.js';

const MAX_TABS = 3;
const GRACE_MS = 540_000;
/** A wake counts once a second; the same burst again is no new one. */
const POLLING = new Set(['processing', 'action_required']);

/** Does one thing of the plan to the world. */
export async function take(world: World, command: Command): Promise<void> {
  const tab = 'tab' in command ? world.tabs[command.tab % world.tabs.length] : world.tabs[0];
  if (!tab) return;
  world.note(`- ${JSON.stringify(command)}`);
  switch (command.type) {
    case 'press':
      return press(world, tab, command.times);
    case 'pick':
      return pick(world, tab, command.choice);
    case 'reload':
      return reload(world, tab);
    case 'open_tab':
      if (world.tabs.length < MAX_TABS) await world.openTab(command.skew);
      return;
    case 'cancel':
      return cancel(world, tab);
    case 'give_up':
      return tell(world, tab, { type: 'action_canceled' });
    case 'resend':
      return tell(world, tab, { type: 'resend_requested' });
    case 'code':
      return tell(world, tab, { type: 'code_entered', code: command.right ? '123456' : '000000' });
    case 'refresh':
      void tab.checkout.refresh();
      return world.settle();
    case 'wake':
      return wake(world, tab, command.times, 'P-16');
    case 'offline':
      world.network.isDown = true;
      for (const each of world.tabs) each.saysOnline = !command.told;
      return;
    case 'online':
      return online(world);
    case 'lie':
      tab.saysOnline = !tab.saysOnline;
      return;
    case 'pass':
      return pass(world, command.ms);
    case 'sleep':
      return sleep(world, command.ms, command.deep);
    case 'throw':
      tab.throwAt(command.where);
      return;
    default:
      onServer(world, command);
  }
}

async function tell(world: World, tab: Tab, event: MachineEvent): Promise<void> {
  tab.checkout.dispatch(event);
  await world.settle();
}

async function cancel(world: World, tab: Tab): Promise<void> {
  tab.checkout.dispatch({ type: 'cancel_requested' });
  if ('leaving' in tab.state && tab.state.leaving) await world.settleFile(tab);
  await world.settle();
}

/** One method of those that the page shows; where it shows none, nothing. */
async function pick(world: World, tab: Tab, choice: number): Promise<void> {
  const { state } = tab;
  if (state.status !== 'ready') return;
  const methods = state.session.paymentMethods;
  const method = methods[choice % methods.length];
  if (!method) return;
  tab.checkout.dispatch({ type: 'method_selected', methodId: method.id });
  await world.settleFile(tab);
}

async function press(world: World, tab: Tab, times: number): Promise<void> {
  const { state } = tab;
  if (state.status === 'ready' && state.methodId === undefined) await pick(world, tab, world.plan.seed);
  const { prepares, posts } = tab;
  for (let turn = 0; turn < times; turn++) tab.checkout.dispatch({ type: 'payment_submitted' });
  if (tab.state.status === 'submitting') await world.settleFile(tab);
  await world.settle();
  if (times > 1 && tab.prepares > prepares) world.context.met('P-5');
  if (tab.prepares - prepares > 1)
    world.context.broken(
      'P-5',
      `${String(times)} presses at once began ${String(tab.prepares - prepares)} payments`,
    );
  if (!tab.saysOnline && state.status === 'ready') {
    world.context.met('P-17');
    if (tab.posts > posts)
      world.context.broken('P-17', `${tab.name} sent while the browser says it is offline`);
  }
}

/** The page goes and comes again: what was under way is the network's now. */
async function reload(world: World, tab: Tab): Promise<void> {
  tab.destroy();
  world.tabs.splice(world.tabs.indexOf(tab), 1);
  const fresh = await world.openTab(tab.skewMs);
  fresh.saysOnline = tab.saysOnline;
  if (fresh.posts > 0) world.context.broken('P-10', `${fresh.name} sent a payment by itself after a reload`);
}

/** Signs of life in a burst: one read, and at once. */
async function wake(world: World, tab: Tab, times: number, invariant: 'P-16' | 'P-17'): Promise<void> {
  const { status } = tab.state;
  const isBurst = tab.clock - tab.wokenAt < BURST_MS;
  const sent = await tab.wake(times, async () => world.settle());
  if (status === 'idle' || status === 'succeeded' || status === 'loading') return;
  world.context.met(invariant);
  // Within the second of an earlier burst the read of that one will do.
  if (sent > 1 || (sent === 0 && !isBurst))
    world.context.broken(invariant, `${tab.name} was woken while ${status} and sent ${String(sent)} reads`);
}

async function online(world: World): Promise<void> {
  const wasDown = world.network.isDown;
  world.network.isDown = false;
  for (const tab of world.tabs) {
    const wasTold = !tab.saysOnline;
    tab.saysOnline = true;
    // The browser fires `online` only where it had noticed.
    if (wasDown && wasTold) await wake(world, tab, 1, 'P-17');
  }
}

/** While nothing but time happens, a page that waits asks at a measured pace. */
async function pass(world: World, ms: number): Promise<void> {
  const before = world.tabs.map((tab) => ({
    tab,
    reads: tab.reads - tab.heard,
    abandoned: tab.abandoned,
    status: tab.state.status,
  }));
  await world.pass(ms);
  for (const { tab, reads, abandoned, status } of before) {
    if (!POLLING.has(status) || !POLLING.has(tab.state.status)) continue;
    world.context.met('P-16');
    const most = Math.floor(ms / 2_000) + 3 + abandoned;
    const done = tab.reads - tab.heard - reads;
    if (done > most)
      world.context.broken('P-16', `${tab.name} read ${String(done)} times in ${String(ms)} ms`);
  }
}

async function sleep(world: World, ms: number, isDeep: boolean): Promise<void> {
  await world.sleep(ms, isDeep);
  const isTimerFirst = world.plan.seed % 2 === 0;
  if (isTimerFirst) await world.pass(0);
  for (const tab of [...world.tabs]) await wake(world, tab, 1 + (world.plan.seed % 3), 'P-16');
  await world.pass(0);
}

function onServer(world: World, command: Extract<Command, { type: 'expire' | 'withdraw' | 'payer' }>): void {
  const { sandbox, id } = world.server;
  const { record } = world.server;
  const isLive = record.status === 'processing';
  switch (command.type) {
    case 'expire':
      sandbox.expire(id);
      return;
    case 'withdraw':
      if (record.status === 'open') sandbox.cancelSession(id);
      return;
    case 'payer':
      if (command.does === 'late') payLate(world);
      if (!isLive || command.does === 'late') return;
      if (command.does === 'pays') payerPays(world);
      else if (command.does === 'declines') sandbox.decline(id);
      else sandbox.refuse(id);
  }
}

/** The payer pays whatever waits for them, perhaps later than the screen said. */
export function payerPays(world: World): void {
  const { sandbox, id, record } = world.server;
  const payment = record.payments.findLast(({ status }) => status === 'requires_action');
  if (!payment) return;
  const action = payment.nextAction;
  const shownEnd = action && 'expiresAt' in action ? action.expiresAt : undefined;
  if (world.time.now() >= Math.min(shownEnd ?? Infinity, record.expiresAt)) world.context.met('P-18');
  sandbox.pay(id);
}

/** The bank tells of money for a payment whose time was over. */
export function payLate(world: World): void {
  const { sandbox, id, record } = world.server;
  const newest = record.payments.at(-1);
  if (record.status === 'processing' || record.paid > 0 || newest?.failure?.code !== 'payment_timeout')
    return;
  // Later than a page can be expected to go on asking.
  if (world.time.now() - newest.updatedAt > GRACE_MS) return;
  world.context.met('P-18');
  world.context.late.add(newest.id);
  sandbox.payLate(id);
}
