import type { ProviderId } from '../../core/providers/dialect.js';
import type { RandomBytes } from './ids.js';
import type { MethodInput, SessionInput } from './new-session.js';

/** How one provider's sessions differ from another's, apart from their wire format. */
export interface ProviderTraits {
  readonly id: ProviderId;
  /** Currency and lifetime of a session that names none. */
  readonly currency: string;
  readonly lifeSeconds: number;
  /** Whether an expired session can be replaced by a fresh one. */
  readonly refreshable: boolean;
  /** A new id, and the token that opens it in a browser. */
  newIds(random: RandomBytes): { readonly id: string; readonly token: string };
  /** A new payment link's id, and the token that opens it in a browser. */
  newLinkIds?(random: RandomBytes): { readonly id: string; readonly token: string };
  /** Types offered in a currency by default. */
  defaultMethods(currency: string): readonly string[];
  /** A method from the word tests and the demo use for it: a type of the contract, or the provider's own word. */
  methodOf(word: string): MethodInput;
  /** What the provider adds to every session: fields it always asks for. */
  complete?(input: SessionInput): SessionInput;
}
