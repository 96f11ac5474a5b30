import type { Installment } from '../../core/session/session.js';

/** Money that moved. The judge of every test: a session has at most one charge, or parts that add up to its total. */
export interface Charge {
  readonly sessionId: string;
  readonly paymentId: string;
  readonly method: string;
  readonly amount: number;
  readonly currency: string;
  /** Into how many instalments the shopper's bank splits it, and what they come to with interest. */
  readonly installments?: Installment;
  readonly at: number;
}

/** A payment that failed, for whatever reason. */
export interface Decline {
  readonly sessionId: string;
  readonly paymentId: string;
  readonly code: string;
  /** Whether it counts towards the five that lock a session. */
  readonly counted: boolean;
  readonly at: number;
}

/** A payment request that reached the server, whatever came of it. */
export interface Arrival {
  readonly sessionId: string;
  /** Empty where the request had none. */
  readonly key: string;
  /** Print of the body: equal prints, equal bytes. */
  readonly fingerprint: string;
  /** `accepted`, `replayed`, or the code of the refusal. */
  readonly result: string;
  readonly at: number;
}

/** What happened, in order, and nothing the shopper typed. */
export class Ledger {
  readonly charges: Charge[] = [];
  readonly declines: Decline[] = [];
  readonly arrivals: Arrival[] = [];

  chargesOf(sessionId: string): readonly Charge[] {
    return this.charges.filter((charge) => charge.sessionId === sessionId);
  }

  declinesOf(sessionId: string): readonly Decline[] {
    return this.declines.filter((decline) => decline.sessionId === sessionId);
  }

  /** All arrivals of one session, or of one idempotency key. */
  arrivalsOf(sessionIdOrKey: string): readonly Arrival[] {
    return this.arrivals.filter(
      ({ sessionId, key }) => sessionId === sessionIdOrKey || key === sessionIdOrKey,
    );
  }

  toJSON(): Pick<Ledger, 'charges' | 'declines' | 'arrivals'> {
    return { charges: this.charges, declines: this.declines, arrivals: this.arrivals };
  }
}
