/**
 * One page with the checkout in it: the machine's state, and around it no more than what `payment-runner.ts`,
 * `payment-sender.ts` and `session-reader.ts` keep in memory.
 */
export interface Tab {
  readonly name: string;
  /** Number of the `CheckoutState`. */
  readonly state: number;
  /** Presses of the button left to the shopper. */
  readonly presses: number;
  /** The attempt whose bytes are being prepared; 0 for none. */
  readonly preparing: number;
  readonly held: Held | undefined;
  /** The held bytes: `no` send under way, `asked` and waiting, or the answer on its way back. */
  readonly sending: string;
  /**
   * A read: `asked`, or the session on its way back. A page that shows anything may ask at any time (it polls, or is
   * woken), so `asked` also stands for "not asked yet"; `no` while nothing is shown.
   */
  readonly reading: string;
  readonly recover: 'no' | 'read' | 'send';
  /** The shopper leaves: `no`, `read` first, `asked`, or the answer. */
  readonly leaving: string;
  /** The shopper gives an action up: `no`, `asked`, or the answer; and of which payment. */
  readonly acting: string;
  readonly actingOn: string;
  /** For the judges only: the newest attempt that this page has sent and was not refused. */
  readonly sent: number;
  /** A key that a scheme other than ours keeps, and the attempt it was made for. */
  readonly keptKey: string;
  readonly keptFor: number;
}

/** One attempt on its way: the same key and the same bytes for as long as it lasts. */
export interface Held {
  readonly key: string;
  readonly attempt: number;
  readonly body: string;
  readonly wrong: boolean;
  readonly sends: number;
  readonly lost: boolean;
}

export const NO = 'no';
export const ASKED = 'asked';
/** Whether a slot holds an answer on its way back. */
export const isAnswer = (slot: string): boolean => slot.startsWith('#');

/** A page that was just opened, or opened anew: nothing is remembered but how often the button was pressed. */
export const freshTab = (name: string, presses: number, idle: number): Tab => ({
  name,
  state: idle,
  presses,
  preparing: 0,
  held: undefined,
  sending: NO,
  reading: NO,
  recover: 'no',
  leaving: NO,
  acting: NO,
  actingOn: '',
  sent: 0,
  keptKey: '',
  keptFor: 0,
});

/** Equal pages have equal keys. */
export function tabKey(tab: Tab): string {
  const { held } = tab;
  return [
    tab.name,
    tab.state,
    tab.presses,
    tab.preparing,
    held
      ? `${held.key},${String(held.attempt)},${held.body},${String(held.wrong)},${String(held.sends)},${String(held.lost)}`
      : '',
    tab.sending,
    tab.reading,
    tab.recover,
    tab.leaving,
    tab.acting,
    tab.actingOn,
    tab.sent,
    tab.keptKey,
    tab.keptFor,
  ].join('|');
}
