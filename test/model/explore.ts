/** A broken promise, found in a state or on the way into it. */
export interface Broken {
  readonly invariant: string;
  readonly message: string;
}

export interface Move {
  /** What happened, for a reader of the trace. */
  readonly label: string;
  readonly next: number;
  readonly broken?: readonly Broken[];
}

/** Anything that moves in steps. A state is a number, and equal states are equal numbers. */
export interface World {
  readonly start: number;
  moves(state: number): readonly Move[];
  check(state: number): readonly Broken[];
  /** One line of a trace. */
  describe(state: number): string;
}

export interface Exploration {
  readonly states: number;
  readonly transitions: number;
  readonly seconds: number;
  /** Whether every state that can be reached was visited: the frontier is empty. */
  readonly complete: boolean;
  /** Violations by invariant. */
  readonly violations: ReadonlyMap<string, number>;
  /** The shortest way into the first violation of each invariant. */
  readonly traces: ReadonlyMap<string, string>;
}

export interface Limits {
  /** Ends at the first violation of this promise, or of any. Default: counts them all. */
  readonly stopAt?: string;
  /** No more states than this; hitting it leaves the exploration incomplete. */
  readonly maxStates?: number;
}

/**
 * Visits every state that can be reached, breadth first, so that the first trace into a violation is a shortest one.
 * Remembers of each state its key, who led there and by what.
 */
export function explore(world: World, { stopAt, maxStates = Infinity }: Limits = {}): Exploration {
  const began = performance.now();
  const states: number[] = [world.start];
  const parents: number[] = [-1];
  const labels: string[] = ['start'];
  const seen = new Set([world.start]);
  const violations = new Map<string, number>();
  const traces = new Map<string, string>();
  let transitions = 0;
  let stopped = false;

  const report = (broken: readonly Broken[], from: number, last?: Move): void => {
    for (const { invariant, message } of broken) {
      violations.set(invariant, (violations.get(invariant) ?? 0) + 1);
      if (!traces.has(invariant)) traces.set(invariant, `${invariant}: ${message}\n${trace(from, last)}`);
      stopped ||= stopAt === 'any' || stopAt === invariant;
    }
  };
  const trace = (index: number, last?: Move): string => {
    const lines = last ? [line(last.label, last.next)] : [];
    for (let at = index; at >= 0; at = parents[at] ?? -1)
      lines.unshift(line(labels[at] ?? '', states[at] ?? 0));
    return lines.map((text, turn) => `${String(turn).padStart(3)}  ${text}`).join('\n');
  };
  const line = (label: string, state: number): string => `${label.padEnd(44)} ${world.describe(state)}`;

  report(world.check(world.start), 0);
  let at = 0;
  for (; at < states.length && !stopped && states.length <= maxStates; at++) {
    for (const move of world.moves(states[at] ?? 0)) {
      transitions++;
      if (move.broken?.length) report(move.broken, at, move);
      if (seen.has(move.next)) continue;
      seen.add(move.next);
      states.push(move.next);
      parents.push(at);
      labels.push(move.label);
      const broken = world.check(move.next);
      if (broken.length > 0) report(broken, states.length - 1);
      if (stopped) break;
    }
  }
  return {
    states: states.length,
    transitions,
    seconds: (performance.now() - began) / 1000,
    complete: at === states.length && !stopped,
    violations,
    traces,
  };
}
