import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

export type Handler = (request: Request) => Response | Promise<Response>;

/** Thrown by a handler that wants the connection cut in place of an answer, as a bad network would. */
export class BrokenConnection extends Error {}

/** An origin that is already listening and waits to be told what to answer. */
export interface Origin {
  /** `http://localhost:4100`: the name every browser knows. */
  readonly url: string;
  /** The same by number, for calls from this machine's own servers. */
  readonly loopbackUrl: string;
  answer(handler: Handler): void;
  close(): Promise<void>;
}

const TRIES = 20;

/**
 * Opens a port on the loopback addresses: the wanted one, else the next that is free; 0 is any free one.
 * @throws Error where 20 ports in a row are taken
 */
export async function openOrigin(wanted: number, host = '127.0.0.1'): Promise<Origin> {
  let handler: Handler = () => new Response('Starting.', { status: 503 });
  const answer: Handler = (request) => handler(request);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const first = await listen(wanted && wanted + attempt, host, answer);
    if (!first) continue;
    const { port } = first.address() as AddressInfo;
    // `localhost` may mean ::1 first; somebody else's server there would be taken for ours.
    const second = host === '127.0.0.1' ? await listen(port, '::1', answer) : 'none';
    if (!second) {
      await close(first);
      continue;
    }
    return {
      url: `http://localhost:${String(port)}`,
      loopbackUrl: `http://127.0.0.1:${String(port)}`,
      answer(next) {
        handler = next;
      },
      async close() {
        await Promise.all((second === 'none' ? [first] : [first, second]).map(close));
      },
    };
  }
  throw new Error(`The ports ${String(wanted)} to ${String(wanted + TRIES - 1)} are all taken.`);
}

/** `undefined`: the port is taken. `none`: this machine has no such address. */
async function listen(port: number, host: string, handler: Handler): Promise<Server | undefined>;
async function listen(port: number, host: '::1', handler: Handler): Promise<Server | 'none' | undefined>;
async function listen(port: number, host: string, handler: Handler): Promise<Server | 'none' | undefined> {
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    fetch: async (request, { outgoing }) => {
      try {
        return await handler(request);
      } catch (error) {
        if (!(error instanceof BrokenConnection)) console.error(error);
        outgoing.destroy();
        return new Response(null, { status: 500 });
      }
    },
  }) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else if (host === '::1') resolve('none');
      else reject(error);
    });
    server.listen(port, host, () => {
      resolve(server);
    });
  });
}

/** Also cuts the connections that are open: an answer that never comes must not hold the server. */
async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

/** An address of this machine where nothing listens. */
export async function deadOrigin(): Promise<string> {
  const origin = await openOrigin(0);
  await origin.close();
  return origin.url;
}
