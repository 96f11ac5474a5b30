import type { Fetch } from '../../src/core/transport/request.js';
import { PASS, type Fate } from './plan.js';
import type { Server, WireAnswer, WireRequest } from './server.js';
import type { Time } from './time.js';

/** Who sends: told of every request and of every answer that comes through. */
export interface Sender {
  readonly name: string;
  sent(request: WireRequest): void;
  answered(request: WireRequest, answer: WireAnswer, isOurs: boolean): void;
  ended(request: WireRequest): void;
}

const HTML = '<!doctype html><title>502 Bad Gateway</title>';
const MAX_HISTORY = 12;

/** Everything between the pages and the server, as good or as bad as the plan says. */
export class Network {
  /** From here on every request passes. */
  isHealed = false;
  isDown = false;
  /** Payment requests that reached the server twice for one `fetch`. */
  doubles = 0;
  readonly #time: Time;
  readonly #server: Server;
  readonly #fateOf: (index: number, kind: WireRequest['kind']) => Fate;
  readonly #note: (text: string) => void;
  readonly #reads: WireAnswer[] = [];
  #count = 0;

  constructor(
    time: Time,
    server: Server,
    fateOf: (index: number, kind: WireRequest['kind']) => Fate,
    note: (text: string) => void,
  ) {
    this.#time = time;
    this.#server = server;
    this.#fateOf = fateOf;
    this.#note = note;
  }

  fetchFor(sender: Sender): Fetch {
    return async (url, init) => {
      const request = requestOf(url, init);
      const index = this.#count++;
      const fate = this.isHealed ? PASS : this.#fateOf(index, request.kind);
      const about = `${sender.name} #${String(index)} ${request.method} ${request.kind === 'pay' ? `pay ${keyEnd(request.key)}` : request.url.slice(this.#server.apiBase.length).replace(this.#server.id, 'ID')}`;
      this.#note(
        `${about}${this.isDown ? ' (offline)' : fate.kind === 'pass' ? '' : ` (${fateText(fate)})`}`,
      );
      sender.sent(request);
      return new Promise<Response>((resolve, reject) => {
        let over = false;
        const end = (settle: () => void): void => {
          if (over) return;
          over = true;
          sender.ended(request);
          settle();
        };
        init.signal?.addEventListener('abort', () => {
          end(() => {
            reject(new DOMException('The operation was aborted.', 'AbortError'));
          });
        });
        const lose = (): void => {
          this.#after(fate.down, 'answer', () => {
            end(() => {
              reject(new TypeError('Failed to fetch'));
            });
          });
        };
        const give = (answer: WireAnswer, isOurs: boolean): void => {
          this.#after(fate.down, 'answer', () => {
            if (over) return;
            this.#note(
              `${about} -> ${String(answer.status)}${isOurs ? '' : ' (not the server’s)'} ${answer.status < 300 ? answer.session : codeIn(answer.text)}`,
            );
            sender.answered(request, answer, isOurs);
            end(() => {
              resolve(responseOf(answer));
            });
          });
        };
        if (this.isDown) lose();
        else this.#carry(request, fate, give, lose);
      });
    };
  }

  #carry(
    request: WireRequest,
    fate: Fate,
    give: (answer: WireAnswer, isOurs: boolean) => void,
    lose: () => void,
  ): void {
    const made = (status: number, text: string, headers?: Readonly<Record<string, string>>): void => {
      give(this.#made(status, text, headers), false);
    };
    const arrive = (then: (answer: WireAnswer) => void): void => {
      this.#after(fate.up, 'network', () => void this.#reach(request).then(then));
    };
    switch (fate.kind) {
      case 'pass':
      case 'late':
        arrive((answer) => {
          give(answer, true);
        });
        return;
      case 'request_lost':
        lose();
        return;
      case 'answer_lost':
        arrive(lose);
        return;
      case 'twice':
        if (request.kind === 'pay') this.doubles++;
        arrive((answer) => {
          give(answer, true);
        });
        this.#after(fate.up + fate.again, 'network', () => void this.#reach(request));
        return;
      case '500_before':
        made(500, '{"code":"internal_error"}');
        return;
      case '500_after':
        arrive(() => {
          made(500, '{"code":"internal_error"}');
        });
        return;
      case '502_before':
        made(502, HTML);
        return;
      case '502_after':
        arrive(() => {
          made(502, HTML);
        });
        return;
      case 'in_progress':
        made(request.kind === 'pay' ? 409 : 500, '{"code":"in_progress"}', this.#retryAfter(fate));
        return;
      case '425':
      case '429':
      case '503':
        made(Number(fate.kind), '{"code":"rate_limited"}', this.#retryAfter(fate));
        return;
      case '401':
      case '403':
      case '410':
        made(Number(fate.kind), DENIED);
        return;
      case '401_after':
        arrive(() => {
          made(401, DENIED);
        });
        return;
      case 'truncated':
        arrive((answer) => {
          give({ ...answer, text: answer.text.slice(0, answer.text.length / 2) }, false);
        });
        return;
      case 'bad_json':
        arrive((answer) => {
          give({ ...answer, text: `)]}'${answer.text}` }, false);
        });
        return;
      case 'wrong_type':
        made(200, '["not","what","was","asked"]');
        return;
      case 'stale': {
        const old = request.kind === 'read' ? this.#reads[0] : undefined;
        if (old) give(old, true);
        else
          arrive((answer) => {
            give(answer, true);
          });
        return;
      }
      case 'hang_before':
        return;
      case 'hang_after':
        arrive(() => undefined);
    }
  }

  async #reach(request: WireRequest): Promise<WireAnswer> {
    const answer = await this.#server.exchange(request);
    if (request.kind === 'read' && answer.status === 200) {
      this.#reads.push(answer);
      if (this.#reads.length > MAX_HISTORY) this.#reads.shift();
    }
    return answer;
  }

  #retryAfter({ retryAfter }: Fate): Readonly<Record<string, string>> {
    if (retryAfter === undefined) return {};
    const [, sign, seconds] = /^date([+-])(\d+)$/.exec(retryAfter) ?? [];
    if (seconds === undefined) return { 'Retry-After': retryAfter };
    // Whole seconds, and never before the moment that was meant.
    const at = Math.ceil(this.#time.now() / 1000) * 1000 + Number(`${sign ?? ''}${seconds}`) * 1000;
    return { 'Retry-After': new Date(at).toUTCString() };
  }

  #made(status: number, text: string, headers: Readonly<Record<string, string>> = {}): WireAnswer {
    return { status, text, headers: new Headers(headers), version: 0, session: '', at: this.#time.now() };
  }

  #after(ms: number, owner: 'network' | 'answer', run: () => void): void {
    if (ms > 0) this.#time.schedule(owner, run, ms);
    else run();
  }
}

const DENIED = '{"code":"invalid_token"}';
const keyEnd = (key: string): string => `:${key.split(':')[1] ?? ''}`;
const codeIn = (text: string): string => /"code":"(\w+)"/.exec(text)?.[1] ?? text.slice(0, 20);
const fateText = ({ kind, up, down, again, retryAfter }: Fate): string =>
  [
    kind,
    up && `up ${String(up)}`,
    down && `down ${String(down)}`,
    kind === 'twice' && `again ${String(again)}`,
    /^(in_pro|4|5)/.test(kind) && retryAfter !== undefined && `retry-after ${retryAfter}`,
  ]
    .filter(Boolean)
    .join(', ');

function requestOf(url: string, init: RequestInit): WireRequest {
  const headers = init.headers as [string, string][];
  const method = init.method ?? 'GET';
  const key = headers.find(([name]) => name === 'Idempotency-Key')?.[1] ?? '';
  return {
    kind: method === 'GET' ? 'read' : key === '' ? 'write' : 'pay',
    url,
    method,
    headers,
    key,
    body: typeof init.body === 'string' ? init.body : '',
  };
}

/** As much of a `Response` as the client reads; a real one costs more than the rest of a request. */
const responseOf = ({ status, headers, text }: WireAnswer): Response =>
  ({ status, headers, text: async () => Promise.resolve(text) }) as unknown as Response;
