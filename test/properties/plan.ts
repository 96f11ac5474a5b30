import { PROVIDERS, type ProviderId } from '../../src/core/providers/dialect.js';
import { seeded } from '../support/proof.js';

/** What one request meets on its way. Delays are milliseconds. */
export interface Fate {
  readonly kind: FateKind;
  /** Before the server gets it, and before the page gets the answer. */
  readonly up: number;
  readonly down: number;
  /** When a second copy reaches the server, after the first. */
  readonly again: number;
  readonly retryAfter: string | undefined;
}

export const FATE_KINDS = [
  'pass',
  'late',
  'request_lost',
  'answer_lost',
  'twice',
  '500_before',
  '500_after',
  '502_before',
  '502_after',
  'in_progress',
  '425',
  '429',
  '503',
  '401',
  '401_after',
  '403',
  '410',
  'truncated',
  'bad_json',
  'wrong_type',
  'stale',
  'hang_before',
  'hang_after',
] as const;
export type FateKind = (typeof FATE_KINDS)[number];

export type Command =
  | { readonly type: 'press'; readonly tab: number; readonly times: number }
  | { readonly type: 'pick'; readonly tab: number; readonly choice: number }
  | { readonly type: 'reload' | 'cancel' | 'give_up' | 'resend' | 'refresh'; readonly tab: number }
  | { readonly type: 'open_tab'; readonly skew: number }
  | { readonly type: 'code'; readonly tab: number; readonly right: boolean }
  | { readonly type: 'wake'; readonly tab: number; readonly times: number }
  | { readonly type: 'offline'; readonly told: boolean }
  | { readonly type: 'online' }
  | { readonly type: 'lie'; readonly tab: number }
  | { readonly type: 'pass'; readonly ms: number }
  /** `deep`: the whole machine slept, and the page's clock with it. */
  | { readonly type: 'sleep'; readonly ms: number; readonly deep: boolean }
  | { readonly type: 'expire' | 'withdraw' }
  /** `late`: the money comes in after the payment's time was over at the bank. */
  | { readonly type: 'payer'; readonly does: 'pays' | 'declines' | 'refuses' | 'late' }
  | {
      readonly type: 'throw';
      readonly tab: number;
      readonly where: 'notify' | 'navigate' | 'subscriber' | 'prepare';
    };

/** Everything a sequence does, drawn from one seed. */
export interface Plan {
  readonly seed: number;
  readonly provider: ProviderId;
  readonly currency: string;
  readonly expiresIn: number;
  /** Which of the method's outcomes each payment gets; see `prepared`. */
  readonly choices: readonly number[];
  readonly skews: readonly number[];
  /** How long the card frame takes. */
  readonly prepareMs: number;
  /** How long the server takes for every answer. */
  readonly latencyMs: number;
  readonly commands: readonly Command[];
  /** Whether the browser lets the tabs hear of each other. */
  readonly hasChannel: boolean;
  /** What the payer does once the network is whole again. */
  readonly atEnd: 'pays' | 'declines' | 'late' | 'nothing';
  readonly fate: (index: number, kind: 'read' | 'pay' | 'write') => Fate;
}

const DAY_MS = 86_400_000;
const RETRY_AFTERS = [
  undefined,
  '0',
  '1',
  '2',
  '7',
  ' 3 ',
  '45',
  '120',
  '86400',
  'date+3',
  'date+20',
  'date-60',
  '-5',
  '1.5',
  '1e3',
  'soon',
  '',
] as const;

const CURRENCIES: Readonly<Record<ProviderId, readonly string[]>> = {
  native: ['BRL', 'BRL', 'USD', 'CLP'],
  z2pay: ['BRL'],
  plugtopay: ['BRL'],
  conomy: ['CLP', 'BRL'],
  payonify: ['USD'],
};

export const PASS: Fate = { kind: 'pass', up: 0, down: 0, again: 0, retryAfter: undefined };

type Random = () => number;
const below = (random: Random, size: number): number => Math.floor(random() * size);
const oneOf = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)] as T;

/** Mostly short, sometimes longer than a request may take. */
const delay = (random: Random): number =>
  random() < 0.8 ? below(random, 3_000) : below(random, random() < 0.5 ? 12_000 : 35_000);

function drawFate(random: Random, badness: number): Fate {
  const roll = random();
  if (roll >= badness) return PASS;
  // Half of what goes wrong is a lost or late answer; the rest of the list shares the other half.
  const kind =
    random() < 0.5
      ? oneOf(random, ['late', 'request_lost', 'answer_lost', 'answer_lost', 'twice'] as const)
      : oneOf(random, FATE_KINDS);
  return {
    kind,
    up: kind === 'late' || kind === 'twice' ? delay(random) : 0,
    down: random() < 0.4 ? delay(random) : 0,
    again: random() < 0.5 ? 0 : delay(random),
    retryAfter: oneOf(random, RETRY_AFTERS),
  };
}

const skew = (random: Random): number =>
  random() < 0.6 ? 0 : Math.round((random() * 2 - 1) * (random() < 0.5 ? 600_000 : 30 * DAY_MS));

const sleepMs = (random: Random): number =>
  oneOf(random, [
    1_000,
    5_000 + below(random, 60_000),
    below(random, 600_000),
    // Around the moment a Pix code ends on the screen: 15 minutes, and half a minute later at the bank.
    880_000 + below(random, 60_000),
    1_790_000 + below(random, 20_000),
    below(random, DAY_MS),
  ]);

const WEIGHTED: readonly (readonly [number, Command['type']])[] = [
  [16, 'press'],
  [8, 'pick'],
  [7, 'reload'],
  [4, 'open_tab'],
  [5, 'cancel'],
  [6, 'give_up'],
  [3, 'resend'],
  [4, 'code'],
  [4, 'refresh'],
  [6, 'wake'],
  [3, 'offline'],
  [5, 'online'],
  [2, 'lie'],
  [20, 'pass'],
  [6, 'sleep'],
  [2, 'expire'],
  [1, 'withdraw'],
  [12, 'payer'],
  [4, 'throw'],
];
const TOTAL_WEIGHT = WEIGHTED.reduce((sum, [weight]) => sum + weight, 0);

function drawType(random: Random): Command['type'] {
  let left = random() * TOTAL_WEIGHT;
  for (const [weight, type] of WEIGHTED) {
    left -= weight;
    if (left < 0) return type;
  }
  return 'pass';
}

function drawCommand(random: Random): Command {
  const type = drawType(random);
  const tab = below(random, 3);
  switch (type) {
    case 'press':
      return { type, tab, times: random() < 0.7 ? 1 : 2 + below(random, 49) };
    case 'pick':
      return { type, tab, choice: below(random, 4) };
    case 'open_tab':
      return { type, skew: skew(random) };
    case 'code':
      return { type, tab, right: random() < 0.6 };
    case 'wake':
      return { type, tab, times: 1 + below(random, 3) };
    case 'offline':
      return { type, told: random() < 0.6 };
    case 'pass':
      return { type, ms: random() < 0.3 ? 0 : below(random, random() < 0.8 ? 6_000 : 25_000) };
    case 'sleep':
      return { type, ms: sleepMs(random), deep: random() < 0.3 };
    case 'payer':
      return { type, does: oneOf(random, ['pays', 'pays', 'late', 'declines', 'refuses'] as const) };
    case 'throw':
      return { type, tab, where: oneOf(random, ['notify', 'navigate', 'subscriber', 'prepare'] as const) };
    case 'online':
    case 'expire':
    case 'withdraw':
      return { type };
    default:
      return { type, tab };
  }
}

/** Most sequences begin with a press: what follows is then about a payment. */
function drawCommands(random: Random): readonly Command[] {
  const commands = Array.from({ length: 4 + below(random, 7) }, () => drawCommand(random));
  if (random() < 0.8)
    commands.unshift(
      { type: 'pick', tab: 0, choice: below(random, 4) },
      { type: 'press', tab: 0, times: random() < 0.7 ? 1 : 2 + below(random, 49) },
    );
  return commands;
}

/** One in so many sequences is about a payment that hardly gets through, for longer than the client is patient. */
const STORM_SHARE = 25;
const STORM_KINDS = [
  'request_lost',
  'answer_lost',
  '500_before',
  '502_after',
  'in_progress',
  '425',
  '429',
  '429',
  '503',
  '401',
  'bad_json',
] as const;

const stormFate = (random: Random, kind: 'read' | 'pay' | 'write', isBlind: boolean): Fate =>
  kind === 'pay' || isBlind
    ? {
        kind: oneOf(random, STORM_KINDS),
        up: 0,
        down: below(random, 1_500),
        again: 0,
        retryAfter: oneOf(random, RETRY_AFTERS.slice(0, 6)),
      }
    : drawFate(random, 0.2);

const stormCommands = (random: Random): readonly Command[] => [
  { type: 'press', tab: 0, times: 1 },
  { type: 'pass', ms: below(random, 110_000) },
  ...Array.from({ length: below(random, 4) }, () => drawCommand(random)),
];

/** One in `PROVIDER_SHARE` sequences speaks another dialect than our own. */
const PROVIDER_SHARE = 8;

export function planOf(seed: number): Plan {
  const random = seeded(seed);
  const provider: ProviderId = below(random, PROVIDER_SHARE) === 0 ? oneOf(random, PROVIDERS) : 'native';
  const badness = oneOf(random, [0, 0.1, 0.25, 0.5, 0.85]);
  const isStorm = seed % STORM_SHARE === 0;
  const isBlind = seed % (STORM_SHARE * 2) === 0;
  const commands = isStorm ? stormCommands(random) : drawCommands(random);
  return {
    seed,
    provider,
    currency: oneOf(random, CURRENCIES[provider]),
    expiresIn: random() < 0.85 ? 1800 : 20 + below(random, 100),
    choices: Array.from({ length: 8 }, () => below(random, 6)),
    skews: random() < 0.25 ? [skew(random), skew(random)] : [skew(random)],
    prepareMs: random() < 0.85 ? 0 : below(random, 2_000),
    latencyMs: random() < 0.9 ? 0 : below(random, 4_000),
    commands,
    hasChannel: random() < 0.4,
    atEnd: oneOf(random, ['pays', 'declines', 'late', 'nothing']),
    fate: (index, kind) => {
      const own = seeded(seed ^ Math.imul(index + 1, 0x9e3779b1));
      // The page itself still loads.
      return isStorm && index > 0
        ? stormFate(own, kind, isBlind && index > 2)
        : drawFate(own, isStorm ? 0 : badness);
    },
  };
}
