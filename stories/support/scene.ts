import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { CheckoutStatus } from '../../src/core/machine/state.js';
import type { ProviderId } from '../../src/core/providers/dialect.js';
import type { CreatedSession, Sandbox, SandboxOptions, SessionInput } from '../../src/sandbox/index.js';

/** What a story shows: a session on a sandbox of its own, what happened to it before, and where it then stands. */
export interface Scene {
  readonly provider?: ProviderId;
  readonly session?: SessionInput;
  readonly sandbox?: Omit<SandboxOptions, 'clock'>;
  /** The past was this many seconds ago, and the server's clock stands still from now on. */
  readonly agoSeconds?: number;
  /** Tags that stand in the checkout in place of its own arrangement. */
  readonly elements?: readonly string[];
  /** What a merchant writes into the checkout: children for its slots, or an arrangement of elements. */
  readonly inside?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** The checkout's own widest, in CSS pixels, for what is never wide in a page. */
  readonly widest?: number;
  /** Changes the server's answers, for what a later version of it may say. */
  readonly rewrite?: (answer: string) => string;
  /** What became of the session before the shopper opens the page. */
  readonly before?: (past: Past) => Promise<void> | void;
  /** Status that the story rests in. Default `ready`. */
  readonly until?: CheckoutStatus;
  /** Tag that has to be seen in the end. Default: the story's component. */
  readonly shows?: string;
}

/** What can be done to a session before it is shown. */
export interface Past {
  readonly sandbox: Sandbox;
  readonly session: CreatedSession;
  /** A payment that was made on another page. */
  readonly pay: (payment: PaymentMade) => Promise<void>;
}

export interface PaymentMade {
  /** Type of the method. */
  readonly type: string;
  /** Where it is another than the type. */
  readonly methodId?: string;
  readonly details?: Readonly<Record<string, string>>;
  readonly customer?: Readonly<Record<string, string>>;
  /** Number of the card. */
  readonly card?: string;
}

/** Controls set attributes, properties, slots and custom properties by their names in the manifest. */
export type Args = Readonly<Record<string, unknown>>;
export type CheckoutMeta = Meta<Args> & { parameters?: { scene?: Scene } };
export type Story = StoryObj<Args> & { parameters?: { scene?: Scene } };
