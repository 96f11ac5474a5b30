import { Interner } from './intern.js';
import { mirroredServer } from './mirror.js';
import type { MachineMemo } from './machine-memo.js';
import type { Bounds, Scheme } from './scheme.js';
import {
  cancelPayment,
  cancelSession,
  charges,
  decide,
  expire,
  pay,
  snapshot,
  type Entry,
  type PayRequest,
  type Server,
} from './server.js';
import type { Tab } from './tab.js';

/** A server after a request, and the short name of its answer, if it has one already. */
export type Served = readonly [Server, string | undefined];

/** The server's transactions, each asked once; equal servers are one object, and answers have short names. */
export class ServerMemo {
  readonly servers = new Interner<Server>((server) => JSON.stringify(server), mirroredServer);
  readonly #memo: MachineMemo;
  readonly #scheme: Scheme;
  readonly #bounds: Bounds;
  readonly #served = new Map<string, Served>();
  readonly #snapshots = new Map<Server, string>();

  constructor(memo: MachineMemo, scheme: Scheme, bounds: Bounds) {
    this.#memo = memo;
    this.#scheme = scheme;
    this.#bounds = bounds;
  }

  snapshot(server: Server): string {
    let short = this.#snapshots.get(server);
    if (short === undefined) this.#snapshots.set(server, (short = this.#memo.short(snapshot(server))));
    return short;
  }

  pay(server: Server, request: PayRequest): Served {
    return this.#serve(server, `pay ${request.key} ${request.body} ${String(request.wrong)}`, () =>
      pay(server, request, this.#scheme, this.#bounds),
    );
  }

  /** Answers with what the request that began the payment is told. */
  decide(server: Server, index: number, status: Exclude<Entry['status'], 'running'>): Served {
    return this.#serve(server, `decide ${String(index)} ${status}`, () => {
      const after = decide(server, index, status, this.#bounds);
      return [after, after.payments[index]?.answer];
    });
  }

  cancelSession(server: Server): Served {
    return this.#serve(server, 'leave', () => cancelSession(server, this.#bounds));
  }

  cancelPayment(server: Server, paymentId: string): Served {
    return this.#serve(server, paymentId, () => cancelPayment(server, paymentId, this.#bounds));
  }

  expire(server: Server): Server {
    return this.#serve(server, 'expire', () => [expire(server, this.#bounds), undefined])[0];
  }

  /** Whether a request can change nothing at this server, now or ever. */
  isInert(server: Server, request: PayRequest): boolean {
    const { guard, remembersKeys, key } = this.#scheme;
    return (
      server.closed !== '' ||
      server.expired ||
      request.wrong ||
      (remembersKeys && server.payments.some((entry) => entry.key === request.key)) ||
      (guard && (charges(server) > 0 || (key === 'attempt' && request.attempt < server.attempt)))
    );
  }

  /** The server without the bytes and answers that are kept for nobody: only the key of such a payment counts. */
  forgetful(server: Server, wire: readonly PayRequest[], tabs: readonly Tab[]): Server {
    const isWanted = ({ body, status }: Entry): boolean =>
      body === '' ||
      status === 'running' ||
      wire.some((request) => request.body === body) ||
      tabs.some(({ held }) => held?.body === body);
    if (server.payments.every(isWanted)) return server;
    const payments = server.payments.map((entry) =>
      isWanted(entry) ? entry : { ...entry, body: '', answer: '' },
    );
    return { ...server, payments };
  }

  #serve(server: Server, what: string, act: () => Served): Served {
    const key = `${String(this.servers.number(server))} ${what}`;
    let served = this.#served.get(key);
    if (!served) {
      const [after, answer] = act();
      served = [this.servers.one(after), answer === undefined ? undefined : this.#memo.short(answer)];
      this.#served.set(key, served);
    }
    return served;
  }
}
