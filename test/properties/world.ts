import type { TabChannel } from '../../src/core/checkout-options.js';
import { loadDialect } from '../../src/core/providers/index.js';
import type { Dialect, ProviderId } from '../../src/core/providers/dialect.js';
import { seeded, type Finding } from '../support/proof.js';
import { Network } from './network.js';
import { PASS, type Plan } from './plan.js';
import { Server } from './server.js';
import { Tab, type TabContext } from './tab.js';
import { Time, turn } from './time.js';

/** The file a checkout fetches for a payment; asked for after it, so that ours comes after its own. */
const paymentFile = async (): Promise<unknown> => import('../../src/core/payment-runner.js');

const CHANNEL_MS = 2;

const dialects = new Map<ProviderId, Dialect>();

/** A finding ends its sequence at once: what comes after is not worth reading. */
export class Broken extends Error {}

/** What is left out of a plan to find the smallest that still fails. */
export interface Less {
  readonly commands?: ReadonlySet<number>;
  readonly fates?: ReadonlySet<number>;
}

/** One session, its server, the network and the tabs that show it. */
export class World {
  readonly plan: Plan;
  readonly time = new Time();
  readonly server: Server;
  readonly network: Network;
  readonly findings: Finding[] = [];
  readonly invariants = new Set<string>();
  readonly trace: string[] | undefined;
  readonly context: TabContext;
  /** Those that are open. */
  readonly tabs: Tab[] = [];
  /** Fates that were not `pass`, by the request's number. */
  readonly fates: number[] = [];
  readonly #channels = new Set<{ readonly tab: Tab; readonly channel: TabChannel }>();
  #opened = 0;

  private constructor(plan: Plan, dialect: Dialect, less: Less, isTraced: boolean) {
    this.plan = plan;
    this.trace = isTraced ? [] : undefined;
    const note = (text: string): void => {
      this.note(text);
    };
    this.server = new Server(plan, this.time);
    this.network = new Network(
      this.time,
      this.server,
      (index, kind) => {
        const fate = less.fates?.has(index) ? PASS : plan.fate(index, kind);
        if (fate !== PASS) this.fates.push(index);
        return fate;
      },
      note,
    );
    this.context = {
      time: this.time,
      server: this.server,
      network: this.network,
      dialect,
      random: seeded(plan.seed ^ 0x5bd1e995),
      prepareMs: plan.prepareMs,
      choices: plan.choices,
      met: (invariant) => this.invariants.add(invariant),
      broken: (invariant, message) => {
        this.invariants.add(invariant);
        this.findings.push({ invariant, message });
        note(`BROKEN ${invariant}: ${message}`);
      },
      note,
      openChannel: plan.hasChannel ? (tab) => this.#openChannel(tab) : undefined,
      late: new Set(),
    };
  }

  static async create(plan: Plan, less: Less = {}, isTraced = false): Promise<World> {
    let dialect = dialects.get(plan.provider);
    if (!dialect) {
      dialect = await loadDialect(plan.provider);
      dialects.set(plan.provider, dialect);
      await paymentFile();
    }
    return new World(plan, dialect, less, isTraced);
  }

  note(text: string): void {
    if (!this.trace) return;
    const { payments } = this.server.record;
    const named = payments.reduce(
      (line, { id }, index) => line.replaceAll(id, `PAY${String(index + 1)}`),
      text,
    );
    this.trace.push(
      `${String(this.time.now() - START).padStart(9)} ms  ${named.replaceAll(this.server.id, 'SESSION')}`,
    );
  }

  async openTab(skewMs: number): Promise<Tab> {
    const tab = new Tab(`tab ${String(++this.#opened)}`, skewMs, this.context);
    this.tabs.push(tab);
    await this.settle();
    return tab;
  }

  /** What one tab says all others hear, a moment later. */
  #openChannel(tab: Tab): TabChannel {
    const channel: TabChannel = {
      onmessage: null,
      postMessage: () => {
        for (const other of this.#channels)
          if (other.channel !== channel)
            this.time.schedule(
              'client',
              () => {
                if (this.#channels.has(other)) other.tab.hear(other.channel);
              },
              CHANNEL_MS,
            );
      },
      close: () => {
        for (const each of this.#channels) if (each.channel === channel) this.#channels.delete(each);
      },
    };
    this.#channels.add({ tab, channel });
    return channel;
  }

  /** Lets everything happen that needs no time. */
  async settle(): Promise<void> {
    await this.#drain();
    for (const tab of this.tabs) if (!tab.hasFile && tab.asks) await this.settleFile(tab);
  }

  /** Lets a page have the file that a payment needs. */
  async settleFile(tab: Tab): Promise<void> {
    if (!tab.hasFile) await paymentFile();
    tab.hasFile = true;
    await this.#drain();
  }

  async #drain(): Promise<void> {
    await turn();
    for (let turns = 0; this.server.pending > 0 && turns < 3; turns++) await turn();
  }

  async pass(ms: number): Promise<void> {
    const end = this.time.now() + ms;
    while (this.time.step(end)) await this.settle();
  }

  /** The pages stand still while the server and what is on its way to it go on. */
  async sleep(ms: number, isDeep: boolean): Promise<void> {
    const end = this.time.now() + ms;
    for (const tab of this.tabs) tab.fallAsleep(isDeep ? ms : 0);
    if (isDeep) this.time.postpone(ms);
    while (this.time.step(end, true)) await this.settle();
  }

  /** @throws Broken where a promise was broken */
  check(): void {
    if (this.findings.length > 0) throw new Broken();
  }
}

const START = new Time().now();
