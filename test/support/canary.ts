import type { BrowserContext, Page, Request } from 'playwright';
import { encodingsOf } from './canary-encodings.js';
import { installProbe, readSinks, REPORT, type Sample } from './canary-page.js';
import { unlistedKeys } from './event-schema.js';
import { hearPages, isTold } from './hear-pages.js';

export type { Sample } from './canary-page.js';

/** A value that must stay where it was typed or given. */
export interface Canary {
  readonly name: string;
  /** Searched in every encoding. */
  readonly value?: string;
  /** Searched as they stand. */
  readonly texts?: readonly string[];
  /** Found only where a sample consists of nothing else: for values that are too short to be searched. */
  readonly whole?: string;
  /** Where it has a right to be. */
  readonly mayBeIn?: (sample: Sample) => boolean;
}

/** A canary, or a key that no event may have, where it must not be. */
export interface Leak {
  readonly canary: string;
  readonly encoding: string;
  readonly sink: string;
  readonly where: string;
  readonly url: string;
}

export interface Watch {
  /** Adds canaries to those that are learned from the requests. */
  add(...canaries: readonly Canary[]): void;
  /** What is being watched for: a check of nothing finds nothing. */
  names(): readonly string[];
  /** What was found up to now, in all pages of the context. `accessibility` costs some time more. */
  leaks(options?: { readonly accessibility?: boolean }): Promise<readonly Leak[]>;
  /** Begins afresh: what comes next has nothing to do with what was. */
  forget(): void;
}

interface Collected {
  readonly samples: Sample[];
  readonly canaries: Canary[];
}

const watched = new WeakMap<BrowserContext, Promise<Collected>>();

/** The test's own recorder of events keeps them here. */
const OWN_STORAGE_KEY = 'heard';
/** Dialects whose token is the session's public id, in path and events by the provider's own documents. */
const ID_IS_TOKEN = /^\/(z2pay|conomy|payonify)\//;
const SHOPPERS_OWN = new Set(['dom', 'value', 'accessibility']);

/**
 * Begins to watch a page's context; call it before the page is opened, or again for a page that is used a second time.
 * Token, card, phone and document are learned from the requests that carry them rightly.
 */
export const watchForCanaries = async (page: Page, canaries: readonly Canary[] = []): Promise<Watch> =>
  watchContext(page.context(), canaries);

/** The same for a context before its first page. */
export async function watchContext(
  context: BrowserContext,
  canaries: readonly Canary[] = [],
): Promise<Watch> {
  const collecting = watched.get(context) ?? collect(context);
  watched.set(context, collecting);
  const collected = await collecting;
  collected.canaries.push(...canaries);
  return {
    add: (...more) => {
      collected.canaries.push(...more);
    },
    names: () => collected.canaries.map(({ name }) => name),
    leaks: async ({ accessibility = false } = {}) => {
      const now = await Promise.all(context.pages().map(async (open) => snapshot(open, accessibility)));
      return findLeaks([...collected.samples, ...now.flat()], collected.canaries);
    },
    forget: () => {
      collected.samples.length = 0;
      collected.canaries.length = 0;
    },
  };
}

/** Watches a context until it is closed, which fails where anything came to light. */
export async function watchUntilClosed(context: BrowserContext): Promise<void> {
  const watch = await watchContext(context);
  const close = context.close.bind(context);
  context.close = async (...args) => {
    const leaks = await watch.leaks();
    await close(...args);
    if (leaks.length > 0) throw new Error(`secrets came to light: ${JSON.stringify(leaks, undefined, 1)}`);
  };
}

async function collect(context: BrowserContext): Promise<Collected> {
  const collected: Collected = { samples: [], canaries: [] };
  type Report = [sink: string, entries: readonly (readonly [string, string])[]];
  await hearPages<Report>(context, REPORT, ([sink, entries], url) => {
    for (const [where, text] of entries) collected.samples.push({ sink, where, url, text });
  });
  await context.addInitScript(installProbe, REPORT);
  context.on('request', (request) => {
    const found = samplesOfRequest(request);
    collected.samples.push(...found);
    collected.canaries.push(...canariesIn(request));
  });
  context.on('console', (message) => {
    if (isTold(message.text())) return;
    const { url } = message.location();
    collected.samples.push({ sink: 'console', where: message.type(), url, text: message.text() });
  });
  context.on('weberror', (error) => {
    const { message, stack = '' } = error.error();
    collected.samples.push({
      sink: 'error',
      where: 'uncaught',
      url: error.page()?.url() ?? '',
      text: message + stack,
    });
  });
  return collected;
}

function samplesOfRequest(request: Request): Sample[] {
  const url = request.url();
  const where = `${request.method()} ${url}`;
  return [
    { sink: 'request URL', where, url, text: url },
    ...Object.entries(request.headers()).map(([name, text]) => ({
      sink: `request header`,
      where: `${name} of ${where}`,
      url,
      text,
    })),
    { sink: 'request body', where, url, text: request.postData() ?? '' },
  ];
}

async function snapshot(page: Page, accessibility: boolean): Promise<Sample[]> {
  const read = await Promise.all(
    page.frames().map(async (frame) => {
      const found = await frame.evaluate(readSinks).catch(() => []);
      return found.map((sample) => ({ ...sample, url: frame.url() }));
    }),
  );
  const samples = read.flat().filter(({ where }) => where !== OWN_STORAGE_KEY);
  if (!accessibility) return samples;
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  for (const { role, name, value, description } of nodes)
    for (const said of [name, value, description])
      if (said?.value !== undefined)
        samples.push({
          sink: 'accessibility',
          where: String(role?.value),
          url: page.url(),
          text: String(said.value),
        });
  return samples;
}

/** The canaries that a request carries where it should. */
function canariesIn(request: Request): Canary[] {
  const url = new URL(request.url());
  if (request.isNavigationRequest()) return [];
  const body = parseBody(request.postData());
  if (url.pathname.endsWith('/card-frame/tokens')) return cardCanaries(url, body);
  const found: Canary[] = [];
  const token = /^Bearer (.+)$/.exec(request.headers()['authorization'] ?? '')?.[1];
  if (token !== undefined && !ID_IS_TOKEN.test(url.pathname))
    found.push({
      name: 'token',
      value: token,
      mayBeIn: ({ sink, where, url: at }) =>
        sink === 'request header' && where.startsWith('authorization ') && new URL(at).origin === url.origin,
    });
  for (const [key, value] of textsOf(body)) {
    if (!/^(phone|document|mobile_?number|documentNumber)$/i.test(key) || value.length < 8) continue;
    found.push({
      name: key,
      value,
      mayBeIn: ({ sink, url: at }) =>
        SHOPPERS_OWN.has(sink) || (sink === 'request body' && new URL(at).origin === url.origin),
    });
  }
  return found;
}

function cardCanaries(url: URL, body: unknown): Canary[] {
  const { number, expiryMonth, expiryYear, cvc } = Object.fromEntries(textsOf(body));
  const month = expiryMonth?.padStart(2, '0') ?? '';
  const year = expiryYear ?? '';
  const short = year.slice(-2);
  // The digits that name the issuer may be asked about, and nothing beside them: of 4242… they are the last ones too.
  const lookup = JSON.stringify({ bin: number?.slice(0, 8) });
  const mayBeIn = ({ sink, url: at, text }: Sample): boolean => {
    const { origin, pathname } = new URL(at, 'about:blank');
    const isFrame = origin === url.origin && pathname.startsWith('/card-frame/');
    const isSent = sink === 'request body' && (pathname === url.pathname || text === lookup);
    return isFrame && (SHOPPERS_OWN.has(sink) || isSent);
  };
  return [
    { name: 'card number', value: number?.replaceAll(' ', ''), mayBeIn },
    {
      name: 'expiry',
      texts: [
        `${month}/${short}`,
        `${month} / ${short}`,
        `${month}/${year}`,
        `${year}-${month}`,
        `expiryYear":${year}`,
        `expiryYear=${year}`,
      ],
      mayBeIn,
    },
    { name: 'CVC', texts: [`cvc":"${cvc}"`, `cvc=${cvc}`], whole: cvc, mayBeIn },
  ];
}

const parseBody = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? '') as unknown;
  } catch {
    return undefined;
  }
};

/** Every text and number of a JSON value with the key it stands under. */
function textsOf(value: unknown, key = ''): [string, string][] {
  if (typeof value === 'string' || typeof value === 'number') return [[key, String(value)]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => textsOf(member, name));
}

/** Numbers are written with all kinds of gaps; without them every way of writing is one. */
const withoutGaps = (text: string): string => text.replaceAll(/[\s.()/-]/g, '');

export function findLeaks(samples: readonly Sample[], canaries: readonly Canary[]): readonly Leak[] {
  const leaks = new Map<string, Leak>();
  const note = (leak: Leak): void => void leaks.set(JSON.stringify(leak), leak);
  const blob = samples.map(({ text }) => text).join('\n');
  const haystack = `${blob}\n${withoutGaps(blob)}`.toLowerCase();
  for (const canary of unique(canaries)) {
    const { name, value, texts = [], whole, mayBeIn } = canary;
    const encodings = [
      ...(value === undefined ? [] : encodingsOf(value)),
      ...texts.map((text) => ({ name: 'plain', text })),
    ];
    const isNumber = value !== undefined && /^\+?\d{8,}$/.test(value);
    const needles = encodings
      .map(({ name: encoding, text }) => ({ encoding, text, low: text.toLowerCase() }))
      .filter(({ low }) => haystack.includes(low));
    for (const sample of samples) {
      if (mayBeIn?.(sample)) continue;
      const { sink, where, url } = sample;
      const low = sample.text.toLowerCase();
      const tight = isNumber ? withoutGaps(low) : low;
      const hit = needles.find((needle) => low.includes(needle.low) || tight.includes(needle.low));
      const isWhole = whole !== undefined && whole.length > 2 && sample.text.trim() === whole;
      if (hit || isWhole) note({ canary: name, encoding: hit?.encoding ?? 'plain', sink, where, url });
    }
  }
  for (const { sink, where, url } of samples)
    if (sink === 'event')
      for (const path of unlistedKeys(where.split(/[.[]/)[0] ?? '', [where]))
        note({ canary: 'a key that is not listed', encoding: path, sink, where, url });
  return [...leaks.values()];
}

const unique = (canaries: readonly Canary[]): readonly Canary[] => [
  ...new Map(
    canaries.map((canary) => [`${canary.name} ${canary.value ?? canary.texts?.join() ?? ''}`, canary]),
  ).values(),
];
