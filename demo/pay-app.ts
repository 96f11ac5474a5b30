import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { manifestHeaders, type CardFrameManifest } from '../src/card-frame/shared/manifest.js';
import type { Handler } from './listen.js';
import { fileResponse } from './static-files.js';

const isPayers = (pathname: string): boolean => pathname === '/payer' || pathname.startsWith('/payer/');

/**
 * The provider's own pages, on an origin of their own: the card frame, the tokenizer it calls, and the payer's side
 * (phone, bank, 3-D Secure).
 * @param dist the built files
 * @param pages the origins that may show the card frame
 */
export async function createPayOrigin(
  dist: string,
  pages: readonly string[],
  sandbox: Handler,
): Promise<Handler> {
  const folder = path.join(dist, 'card-frame');
  const manifest = JSON.parse(await readFile(path.join(folder, 'headers.json'), 'utf8')) as CardFrameManifest;
  const headersOf = (name: string) => manifestHeaders(manifest, name, { frameAncestors: pages });
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (request.method === 'POST' && /^\/card-frame\/(tokens|brands)$/.test(pathname)) {
      const answer = await sandbox(request);
      const own = new Headers(answer.headers);
      for (const [name, value] of Object.entries(headersOf('index.html') ?? {}))
        if (name !== 'Content-Type') own.set(name, value);
      return new Response(answer.body, { status: answer.status, headers: own });
    }
    if (pathname.startsWith('/card-frame/')) {
      const name = pathname.slice('/card-frame/'.length);
      const headers = headersOf(name);
      // Nothing but the inventory is served.
      return headers ? fileResponse(folder, name, headers) : new Response('Not found', { status: 404 });
    }
    if (isPayers(pathname)) return sandbox(request);
    if (pathname === '/') return Response.redirect(new URL('/payer', request.url), 302);
    return new Response('Not found', { status: 404 });
  };
}

/** The API's origin answers everything but the payer's own pages. */
export const createApiOrigin =
  (sandbox: Handler): Handler =>
  (request) => {
    const { pathname } = new URL(request.url);
    return isPayers(pathname) || pathname.startsWith('/card-frame/')
      ? new Response('Not found', { status: 404 })
      : sandbox(request);
  };
