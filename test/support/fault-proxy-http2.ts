import {
  constants,
  createSecureServer,
  type Http2Session,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './fault-proxy-certificate.js';
import { headersOf, inSlices, type ProxyHandlers, type ProxyServer } from './fault-proxy-http1.js';
import type { Cut, Ending } from './fault-proxy-plans.js';

/** Serves HTTP/2 over TLS on a free port. */
export async function serveHttp2(handlers: ProxyHandlers, certificate: Certificate): Promise<ProxyServer> {
  const server = createSecureServer({ ...certificate, allowHTTP1: false });
  const sessions = new Map<Http2Session, { readonly connection: number; requests: number }>();
  server.on('session', (session) => {
    sessions.set(session, { connection: handlers.connect(), requests: 0 });
    session.on('error', () => undefined);
    session.on('close', () => sessions.delete(session));
  });
  server.on('sessionError', () => undefined);
  server.on('stream', (stream, headers) => {
    stream.on('error', () => undefined);
    const line = stream.session && sessions.get(stream.session);
    if (line) void answer(stream, headers, line.connection, line.requests++);
  });
  const answer = async (
    stream: ServerHttp2Stream,
    headers: IncomingHttpHeaders,
    connection: number,
    earlier: number,
  ): Promise<void> => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of stream) chunks.push(chunk as Buffer);
    } catch {
      return; // reset before it was complete: it never arrived
    }
    const ending = await handlers.exchange({
      connection,
      earlier,
      protocol: 'h2',
      method: String(headers[':method']),
      path: String(headers[':path']),
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      body: Buffer.concat(chunks).toString(),
    });
    end(stream, ending);
  };
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const session of sessions.keys()) session.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

const CODES: Readonly<Partial<Record<Cut, number>>> = {
  refused: constants.NGHTTP2_REFUSED_STREAM,
  internal: constants.NGHTTP2_INTERNAL_ERROR,
  cancel: constants.NGHTTP2_CANCEL,
};

function end(stream: ServerHttp2Stream, ending: Ending): void {
  const { session } = stream;
  if (stream.destroyed || !session) return;
  if (ending.type === 'cut') {
    const code = CODES[ending.how];
    if (code !== undefined) stream.close(code);
    else if (ending.how === 'goaway') {
      // "None of your streams was looked at": the browser may send them again, whatever really happened.
      session.goaway(constants.NGHTTP2_NO_ERROR, 0);
      setTimeout(() => {
        session.destroy();
      }, 20);
    } else session.destroy();
    return;
  }
  const body = Buffer.from(ending.answer.body);
  stream.respond({ ...headersOf(ending.answer, body.length), ':status': ending.answer.status });
  if (ending.how === 'whole') stream.end(body);
  else if (ending.how === 'half')
    stream.write(body.subarray(0, Math.ceil(body.length / 2)), () => {
      stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    });
  else
    inSlices(body, ending.ms ?? 0, (slice) => {
      if (stream.destroyed) return;
      if (slice) stream.write(slice);
      else stream.end();
    });
}
