import { Client, type Turn } from './client.js';
import type { Broken, Move, World } from './explore.js';
import { Interner, Packing } from './intern.js';
import { judgeState, judgeTurn } from './invariants.js';
import { mirroredTab, mirroredWire } from './mirror.js';
import { LOST, MachineMemo } from './machine-memo.js';
import type { Bounds, Scheme } from './scheme.js';
import { ServerMemo } from './server-memo.js';
import { freshServer, isLive, statusOf, type PayRequest, type Server } from './server.js';
import { ASKED, freshTab, isAnswer, tabKey, type Tab } from './tab.js';

/** The whole world at one moment. */
export interface Scene {
  readonly server: Server;
  readonly tabs: readonly Tab[];
  /** Payment requests that nobody waits for any more, and that may still arrive, any number of times. */
  readonly wire: readonly PayRequest[];
  /** Other requests that nobody waits for any more: `leave`, or the id of a payment to cancel. */
  readonly strays: readonly string[];
}

type Change = Partial<Scene>;
type AddMove = (label: string, change: Change, broken?: readonly Broken[]) => void;
type MakeTurn = (label: string, act: (client: Client) => Client) => void;

/**
 * Pages, one server, and a network that loses, repeats, delays and reorders. A request that a page waits for may arrive
 * any number of times, at any time, and its answer may come at any time or never; a request that is answered the same
 * whenever it is asked needs no answer on its way. So an answer is kept on its way only when the server changes under it:
 * that is when delay can be told from speed.
 */
export class CheckoutWorld implements World {
  readonly start: number;
  /** A scene is a number: those of the server, the wire, the strays and each page, side by side. */
  readonly #packing: Packing;
  readonly #scheme: Scheme;
  readonly #bounds: Bounds;
  readonly #memo = new MachineMemo();
  readonly #server: ServerMemo;
  readonly #own = new Map<Tab, readonly Turn[]>();
  readonly #answers = new Map<Tab, Map<string, Turn>>();
  readonly #tabs = new Interner<Tab>(tabKey, mirroredTab);
  readonly #wires = new Interner<readonly PayRequest[]>((wire) => JSON.stringify(wire), mirroredWire);
  readonly #strays = new Interner<readonly string[]>((strays) => strays.join());
  readonly #idle = this.#memo.number({ status: 'idle' });

  constructor(scheme: Scheme, bounds: Bounds) {
    this.#scheme = scheme;
    this.#bounds = bounds;
    this.#server = new ServerMemo(this.#memo, scheme, bounds);
    this.#packing = new Packing([12, 6, 5, ...Array<number>(bounds.tabs).fill(Math.floor(30 / bounds.tabs))]);
    const names = ['A', 'B', 'C'].slice(0, bounds.tabs);
    const tabs = names.map((name) => freshTab(name, bounds.presses, this.#idle));
    this.start = this.#number({ server: freshServer, tabs, wire: [], strays: [] });
  }

  check(state: number): readonly Broken[] {
    return judgeState(this.#scene(state), this.#memo, this.#server);
  }

  moves(state: number): readonly Move[] {
    const scene = this.#scene(state);
    const moves: Move[] = [];
    this.#serverMoves(scene, (label, change, broken) => {
      moves.push({ label, next: this.#number({ ...scene, ...change }), broken });
    });
    scene.tabs.forEach((tab, index) => {
      const take = (turn: Turn): void => {
        const move = this.#taken(state, scene, index, turn);
        if (move.next !== state || move.broken) moves.push(move);
      };
      this.#ownTurns(tab).forEach(take);
      this.#answerTurns(scene, tab, take);
    });
    return moves;
  }

  /** The world after a page's turn. */
  #taken(state: number, scene: Scene, index: number, turn: Turn): Move {
    const tab = scene.tabs[index] as Tab;
    const { label } = turn;
    let broken = turn.broken.length > 0 ? turn.broken : undefined;
    const isQuick = turn.tab.held === tab.held && turn.tab.sending === tab.sending;
    if (
      isQuick &&
      turn.tab.leaving === tab.leaving &&
      turn.tab.acting === tab.acting &&
      turn.effects.length === 0
    ) {
      const [from, to] = [this.#tabs.number(tab), this.#tabs.number(turn.tab)];
      return { label, next: this.#canonical(this.#packing.with(state, 3 + index, from, to)), broken };
    }
    const after = { ...scene, tabs: scene.tabs.with(index, turn.tab), ...left(scene, tab, turn.tab) };
    const found = judgeTurn(after, turn);
    if (found.length > 0) broken = [...turn.broken, ...found];
    return { label, next: this.#number(after), broken };
  }

  /** What a page does, once for each page and each thing that is done. */
  #turn(tab: Tab, label: string, act: (client: Client) => Client): Turn {
    const done = act(new Client(tab, this.#memo, this.#scheme, this.#bounds)).done(`${tab.name} ${label}`);
    return { ...done, tab: this.#tabs.one(done.tab) };
  }

  #ownTurns(tab: Tab): readonly Turn[] {
    let turns = this.#own.get(tab);
    if (!turns) {
      const made: Turn[] = [];
      this.#shopperMoves(tab, (label, act) => made.push(this.#turn(tab, label, act)));
      this.#own.set(tab, (turns = made));
    }
    return turns;
  }

  #answered(tab: Tab, slot: Slot, answer: string, label: string): Turn {
    let turns = this.#answers.get(tab);
    if (!turns) this.#answers.set(tab, (turns = new Map()));
    const key = slot + answer;
    let turn = turns.get(key);
    if (!turn)
      turns.set(key, (turn = this.#turn(tab, `${label} ${WHAT[slot]}`, (page) => GIVE[slot](page, answer))));
    return turn;
  }

  /** What the page does of itself, or the shopper in it. */
  #shopperMoves(tab: Tab, turn: MakeTurn): void {
    const { status } = this.#memo.state(tab.state);
    if (status === 'idle' || status === 'unavailable')
      turn('opens', (page) => page.dispatch({ type: 'session_requested' }));
    if (status === 'idle') return;
    if (tab.presses > 0 && this.#reacts(tab, 'payment_submitted')) turn('pays', (page) => page.pressed());
    if (tab.preparing > 0) {
      turn('is ready to send', (page) => page.prepared(false));
      if (this.#bounds.slips) turn('is ready to send a wrong field', (page) => page.prepared(true));
      turn('cannot prepare', (page) => page.notPrepared());
    }
    if (tab.recover === 'read') turn('loses patience', (page) => page.losesPatience());
    if (isAnswer(tab.reading)) turn('wakes', (page) => page.wake());
    turn('follows the way out', (page) => page.dispatch({ type: 'leave_requested' }));
    if (this.#bounds.leaves && this.#reacts(tab, 'cancel_requested'))
      turn('leaves', (page) => page.dispatch({ type: 'cancel_requested' }));
    if (this.#bounds.givesUp && this.#reacts(tab, 'action_canceled'))
      turn('gives up', (page) => page.dispatch({ type: 'action_canceled' }));
    turn('reloads', (page) => page.reload(this.#idle));
  }

  #reacts(tab: Tab, type: 'payment_submitted' | 'cancel_requested' | 'action_canceled'): boolean {
    const step = this.#memo.step(tab.state, `${type} `, () => ({ type }));
    return step.state !== tab.state || step.effects.length > 0;
  }

  /** What the network brings to a page, or does not. */
  #answerTurns({ server }: Scene, tab: Tab, take: (turn: Turn) => void): void {
    for (const slot of SLOTS) {
      if (tab[slot] === ASKED) {
        take(this.#answered(tab, slot, LOST, 'gets no answer to'));
        const answer = this.#answer(server, tab, slot);
        if (answer !== undefined) take(this.#answered(tab, slot, answer, 'gets the answer to'));
      } else if (isAnswer(tab[slot])) take(this.#answered(tab, slot, tab[slot], 'gets a late answer to'));
    }
    if (tab.sending === ASKED && this.#bounds.busy)
      take(this.#answered(tab, 'sending', 'busy', 'is told that the API is too busy for'));
    if (tab.reading === ASKED && server.before)
      take(this.#answered(tab, 'reading', this.#memo.short(server.before), 'gets a stale copy for'));
  }

  /** The server's answer to what the page asks, where asking changes nothing at the server (any more). */
  #answer(server: Server, tab: Tab, slot: Slot): string | undefined {
    if (slot === 'reading') return this.#server.snapshot(server);
    const [after, answer] = this.#arrives(server, tab, slot);
    return after === server ? answer : undefined;
  }

  #arrives(server: Server, tab: Tab, slot: Exclude<Slot, 'reading'>) {
    if (slot === 'leaving') return this.#server.cancelSession(server);
    if (slot === 'acting') return this.#server.cancelPayment(server, tab.actingOn);
    return tab.held ? this.#server.pay(server, tab.held) : ([server, undefined] as const);
  }

  /** What happens at the server. */
  #serverMoves(scene: Scene, add: AddMove): void {
    const { server } = scene;
    const change = (label: string, after: Server, over: Change = {}): void => {
      if (after === server) return;
      for (const tabs of this.#overtaken(scene, after)) add(label, { server: after, tabs, ...over });
    };
    for (const tab of scene.tabs)
      for (const slot of ['sending', 'leaving', 'acting'] as const)
        if (tab[slot] === ASKED) change(`${tab.name}'s ${slot} arrives`, this.#arrives(server, tab, slot)[0]);
    for (const request of scene.wire) {
      change(`${request.body} arrives late`, this.#server.pay(server, request)[0]);
      add(`${request.body} is lost`, { wire: scene.wire.filter((other) => other !== request) });
    }
    for (const stray of scene.strays) {
      const strays = scene.strays.filter((other) => other !== stray);
      add(`a late ${stray} is lost`, { strays });
      const [after] =
        stray === 'leave' ? this.#server.cancelSession(server) : this.#server.cancelPayment(server, stray);
      change(`a late ${stray} arrives`, after, { strays });
    }
    server.payments.forEach((entry, index) => {
      if (!isLive(entry)) return;
      const outcomes = entry.status === 'running' ? [...ENDS, ...this.#bounds.waits] : ENDS;
      for (const status of outcomes)
        change(`payment ${String(index + 1)} is ${status}`, this.#server.decide(server, index, status)[0]);
    });
    if (!server.expired) change('the session expires', this.#server.expire(server));
  }

  /** The pages as the server changes: each answer that it overtakes may be on its way, within bounds, or be none. */
  #overtaken({ server, tabs }: Scene, after: Server): readonly (readonly Tab[])[] {
    let ways: readonly (readonly Tab[])[] = [tabs];
    tabs.forEach((tab, index) => {
      for (const slot of SLOTS) {
        if (tab[slot] !== ASKED) continue;
        const answer = this.#answer(server, tab, slot);
        if (answer === undefined || answer === this.#answer(after, tab, slot)) continue;
        ways = ways.flatMap((way) =>
          late(way) < this.#bounds.late
            ? [way, way.with(index, { ...(way[index] as Tab), [slot]: answer })]
            : [way],
        );
      }
    });
    return ways;
  }

  #scene(state: number): Scene {
    const [server = 0, wire = 0, strays = 0, ...tabs] = this.#packing.unpack(state);
    return {
      server: this.#server.servers.thing(server),
      wire: this.#wires.thing(wire),
      strays: this.#strays.thing(strays),
      tabs: tabs.map((number) => this.#tabs.thing(number)),
    };
  }

  /** Without what can make no difference any more: requests that change nothing, and what is kept for them. */
  #number({ server, tabs, wire, strays }: Scene): number {
    const open = wire.filter((request) => !this.#server.isInert(server, request));
    return this.#canonical(
      this.#packing.pack([
        this.#server.servers.number(this.#server.forgetful(server, open, tabs)),
        this.#wires.number(open.length === wire.length ? wire : open),
        this.#strays.number(strays),
        ...tabs.map((tab) => this.#tabs.number(tab)),
      ]),
    );
  }

  /** Of a world and its mirror image, the one that stands for both. */
  #canonical(packed: number): number {
    if (this.#bounds.tabs !== 2) return packed;
    const [server = 0, wire = 0, strays = 0, a = 0, b = 0] = this.#packing.unpack(packed);
    const mirrored = this.#packing.pack([
      this.#server.servers.mirror(server),
      this.#wires.mirror(wire),
      strays,
      this.#tabs.mirror(b),
      this.#tabs.mirror(a),
    ]);
    return Math.min(packed, mirrored);
  }

  describe(state: number): string {
    const { server, tabs, wire } = this.#scene(state);
    const pages = tabs.map(({ name, state: number, reading, sending }) => {
      const state = this.#memo.state(number);
      const stage = 'stage' in state ? `/${state.stage}` : '';
      const failure = 'failure' in state && state.failure ? `+${state.failure.code}` : '';
      const session = 'session' in state && state.session ? ` v${String(state.session.version)}` : '';
      const way = [reading, sending].filter(isAnswer).length > 0 ? ' (late answer)' : '';
      return `${name}: ${state.status}${stage}${failure}${session}${way}`;
    });
    const payments = server.payments.map(({ key, status }) => `${key} ${status}`).join(', ');
    const late = wire.length > 0 ? [`late: ${wire.map(({ body }) => body).join()}`] : [];
    return [
      ...pages,
      `server: ${statusOf(server)} v${String(server.version)} attempt ${String(server.attempt)} [${payments}]`,
      ...late,
    ].join(' | ');
  }

  get sizes(): string {
    return `${String(this.#server.servers.size)} servers, ${String(this.#tabs.size)} pages, ${this.#memo.sizes}`;
  }
}

/** How a payment ends. */
const ENDS = ['succeeded', 'failed'] as const;

/** What a page may wait for. */
const SLOTS = ['sending', 'reading', 'leaving', 'acting'] as const;
type Slot = (typeof SLOTS)[number];
const WHAT = { sending: 'the payment', reading: 'a read', leaving: 'leaving', acting: 'giving up' } as const;
const GIVE = {
  sending: (page: Client, answer: string) => page.answered(answer),
  reading: (page: Client, answer: string) => page.readEnded(answer),
  leaving: (page: Client, answer: string) => page.leftWith(answer),
  acting: (page: Client, answer: string) => page.actedWith(answer),
} as const;

const late = (tabs: readonly Tab[]): number =>
  tabs.reduce(
    (sum, { sending, reading, leaving, acting }) =>
      sum + [sending, reading, leaving, acting].filter(isAnswer).length,
    0,
  );

/** What a page leaves on its way when it stops waiting for it. */
function left({ wire, strays }: Scene, before: Tab, after: Tab): Change {
  const { held } = before;
  const isLeft = before.sending === ASKED && !(after.sending === ASKED && after.held?.body === held?.body);
  const stray = [
    ...(before.leaving === ASKED && after.leaving !== ASKED ? ['leave'] : []),
    ...(before.acting === ASKED && after.acting !== ASKED ? [before.actingOn] : []),
  ];
  return {
    ...(held && isLeft && !wire.some(({ body }) => body === held.body) && { wire: withRequest(wire, held) }),
    ...(stray.length > 0 && { strays: [...new Set([...strays, ...stray])].sort() }),
  };
}

const withRequest = (
  wire: readonly PayRequest[],
  { key, attempt, body, wrong }: PayRequest,
): readonly PayRequest[] =>
  [...wire, { key, attempt, body, wrong }].sort((a, b) => (a.body < b.body ? -1 : 1));
