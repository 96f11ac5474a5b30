import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProxyRequest } from './fault-proxy.js';
import type { Answer, Ending } from './fault-proxy-plans.js';

/** What a server of the proxy asks of it. */
export interface ProxyHandlers {
  /** Numbers a new connection. */
  connect(): number;
  exchange(request: ProxyRequest): Promise<Ending>;
}

export interface ProxyServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const SLICES = 5;

/** Serves HTTP/1.1 on a free port. */
export async function serveHttp1(handlers: ProxyHandlers): Promise<ProxyServer> {
  const carried = new WeakMap<object, { readonly connection: number; requests: number }>();
  const server = createServer((request, response) => {
    const { socket } = request;
    const line = carried.get(socket) ?? { connection: handlers.connect(), requests: 0 };
    carried.set(socket, line);
    const earlier = line.requests++;
    void answer(request, response, line.connection, earlier);
  });
  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    connection: number,
    earlier: number,
  ): Promise<void> => {
    const chunks: Buffer[] = [];
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return; // the page went away before the request was complete: it never arrived
    }
    const ending = await handlers.exchange({
      connection,
      earlier,
      protocol: 'h1',
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      body: Buffer.concat(chunks).toString(),
    });
    end(response, ending);
  };
  // Long enough to be used again by the next scenario; a connection of its own accord ends no payment.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function end(response: ServerResponse, ending: Ending): void {
  const { socket } = response;
  if (!socket || socket.destroyed) return;
  if (ending.type === 'cut') {
    if (ending.how === 'rst' || ending.how === 'refused') socket.resetAndDestroy();
    else socket.destroy();
    return;
  }
  const body = Buffer.from(ending.answer.body);
  response.writeHead(ending.answer.status, headersOf(ending.answer, body.length));
  if (ending.how === 'whole') response.end(body);
  else if (ending.how === 'half')
    response.write(body.subarray(0, Math.ceil(body.length / 2)), () => {
      socket.destroy();
    });
  else
    inSlices(body, ending.ms ?? 0, (slice) => {
      if (slice) response.write(slice);
      else response.end();
    });
}

/** The answer's own headers without those that belong to a connection, and its length. */
export function headersOf({ headers, status }: Answer, length: number): Record<string, string> {
  const own = Object.entries(headers).filter(
    ([name]) => !/^(connection|transfer-encoding|content-length|keep-alive)$/i.test(name),
  );
  return { ...Object.fromEntries(own), ...(status === 204 ? {} : { 'content-length': String(length) }) };
}

/** Hands out a body in pieces over `ms`; `undefined` says that it is over. */
export function inSlices(body: Buffer, ms: number, write: (slice: Buffer | undefined) => void): void {
  const size = Math.max(1, Math.ceil(body.length / SLICES));
  const next = (from: number): void => {
    if (from >= body.length) {
      write(undefined);
      return;
    }
    write(body.subarray(from, from + size));
    setTimeout(() => {
      next(from + size);
    }, ms / SLICES);
  };
  next(0);
}
