/** How a payment is named and guarded. The product's way, and ways that others have shipped. */
export interface Scheme {
  readonly name: string;
  /** Where the idempotency key of a send comes from. */
  readonly key: 'attempt' | 'click' | 'memory' | 'tab-storage';
  /** Rule 3: the server takes no payment while another is live or made. */
  readonly guard: boolean;
  /** Rule 4: the server answers a repeated key from its store. */
  readonly remembersKeys: boolean;
  /** A lost answer is told as "not charged". */
  readonly printsFailedOnTimeout: boolean;
}

export const OURS: Scheme = {
  name: 'key = session and attempt',
  key: 'attempt',
  guard: true,
  remembersKeys: true,
  printsFailedOnTimeout: false,
};

/** What bounds the world, so that it can be seen whole. */
export interface Bounds {
  readonly tabs: number;
  /** Presses of the button, for each tab. */
  readonly presses: number;
  /** Sends of one attempt (the product: 5). */
  readonly sends: number;
  /** Declines after which the session locks (the sandbox: 5). */
  readonly declines: number;
  /** What a payment may be for a while before it ends. */
  readonly waits: readonly ('processing' | 'requires_action')[];
  /** Answers that are on their way back, at the same time, while the server changes under them. */
  readonly late: number;
  /** Reads may be answered by a copy of the server's data that is one change behind. */
  readonly staleReads: boolean;
  /** The shopper may leave the session. */
  readonly leaves: boolean;
  /** The shopper may give up an action. */
  readonly givesUp: boolean;
  /** A form may be filled in wrong, which the server refuses (400). */
  readonly slips: boolean;
  /** A gateway may turn requests away (429). */
  readonly busy: boolean;
}
