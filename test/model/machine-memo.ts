import type { Effect, MachineEvent } from '../../src/core/machine/events.js';
import { sessionOf, type CheckoutState } from '../../src/core/machine/state.js';
import { transition } from '../../src/core/machine/transition.js';
import { native } from '../../src/core/providers/native.js';
import type { CheckoutSession } from '../../src/core/session/session.js';
import { conclude, type Conclusion } from '../../src/core/transport/conclude.js';
import type { Outcome } from '../../src/core/transport/request.js';
import type { Broken } from './explore.js';
import { Interner } from './intern.js';

/** A step of the machine, with what is wrong about it whatever the world looks like. */
export interface MachineStep {
  readonly state: number;
  readonly effects: readonly Effect[];
  readonly broken: readonly Broken[];
}

/**
 * The product's own `transition` and answer table, each pair of inputs asked once. A checkout state is a number here:
 * equal states have equal numbers.
 */
export class MachineMemo {
  readonly #states: CheckoutState[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #steps = new Map<string, MachineStep>();
  readonly #sessions = new Map<string, CheckoutSession>();
  readonly #texts = new Interner<string>((text) => text);
  readonly #conclusions = new Map<string, Conclusion>();

  number(state: CheckoutState): number {
    const text = JSON.stringify(state);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#states.push(state);
    this.#numbers.set(text, this.#states.length - 1);
    return this.#states.length - 1;
  }

  state(number: number): CheckoutState {
    const state = this.#states[number];
    if (!state) throw new Error(`There is no state ${String(number)}`);
    return state;
  }

  /** @param name tells the event from every other: `type` and what it carries */
  step(number: number, name: string, event: () => MachineEvent): MachineStep {
    const key = `${String(number)} ${name}`;
    let step = this.#steps.get(key);
    if (!step) {
      const happened = event();
      const state = this.state(number);
      const [next, effects] = transition(state, happened);
      step = { state: this.number(next), effects, broken: judge(state, happened, next, effects) };
      this.#steps.set(key, step);
    }
    return step;
  }

  /** A session as the wire has it, read by the product's own dialect. */
  session(wire: string): CheckoutSession {
    let session = this.#sessions.get(wire);
    if (!session) this.#sessions.set(wire, (session = native.parseSession(JSON.parse(this.text(wire)))));
    return session;
  }

  /** What the product concludes from an answer (`[status, body]` by its short name, or `lost`) to a payment request. */
  conclude(wire: string, session: CheckoutSession): Conclusion {
    const key = `${String(session.attempt)} ${wire}`;
    let conclusion = this.#conclusions.get(key);
    if (!conclusion)
      this.#conclusions.set(key, (conclusion = conclude(outcome(this.text(wire)), native, session, 0)));
    return conclusion;
  }

  /** A short name of a wire text, to be kept in a page instead of it. */
  short(text: string): string {
    return `#${String(this.#texts.number(text))}`;
  }

  text(short: string): string {
    return short === LOST ? LOST : this.#texts.thing(Number(short.slice(1)));
  }

  get sizes(): string {
    return `${String(this.#states.length)} checkout states, ${String(this.#steps.size)} machine steps`;
  }
}

/** What a request that was never answered comes to. */
export const LOST = 'lost';

function outcome(wire: string): Outcome {
  if (wire === LOST) return { type: 'lost', reason: 'timeout' };
  const [status, body] = JSON.parse(wire) as [number, unknown];
  return { type: 'answer', status, body, headers: new Headers() };
}

/** The promises that a single step can break. */
function judge(
  state: CheckoutState,
  event: MachineEvent,
  next: CheckoutState,
  effects: readonly Effect[],
): readonly Broken[] {
  const broken: Broken[] = [];
  if (state.status === 'succeeded' && next.status !== 'succeeded')
    broken.push({
      invariant: 'P-12',
      message: `${event.type} moves the screen off success to ${next.status}`,
    });
  const [known, shown] = [sessionOf(state), sessionOf(next)];
  if (known && shown && known.id === shown.id && shown.version < known.version)
    broken.push({ invariant: 'P-13', message: `${event.type} brings back version ${String(shown.version)}` });
  if (event.type === 'session_read' && known && event.session.version < known.version)
    if (next !== state || effects.length > 0)
      broken.push({ invariant: 'P-13', message: 'an older answer of the server changes the screen' });
  return broken;
}
