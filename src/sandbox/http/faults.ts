import type { Clock } from '../../core/clock.js';
import { JSON_TYPE, wait } from './context.js';

/** What goes wrong between the shopper's browser and the API. */
export const FAULT_MODES = [
  'none',
  /** 502 with a gateway's HTML page. */
  'html',
  '500',
  /** 503 with `Retry-After`. */
  '503',
  /** 429 with `Retry-After`. */
  '429',
  '401',
  /** 200 whose JSON stops half way. */
  'malformed',
  /** 200 with JSON that is something else. */
  'wrong_type',
  /** The connection breaks: `fetch` rejects. */
  'network',
  /** No answer, ever. */
  'hang',
] as const;
/** One of `FAULT_MODES`. */
export type FaultMode = (typeof FAULT_MODES)[number];

/** Which buyer requests: `write` is every POST but a payment. */
export type BuyerRequestKind = 'read' | 'write' | 'pay';

/** A fault to set, and what it is to hit. */
export interface Fault {
  readonly mode?: FaultMode;
  /** `after`: the request has its effect and only the answer is lost. Default `before`. */
  readonly when?: 'before' | 'after';
  readonly on?: 'all' | BuyerRequestKind;
  /** How many requests it hits. Default: all, until the next `setFault`. */
  readonly times?: number;
  /** Delay of every answer. A payment is taken in before the delay, and answered after it. */
  readonly latencyMs?: number;
  /** Value of `Retry-After`. Default 2 (seconds). */
  readonly retryAfter?: string | number;
}

/** Marks an answer that never arrives: `createSandbox().fetch` rejects in its place. */
export const FAULT_HEADER = 'X-Sandbox-Fault';

const HTML_PAGE = '<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>';

/** The faults that are set now, for the buyer's routes only: merchants and payers are never hit. */
export class Faults {
  #fault: Fault;
  #left = Infinity;
  readonly #clock: Clock;

  constructor(clock: Clock, fault: Fault = {}) {
    this.#clock = clock;
    this.#fault = fault;
  }

  get(): Fault {
    return this.#fault;
  }

  set(fault: Fault): void {
    this.#fault = fault;
    this.#left = fault.times ?? Infinity;
  }

  /**
   * Runs a buyer's request under the fault that is set.
   * @param run does the work; a payment calls `delay` between taking it in and its outcome
   */
  async run(
    kind: BuyerRequestKind,
    run: (delay: () => Promise<void>) => Response | Promise<Response>,
  ): Promise<Response> {
    const { on = 'all', mode = 'none', when, latencyMs = 0 } = this.#fault;
    const delay = (): Promise<void> => wait(this.#clock, latencyMs);
    const hit = mode !== 'none' && (on === 'all' || on === kind) && this.#left > 0;
    if (hit) this.#left--;
    const after = when === 'after' || mode === 'malformed' || mode === 'wrong_type';
    if (hit && !after) {
      await delay();
      return this.#answer(mode);
    }
    if (kind !== 'pay') await delay();
    const response = await run(kind === 'pay' ? delay : () => Promise.resolve());
    return hit ? this.#answer(mode, await response.text()) : response;
  }

  async #answer(mode: FaultMode, body = '{"id":"x"}'): Promise<Response> {
    const retry = { 'Retry-After': String(this.#fault.retryAfter ?? 2) };
    switch (mode) {
      case 'html':
        return new Response(HTML_PAGE, {
          status: 502,
          headers: { 'Content-Type': 'text/html; charset=utf-8' },
        });
      case '503':
      case '429':
        return json(Number(mode), { error: { code: 'rate_limited', message: 'Busy.' } }, retry);
      case '401':
        return json(401, {
          error: { code: 'invalid_token', message: 'Unknown token.' },
          code: 'invalid_token',
        });
      case 'malformed':
        return new Response(body.slice(0, Math.ceil(body.length / 2)), {
          headers: { 'Content-Type': JSON_TYPE },
        });
      case 'wrong_type':
        return json(200, ['not', 'what', 'was', 'asked']);
      case 'network':
        return json(500, {}, { [FAULT_HEADER]: 'network' });
      case 'hang':
        return new Promise<Response>(() => undefined);
      default:
        return json(500, { error: { code: 'internal_error', message: 'The sandbox was told to fail.' } });
    }
  }
}

const json = (status: number, body: unknown, headers?: Readonly<Record<string, string>>): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': JSON_TYPE, ...headers } });
