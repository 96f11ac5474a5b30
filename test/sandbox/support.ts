import { SimulatedClock } from '../../src/core/clock.js';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js';

export interface Call {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
  readonly key?: string;
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or the text where it is none. */
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into any shape
  readonly text: string;
}

export interface Server {
  readonly sandbox: Sandbox;
  readonly clock: SimulatedClock;
  call(path: string, call?: Call): Promise<Reply>;
}

export const API_URL = 'http://api.localhost:4001';
/** Where a simulated clock starts. */
export const START = Date.UTC(2026, 10, 20, 12, 0, 0);

/** A sandbox whose time stands still, and a way to talk to it. */
export function createServer(options: SandboxOptions = {}): Server {
  const clock = new SimulatedClock(START);
  const sandbox = createSandbox({
    clock,
    apiUrl: API_URL,
    payerUrl: 'http://payer.localhost:4002',
    ...options,
  });
  return { sandbox, clock, call: (path, call) => send(sandbox, path, call) };
}

export async function send(sandbox: Sandbox, path: string, call: Call = {}): Promise<Reply> {
  const { token, key, body, headers } = call;
  const response = await sandbox.fetch(new URL(path, API_URL), {
    method: call.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(key !== undefined && { 'Idempotency-Key': key }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parse(text) };
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
