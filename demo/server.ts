import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Clock } from '../src/core/clock.js';
import { createSandbox, type Sandbox } from '../src/sandbox/index.js';
import { bundlePages } from './bundle.js';
import { BrokenConnection, deadOrigin, openOrigin, type Handler, type Origin } from './listen.js';
import { createMerchants } from './merchant/merchant.js';
import { createApiOrigin, createPayOrigin } from './pay-app.js';
import { createShop } from './shop/app.js';
import { whenLeftAlone } from './when-left-alone.js';

export interface DemoOptions {
  /** Default 4100, 4101, 4102, or the next ones free; 0 is any free one. */
  readonly ports?: { readonly shop?: number; readonly api?: number; readonly pay?: number };
  /** Further origins whose pages may use the API and show the card frame. */
  readonly origins?: readonly string[];
  /** Address to listen on. Default: this machine only. */
  readonly host?: string;
  /** Folder of the built files. Default: `dist` of this project. */
  readonly dist?: string;
  /** The sandbox's time. Default: the machine's. */
  readonly clock?: Clock;
  /** A Pix code is paid by itself after this long. Default: only by the banking page. */
  readonly pixPaidAfterMs?: number;
  /** How long a prompt stays on a phone. */
  readonly phonePromptMs?: number;
  /** A publishable test key: the native sessions' card is then typed in Stripe's own fields, and becomes a real token. */
  readonly stripeKey?: string;
}

export interface Demo {
  readonly shopUrl: string;
  readonly apiUrl: string;
  readonly payUrl: string;
  /** Where nothing listens: the shop's scenario “API down”. */
  readonly downUrl: string;
  readonly sandbox: Sandbox;
  /** Ports that were wanted and taken, and what is used in their place. */
  readonly moved: readonly { readonly wanted: number; readonly url: string }[];
  close(): Promise<void>;
}

const DIST = path.join(import.meta.dirname, '../dist');

/**
 * Starts the shop, the payment API and the provider's own pages, each on an origin of its own.
 * @throws Error where the package is not built, or no port is free
 */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { ports = {}, host, dist = DIST, stripeKey } = options;
  if (stripeKey !== undefined && !/^pk_test_\w+$/.test(stripeKey))
    throw new Error('STRIPE_PUBLISHABLE_KEY is a key of Stripe’s that begins with pk_test_.');
  for (const file of ['checkout-session.js', 'card-frame/index.html', 'npm/index.js']) {
    if (!existsSync(path.join(dist, file)))
      throw new Error(`${file} is missing in ${dist}: run “npx vite build --app” first.`);
  }

  const origins: Origin[] = [];
  const moved: { wanted: number; url: string }[] = [];
  const open = async (port: number): Promise<Origin> => {
    const origin = await openOrigin(port, host);
    origins.push(origin);
    if (port !== 0 && new URL(origin.url).port !== String(port))
      moved.push({ wanted: port, url: origin.url });
    return origin;
  };
  const close = async (): Promise<void> => {
    await Promise.all(origins.map((origin) => origin.close()));
  };
  try {
    // One after the other: two that ask for the next free port at once would get the same.
    const shop = await open(ports.shop ?? 4100);
    const api = await open(ports.api ?? 4101);
    const pay = await open(ports.pay ?? 4102);
    const downUrl = await deadOrigin();
    const pages = [shop.url, ...(options.origins ?? [])];
    const sandbox = createSandbox({
      merchantName: 'Pandorga',
      clock: options.clock,
      apiUrl: api.url,
      payerUrl: pay.url,
      cardFrameUrl: `${pay.url}/card-frame/index.html`,
      allowedOrigins: pages,
      pixPaidAfterMs: options.pixPaidAfterMs,
      phonePromptMs: options.phonePromptMs,
      trustStripeTokens: stripeKey !== undefined,
    });
    // The sandbox rejects as `fetch` does, when it plays a dead network and when the caller has gone.
    const answer: Handler = async (request) => {
      try {
        return await sandbox.fetch(request);
      } catch (cause) {
        throw new BrokenConnection('The sandbox broke the connection.', { cause });
      }
    };
    api.answer(createApiOrigin(answer));
    pay.answer(await createPayOrigin(dist, pages, answer));
    const merchants = createMerchants(api.loopbackUrl, stripeKey);
    const urls = { shop: shop.url, api: api.url, pay: pay.url, down: downUrl };
    const hasStripe = stripeKey !== undefined;
    shop.answer(createShop({ dist, urls, merchants, sandbox, bundle: await bundlePages(dist), hasStripe }));
    return { shopUrl: shop.url, apiUrl: api.url, payUrl: pay.url, downUrl, sandbox, moved, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const portFrom = (name: string): number | undefined => {
  const text = process.env[name];
  return text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined;
};

async function main(): Promise<void> {
  const demo = await startDemo({
    ports: { shop: portFrom('PORT_SHOP'), api: portFrom('PORT_API'), pay: portFrom('PORT_PAY') },
    host: process.env['HOST'],
    origins: process.env['ORIGINS']?.split(',').filter(Boolean),
    stripeKey: process.env['STRIPE_PUBLISHABLE_KEY'],
  });
  for (const { wanted, url } of demo.moved)
    console.log(
      `  Port ${String(wanted)} is taken, maybe by a demo that still runs: using ${url} in its place.`,
    );
  console.log(`
  Pandorga, a shop that takes payments:   ${demo.shopUrl}

  Its cart and checkout                   ${demo.shopUrl}/cart
  A single-page app with the package      ${demo.shopUrl}/spa
  The payer's side: phone, bank, boleto   ${demo.payUrl}/payer

  For a page of yours: api-base           ${demo.apiUrl}/native
  with the secret key                     sk_test_sandbox   (name your page's origin: ORIGINS=http://localhost:5173)

${process.env['STRIPE_PUBLISHABLE_KEY'] === undefined ? '' : '  Native sessions: the card is typed in Stripe’s own test fields.\n\n'}  Ctrl+C stops it.
`);
  whenLeftAlone(() => {
    void demo.close().then(() => process.exit(0));
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
