import type { Context } from 'hono';
import type { Clock } from '../../core/clock.js';
import type { Engine } from '../engine/engine.js';
import type { Faults } from './faults.js';

/** What every route of the sandbox works with. */
export interface ServerContext {
  readonly engine: Engine;
  readonly faults: Faults;
  readonly clock: Clock;
  /** Origin of the API; provider bases are below it. */
  readonly apiUrl: string;
  /** Origin of the payer's pages. */
  readonly payerUrl: string;
}

/** What is known of a request besides itself. */
export interface SandboxEnv {
  readonly Variables: { readonly requestId: string };
}

/** A request on any path of the sandbox. */
export type SandboxRequest = Context<SandboxEnv>;

/** An answer in the making: the body as a JSON value. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The address every session carries: where the provider's own page would be for a shop without a widget.
 * @param id of the session, or of the payment link
 */
export const hostedUrl = ({ payerUrl }: ServerContext, id: string): string => `${payerUrl}/payer/c/${id}`;

/** Content type of every answer that has no other. */
export const JSON_TYPE = 'application/json; charset=utf-8';

/** The answer as a response, its body serialised. */
export function respond({ status, body, headers }: Answer): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': JSON_TYPE, ...headers },
  });
}

/** Resolves after `ms` of the sandbox's time; at once for none, without a turn of the event loop. */
export async function wait(clock: Clock, ms: number): Promise<void> {
  if (ms <= 0) return;
  await new Promise<void>((resolve) => {
    clock.schedule(resolve, ms);
  });
}
