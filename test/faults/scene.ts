import type { ProviderId } from '../../src/core/providers/dialect.js';
import type { Plan, PlanName } from '../support/fault-proxy-plans.js';
import { seeded } from '../support/proof.js';

/** What a scenario is mainly about. The seed's remainder decides, so that a seed alone replays it. */
export const SCENE_KINDS = [
  /** A warm connection is cut under the payment: the browser sends it again by itself. */
  'warm',
  'mixed',
  'mixed',
  'mixed',
  'tabs',
  'offline',
  'reload',
  'expiry',
  'leaving',
  'presses',
  'mixed',
  'reprice',
] as const;
export type SceneKind = (typeof SCENE_KINDS)[number];

/** The seed number `index` of the scenes of one kind. */
export const seedOf = (kind: SceneKind, index: number): number =>
  index * SCENE_KINDS.length + SCENE_KINDS.indexOf(kind);

/** The first `count` seeds of a kind whose scene is as wanted. */
export function seedsOf(
  kind: SceneKind,
  count: number,
  isWanted: (scene: Scene) => boolean = () => true,
): number[] {
  const found: number[] = [];
  for (let index = 0; found.length < count; index++) {
    const seed = seedOf(kind, index);
    if (isWanted(drawScene(seed))) found.push(seed);
    if (index > 100_000) throw new Error(`no scene of kind ${kind} is like that`);
  }
  return found;
}

export type Press = 'click' | 'double' | 'enter' | 'submits' | 'mixed';

export interface Deed {
  /** Milliseconds after the press. */
  readonly atMs: number;
  readonly type: 'reload' | 'back' | 'press' | 'cancel' | 'give-up' | 'expire' | 'offline';
}

/** Everything a seed decides about a scenario; only time is left to the machine. */
export interface Scene {
  readonly seed: number;
  readonly kind: SceneKind;
  readonly protocol: 'h1' | 'h2';
  readonly provider: ProviderId;
  readonly currency: string;
  readonly method: 'pix' | 'mobile_money' | 'card' | 'bank_redirect';
  readonly redirect: 'auto' | 'manual';
  readonly tabs: number;
  readonly press: Press;
  /** How many activations a press is. */
  readonly times: number;
  /** What becomes of the reads before anything is pressed. */
  readonly loads: readonly Plan[];
  readonly pays: readonly Plan[];
  /** What becomes of the reads after the press. */
  readonly reads: readonly Plan[];
  /** After those plans nothing gets through until the network heals. */
  readonly outage: boolean;
  readonly healAfterMs: number;
  /** What the bank does: as soon as a payment exists, once all is quiet, or not at all. */
  readonly bank: 'pays-at-once' | 'declines-at-once' | 'pays-later' | 'declines-later' | 'silent';
  readonly deeds: readonly Deed[];
  /** The merchant changes the amount just before the press. */
  readonly newAmount?: number;
}

/** What a broken network does to a payment. */
const LOSSES: readonly PlanName[] = [
  'drop-before',
  'drop-after',
  'rst-after',
  'hold-then-drop',
  'truncate',
  '500-before',
  '500-after',
  '502-html-before',
  '502-html-after',
  'bad-json',
  'wrong-type',
  'redirect-307-cross-origin',
  'h2-destroy',
  'h2-goaway',
  'h2-refused',
  'h2-internal',
  'h2-cancel',
];
/** What proves something, or asks to wait. */
const ANSWERS: readonly PlanName[] = [
  'delay',
  'slow-slice',
  'pass',
  '409-in-progress',
  '409-exists-before',
  '409-exists-after',
  '425',
  '429',
  '503',
  '401-expired',
  '422',
];
const READS: readonly PlanName[] = [
  'drop-before',
  'rst-after',
  'hold-then-drop',
  'delay',
  'slow-slice',
  'truncate',
  '500-before',
  '502-html-before',
  '429',
  '503',
  'bad-json',
  'wrong-type',
  'stale-read',
  'reorder',
  'skew',
  'redirect-307-cross-origin',
  'h2-goaway',
  'h2-refused',
  'h2-internal',
];
/** What cuts a warm connection so that the browser tries again by itself. */
const RESENT: Readonly<Record<Scene['protocol'], readonly PlanName[]>> = {
  h1: ['drop-after', 'rst-after', 'hold-then-drop', 'drop-before'],
  h2: ['h2-destroy', 'h2-goaway', 'h2-refused'],
};

const DAY_MS = 86_400_000;

class Dice {
  readonly random: () => number;

  constructor(seed: number) {
    this.random = seeded(Math.imul(seed, 2_654_435_761));
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  many<T>(max: number, make: () => T): T[] {
    return Array.from({ length: this.below(max + 1) }, make);
  }

  plan(name: PlanName): Plan {
    const wait = (): Pick<Plan, 'retryAfter'> => {
      const value = this.pick(['1', '0', 'date', '-5', 'soon', undefined]);
      if (value === undefined) return {};
      return { retryAfter: value === 'date' ? new Date(Date.now() + 1_000).toUTCString() : value };
    };
    switch (name) {
      case 'hold-then-drop':
        return { name, ms: 50 + this.below(600) };
      case 'delay':
      case 'reorder':
        return { name, ms: 20 + this.below(500) };
      case 'slow-slice':
        return { name, ms: 20 + this.below(200) };
      case 'skew':
        return { name, ms: this.chance(0.5) ? DAY_MS : -DAY_MS };
      case '409-in-progress':
        return { name, ...(this.chance(0.5) && { retryAfter: '1' }) };
      case '425':
      case '429':
      case '503':
        return { name, ...wait() };
      case '500-before':
      case '500-after':
      case '502-html-before':
      case '502-html-after':
        return { name, withoutCors: this.chance(0.4) };
      default:
        return { name };
    }
  }
}

const WAYS: readonly (readonly [weight: number, ProviderId, currency: string, Scene['method']])[] = [
  [60, 'native', 'BRL', 'pix'],
  [10, 'native', 'USD', 'mobile_money'],
  [6, 'native', 'CLP', 'bank_redirect'],
  [5, 'native', 'BRL', 'card'],
  [5, 'plugtopay', 'BRL', 'pix'],
  [5, 'conomy', 'BRL', 'pix'],
  [5, 'payonify', 'USD', 'mobile_money'],
  [4, 'z2pay', 'BRL', 'pix'],
];

function way(dice: Dice): Pick<Scene, 'provider' | 'currency' | 'method'> {
  let left = dice.random() * WAYS.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, provider, currency, method] of WAYS) {
    left -= weight;
    if (left < 0) return { provider, currency, method };
  }
  return { provider: 'native', currency: 'BRL', method: 'pix' };
}

/** The scene of a seed: always the same. */
export function drawScene(seed: number): Scene {
  const kind = SCENE_KINDS[seed % SCENE_KINDS.length] ?? 'mixed';
  const dice = new Dice(seed);
  const protocol = dice.pick(['h1', 'h2'] as const);
  const base: Scene = {
    seed,
    kind,
    protocol,
    ...way(dice),
    redirect: dice.pick(['auto', 'manual']),
    tabs: 1,
    press: dice.pick(['click', 'click', 'double', 'enter', 'submits']),
    times: 2 + dice.below(6),
    loads: dice.chance(0.3) ? dice.many(2, () => dice.plan(dice.pick(READS))) : [],
    pays: dice.many(3, () => dice.plan(dice.pick(dice.chance(0.7) ? LOSSES : ANSWERS))),
    reads: dice.many(4, () => dice.plan(dice.pick(READS))),
    outage: dice.chance(0.3),
    healAfterMs: 100 + dice.below(1_400),
    bank: dice.pick([
      'pays-at-once',
      'pays-at-once',
      'pays-later',
      'declines-at-once',
      'declines-later',
      'silent',
    ]),
    deeds: [],
  };
  return { ...base, ...KIND_SETTINGS[kind](dice, base) };
}

/** What each kind wants otherwise. */
const KIND_SETTINGS: Readonly<Record<SceneKind, (dice: Dice, base: Scene) => Partial<Scene>>> = {
  warm: (dice, { protocol }) => {
    const first = dice.plan(dice.pick(RESENT[protocol]));
    const later = dice.many(2, () => dice.plan(dice.pick(LOSSES)));
    return {
      loads: [],
      outage: false,
      pays: [first, ...later],
      reads: dice.many(2, () => dice.plan(dice.pick(READS))),
    };
  },
  mixed: (dice) => ({
    deeds: dice.chance(0.4)
      ? [{ atMs: 50 + dice.below(800), type: dice.pick(['reload', 'press', 'cancel', 'give-up']) }]
      : [],
  }),
  tabs: (dice, { method, pays }) => ({
    tabs: 2 + dice.below(4),
    method: method === 'card' || method === 'bank_redirect' ? 'pix' : method,
    ...(method === 'card' || method === 'bank_redirect' ? { provider: 'native', currency: 'BRL' } : {}),
    // An answer that refuses would leave a tab at rest that was not told of the others' payment.
    pays: pays.filter(({ name }) => !['422', '425', '429', '503', '401-expired'].includes(name)),
    press: dice.pick(['click', 'submits']),
  }),
  offline: (dice) => ({
    outage: false,
    deeds: [{ atMs: dice.below(400) - 100, type: 'offline' }],
    healAfterMs: 500 + dice.below(1_000),
  }),
  reload: (dice) => ({
    deeds: [{ atMs: dice.below(700), type: dice.pick(['reload', 'reload', 'back']) }],
  }),
  expiry: (dice) => ({ deeds: [{ atMs: dice.below(600) - 150, type: 'expire' }] }),
  leaving: (dice) => ({ deeds: [{ atMs: dice.below(500), type: dice.pick(['cancel', 'give-up']) }] }),
  presses: (dice) => ({ press: dice.pick(['submits', 'mixed', 'double']), times: 2 + dice.below(49) }),
  // Only what answers: a send that was lost before the amount changed is refused for ever, and stays unknown (open case).
  reprice: (dice, { pays }) => ({
    newAmount: 1_000 + dice.below(90_000),
    loads: [],
    outage: false,
    pays: pays.filter(({ name }) => ['delay', 'slow-slice', 'pass', '425', '429'].includes(name)),
  }),
};
