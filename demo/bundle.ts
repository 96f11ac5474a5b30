import path from 'node:path';
import { build } from 'vite';
import { contentType } from './static-files.js';

const demo = import.meta.dirname;

/** The demo's own page scripts, by file name. */
export type Bundle = ReadonlyMap<string, string | Uint8Array>;

/**
 * Builds what a shop's own build would: the script of its cart page, and the single-page app, which imports the package
 * by its name as it is published (`npm/` below `dist`). In memory: nothing is written.
 */
export async function bundlePages(dist: string): Promise<Bundle> {
  const result = await build({
    configFile: false,
    root: demo,
    logLevel: 'warn',
    publicDir: false,
    // Said aloud, as a test runner's environment is not production.
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      conditions: ['module', 'browser', 'production'],
      alias: [
        { find: /^checkout-session$/, replacement: path.join(dist, 'npm/index.js') },
        { find: /^checkout-session\/define$/, replacement: path.join(dist, 'npm/define.js') },
      ],
    },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: { cart: path.join(demo, 'shop/cart.ts'), spa: path.join(demo, 'spa/main.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const files = new Map<string, string | Uint8Array>();
  for (const output of outputs) {
    if (!('output' in output)) continue;
    for (const file of output.output)
      files.set(file.fileName, file.type === 'chunk' ? file.code : file.source);
  }
  return files;
}

export function bundleResponse(bundle: Bundle, name: string): Response {
  const body = bundle.get(name);
  if (body === undefined) return new Response('Not found', { status: 404 });
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'Content-Type': contentType(name),
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
