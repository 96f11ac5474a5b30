import type { Effect, MachineEvent } from '../../src/core/machine/events.js';
import type { CheckoutState } from '../../src/core/machine/state.js';
import type { Failure, Payment } from '../../src/core/session/session.js';
import type { Conclusion } from '../../src/core/transport/conclude.js';
import type { Broken } from './explore.js';
import { LOST, type MachineMemo } from './machine-memo.js';
import type { Bounds, Scheme } from './scheme.js';
import { ASKED, freshTab, NO, type Held, type Tab } from './tab.js';

type Draft = { -readonly [K in keyof Tab]: Tab[K] };

/** What a page does in one turn: its next state, and what the world has to know of it. */
export interface Turn {
  readonly label: string;
  readonly tab: Tab;
  /** A payment request leaves the page. */
  readonly sends?: Held;
  readonly effects: readonly Effect[];
  readonly broken: readonly Broken[];
}

const refused: Failure = { code: 'declined', retryable: true };

/**
 * One turn of one page. Every decision is `transition`'s; what stands here is the plumbing of the runner, the sender and
 * the reader: who waits for which answer, which event an answer becomes, what a page forgets.
 */
export class Client {
  readonly #memo: MachineMemo;
  readonly #scheme: Scheme;
  readonly #bounds: Bounds;
  readonly #tab: Draft;
  readonly #effects: Effect[] = [];
  readonly #broken: Broken[] = [];
  #sends: Held | undefined;

  constructor(tab: Tab, memo: MachineMemo, scheme: Scheme, bounds: Bounds) {
    this.#tab = { ...tab };
    this.#memo = memo;
    this.#scheme = scheme;
    this.#bounds = bounds;
  }

  get state(): CheckoutState {
    return this.#memo.state(this.#tab.state);
  }

  done(label: string): Turn {
    const tab = this.#tab;
    const { status } = this.state;
    // Bytes that nothing can send again, and a loop that will find nothing to do, are as good as gone.
    if (tab.sending === NO && status !== 'submitting' && status !== 'unknown') tab.held = undefined;
    if (tab.recover === 'read' && status !== 'unknown') tab.recover = 'no';
    if (tab.reading === NO && status !== 'idle' && status !== 'loading') tab.reading = ASKED;
    // Success asks nothing more; what is on its way may still arrive.
    if (tab.reading === ASKED && status === 'succeeded') tab.reading = NO;
    return { label, tab, sends: this.#sends, effects: this.#effects, broken: this.#broken };
  }

  /** @param name what the event carries, where its type does not say it all */
  dispatch(event: MachineEvent, name = ''): this {
    const step = this.#memo.step(this.#tab.state, `${event.type} ${name}`, () => event);
    this.#tab.state = step.state;
    this.#broken.push(...step.broken);
    for (const effect of step.effects) this.#run(effect);
    return this;
  }

  #run(effect: Effect): void {
    const tab = this.#tab;
    switch (effect.type) {
      case 'read_session':
        this.#read();
        return;
      case 'prepare_payment':
        this.#forget();
        tab.preparing = this.#attempt();
        return;
      case 'send_payment':
        this.#send();
        return;
      case 'recover_payment':
        if (tab.recover !== 'no') return;
        tab.recover = 'read';
        this.#read();
        return;
      case 'cancel_session':
        tab.leaving = 'read';
        this.#read();
        return;
      case 'cancel_payment':
        tab.acting = ASKED;
        tab.actingOn = effect.paymentId;
        return;
      default:
        // Announcements and navigations: the world compares them with the truth.
        this.#effects.push(effect);
    }
  }

  #attempt(): number {
    const { state } = this;
    return 'attempt' in state ? state.attempt : 0;
  }

  #forget(): void {
    const tab = this.#tab;
    tab.held = undefined;
    tab.sending = NO;
    if (tab.recover === 'send') tab.recover = 'read';
  }

  // ── preparing and sending ──

  pressed(): this {
    this.#tab.presses--;
    return this.dispatch({ type: 'payment_submitted' });
  }

  /** The bytes are ready: they are held under the attempt's key, and sent if the machine says so. */
  prepared(wrong: boolean): this {
    const tab = this.#tab;
    const attempt = tab.preparing;
    tab.preparing = 0;
    const { state } = this;
    if (state.status !== 'submitting' || state.stage !== 'preparing' || state.attempt !== attempt)
      return this;
    const body = `${tab.name}${String(tab.presses)}`;
    tab.held = { key: this.#key(attempt, body), attempt, body, wrong, sends: 0, lost: false };
    return this.dispatch({ type: 'payment_prepared' });
  }

  notPrepared(): this {
    this.#tab.preparing = 0;
    return this.dispatch({
      type: 'preparation_failed',
      failure: { code: 'card_frame_failed', retryable: true },
    });
  }

  #key(attempt: number, body: string): string {
    const tab = this.#tab;
    if (this.#scheme.key === 'attempt') return `ses_1:${String(attempt)}`;
    if (this.#scheme.key === 'click') return body;
    if (tab.keptFor !== attempt) {
      tab.keptKey = body;
      tab.keptFor = attempt;
    }
    return tab.keptKey;
  }

  #canSend(): boolean {
    const { held } = this.#tab;
    return held !== undefined && held.sends < this.#bounds.sends;
  }

  #send(): void {
    const tab = this.#tab;
    if (!tab.held || !this.#canSend()) {
      this.#sent({ type: 'lost' });
      return;
    }
    tab.held = { ...tab.held, sends: tab.held.sends + 1 };
    tab.sending = ASKED;
    tab.sent = tab.held.attempt;
    this.#sends = tab.held;
  }

  /** The answer to a send came, or will not come any more. */
  answered(wire: string): this {
    const tab = this.#tab;
    const { held } = tab;
    if (!held) return this;
    tab.sending = NO;
    const session = { ...this.#anySession(), attempt: held.attempt };
    const conclusion = wire === 'busy' ? busy : this.#memo.conclude(wire, session);
    switch (conclusion.type) {
      case 'lost':
      case 'denied':
        tab.held = { ...held, lost: true };
        this.#sent({ type: 'lost' });
        return this;
      case 'refused':
        this.#sent(held.lost ? { type: 'lost' } : conclusion);
        return this;
      case 'in_progress':
      case 'busy':
        tab.held = { ...held, lost: held.lost || conclusion.type === 'in_progress' };
        // Waiting before the next send is as good as a send that takes its time.
        if (this.#canSend()) this.#send();
        else
          this.#sent(
            tab.held.lost
              ? { type: 'lost' }
              : { type: 'refused', failure: { code: 'busy', retryable: true } },
          );
        return this;
      default:
        this.#sent(conclusion);
        return this;
    }
  }

  #anySession() {
    const { state } = this;
    if (!('session' in state) || !state.session) throw new Error('a send without a session');
    return state.session;
  }

  /** A send ended: in the recovery a lost one says nothing new. */
  #sent(conclusion: Conclusion): void {
    const tab = this.#tab;
    const recovers = tab.recover === 'send';
    if (recovers) tab.recover = 'read';
    if (!recovers || conclusion.type !== 'lost') this.#report(conclusion);
  }

  #report(conclusion: Conclusion): void {
    if (conclusion.type === 'lost' || conclusion.type === 'denied' || conclusion.type === 'busy') {
      if (this.#scheme.printsFailedOnTimeout) this.dispatch({ type: 'payment_refused', failure: refused });
      else this.dispatch({ type: 'payment_lost' });
      return;
    }
    this.#outdate();
    this.#forget();
    if (conclusion.type === 'refused') {
      // "Busy" was said of the last copy only; the page answers for all that it has sent.
      if (conclusion.failure.code !== 'busy') this.#tab.sent = 0;
      this.dispatch({ type: 'payment_refused', failure: conclusion.failure }, conclusion.failure.code);
      return;
    }
    const payment = 'payment' in conclusion ? conclusion.payment : undefined;
    if (payment) this.#dispatchPayment(payment);
    else this.dispatch({ type: 'payment_lost' });
  }

  #dispatchPayment(payment: Payment): void {
    this.dispatch({ type: 'payment_answered', payment }, JSON.stringify(payment));
  }

  // ── reading ──

  #read(): void {
    if (this.#tab.reading === NO) this.#tab.reading = ASKED;
  }

  #outdate(): void {
    // Whatever is on its way back is thrown away on arrival, and asked for again.
    if (this.#tab.reading !== NO) this.#tab.reading = ASKED;
  }

  wake(): this {
    // What is under way is let go.
    this.#tab.reading = NO;
    return this.dispatch({ type: 'woken' });
  }

  /** The page is loaded anew: only what its tab stores is still there. */
  reload(idle: number): this {
    const tab = this.#tab;
    const { name, presses, keptKey, keptFor } = tab;
    const kept = this.#scheme.key === 'tab-storage' ? { keptKey, keptFor } : {};
    Object.assign(tab, freshTab(name, presses, idle), kept);
    return this.dispatch({ type: 'session_requested' });
  }

  /** A read came back (`wire`: the session), or never will. */
  readEnded(wire: string): this {
    const tab = this.#tab;
    tab.reading = NO;
    const { recover, leaving } = tab;
    if (wire === LOST) this.dispatch({ type: 'read_failed', error: unreachable });
    else this.dispatch({ type: 'session_read', session: this.#memo.session(wire) }, wire);
    if (recover === 'read') this.#recovered(wire !== LOST);
    if (leaving === 'read') this.#leave(wire !== LOST);
    return this;
  }

  // ── recovery ──

  #recovered(isAnswered: boolean): void {
    const tab = this.#tab;
    if (this.state.status !== 'unknown') tab.recover = 'no';
    else if (isAnswered && this.#canSend()) {
      tab.recover = 'send';
      this.#send();
    }
  }

  losesPatience(): this {
    this.#tab.recover = 'no';
    return this.dispatch({ type: 'patience_ended' });
  }

  // ── leaving, and giving an action up ──

  #leave(isAnswered: boolean): void {
    const { state } = this;
    this.#tab.leaving = NO;
    if (state.status !== 'ready' || !state.leaving) return;
    if (isAnswered) this.#tab.leaving = ASKED;
    else this.dispatch({ type: 'cancel_failed' });
  }

  leftWith(wire: string): this {
    this.#tab.leaving = NO;
    const { state } = this;
    const [status, body] =
      wire === LOST ? [0, undefined] : (JSON.parse(this.#memo.text(wire)) as [number, unknown]);
    if (status === 200) {
      const text = this.#memo.short(JSON.stringify(body));
      const session = this.#memo.session(text);
      if (['canceled', 'expired', 'open'].includes(session.status))
        return this.dispatch({ type: 'session_canceled', session }, text);
      this.dispatch({ type: 'cancel_failed' });
      return this.dispatch({ type: 'session_read', session }, text);
    }
    const isDenied = status === 401 || status === 403 || status === 404 || status === 410;
    if (isDenied && 'session' in state && state.session)
      return this.dispatch({ type: 'session_canceled', session: state.session }, 'as known');
    this.dispatch({ type: 'cancel_failed' });
    this.#read();
    return this;
  }

  actedWith(wire: string): this {
    const tab = this.#tab;
    const { actingOn } = tab;
    tab.acting = NO;
    tab.actingOn = '';
    const { state } = this;
    this.#outdate();
    if (!('payment' in state) || state.payment?.id !== actingOn) {
      this.#read();
      return this;
    }
    const conclusion = this.#memo.conclude(wire, state.session);
    const payment = 'payment' in conclusion ? conclusion.payment : undefined;
    if (payment) this.#dispatchPayment(payment);
    else this.dispatch({ type: 'action_refused', failure: { code: 'busy', retryable: true } });
    return this;
  }
}

const busy: Conclusion = { type: 'busy', afterMs: undefined };
const unreachable = { kind: 'network', code: 'unreachable', message: '', retryable: true } as const;
