import { describe, expect, test } from 'vitest';
import { freshPage } from '../../support/browser.js';
import { payButton, pickMethod } from '../../support/shopper.js';
import type { PageOptions } from '../../support/stack.js';
import { useStack } from '../../support/use-stack.js';

const rig = useStack();

/** What a request may be told, beside what ours names itself: each would change it, or stop it. */
const REQUEST_MEMBERS = [
  ...['method', 'headers', 'body', 'mode', 'credentials', 'cache', 'redirect', 'referrer', 'referrerPolicy'],
  ...['integrity', 'keepalive', 'window', 'priority', 'duplex', 'targetAddressSpace', 'attributionReporting'],
];

/** Ids and names that hide a global, or that a script may look up by mistake. */
const IDS = [
  ...[
    'apiBase',
    'api-base',
    'apiUrl',
    'token',
    'config',
    'options',
    'checkout',
    'checkout-session',
    'session',
  ],
  ...['litHtmlVersions', 'litElementVersions', 'reactiveElementVersions'],
  ...['i18n', 'i18next', 'zod', 'define', 'exports', 'module', 'require', 'process'],
  ...['parent', 'frames', 'name', 'status', 'state', 'origin', 'event', 'self', 'top'],
  ...['order-summary', 'pay-button', 'payment-method-picker', 'card-form', 'pix-payment', 'customer-fields'],
];

/** The requests of a Pix payment from load to code, without what is new in each session. */
async function pixRequests(options: PageOptions): Promise<readonly string[]> {
  const shown = rig.stack.checkout('native', { currency: 'BRL' }, { redirect: 'manual' }, options);
  const seen: string[] = [];
  rig.stack.intercept = (request) => {
    if (!request.url.startsWith(rig.stack.apiUrl) || request.method === 'OPTIONS') return undefined;
    const copy = request.clone();
    const headers = [
      'authorization',
      'content-type',
      'idempotency-key',
      'accept',
      'referer',
      'cookie',
      'cache-control',
    ];
    const told = headers.map((name) => `${name}: ${request.headers.get(name) ?? ''}`).join('; ');
    return copy.text().then(async (body) => {
      const text = `${request.method} ${request.url} ${told} ${body}`;
      seen.push(
        text
          .replaceAll(shown.token, '<token>')
          .replaceAll(shown.id, '<id>')
          .replaceAll(/page-\d+/g, '<page>'),
      );
      return rig.stack.sandbox.fetch(request);
    });
  };
  const { page, context } = await freshPage(rig.browser);
  await page.goto(shown.url);
  await pickMethod(page, 'pix');
  await payButton(page).click();
  await page.getByRole('img', { name: /^Pix QR code/ }).waitFor();
  rig.stack.intercept = undefined;
  await context.close();
  // Reads that follow are a matter of time; each kind of request once is what counts.
  return [...new Set(seen)];
}

describe('a page that has changed what every object is made of', () => {
  // Not enumerable: nothing but a look-up finds them. As real pollution leaves them: see polluted-page.test.ts.
  const pollute = (names: readonly string[], value: string): PageOptions => {
    const code = `for (const name of ${JSON.stringify(names)}) Object.defineProperty(Object.prototype, name, { value: ${value}, writable: true, configurable: true });`;
    return {
      before: `<script src="${rig.stack.asset(`pollute-${String(Math.abs(hash(code)))}.js`, code)}"></script>`,
    };
  };

  test.each([
    ['a text', '"GET"'],
    ['an address', '"https://evil.example/"'],
    ['a function', '() => "https://evil.example/"'],
  ])('polluted with %s under every member of a request: the same requests are made', async (_name, value) => {
    const clean = await pixRequests({});
    expect(clean.length).toBeGreaterThan(1);
    expect(await pixRequests(pollute(REQUEST_MEMBERS, value))).toEqual(clean);
  });

  test('polluted lists: the same requests are made', async () => {
    const before = `<script src="${rig.stack.asset('lists.js', 'Array.prototype.extra = "x"; Array.prototype.token = "y";')}"></script>`;
    expect(await pixRequests({ before })).toEqual(await pixRequests({}));
  });
});

describe('a document with hostile ids and names', () => {
  test('clobbered globals and look-ups: the same requests are made', async () => {
    const evil = 'https://evil.example/';
    const elements = IDS.flatMap((id) => [
      `<a id="${id}" href="${evil}">x</a>`,
      `<output name="${id}" id="${id}">x</output>`,
    ]);
    expect(await pixRequests({ before: elements.join('') })).toEqual(await pixRequests({}));
  });
});

describe('an answer with hostile keys at every level', () => {
  test('is read as if they were not there', async () => {
    const clean = await pixRequests({});
    const evil =
      '{"status":"paid","token":"cs_evil","successUrl":"https://evil.example/","payment":{"status":"succeeded"}}';
    const keys = `"__proto__":${evil},"constructor":{"prototype":${evil}},"prototype":${evil}`;
    // An own member `__proto__` cannot be set on an object; it is written into the text.
    const hostile = (text: string): string =>
      JSON.stringify(
        JSON.parse(text, (_key, value: unknown) =>
          typeof value === 'object' && value !== null && !Array.isArray(value)
            ? { ...value, EVIL: 0 }
            : value,
        ),
      ).replaceAll('"EVIL":0', keys);
    const { fetch } = rig.stack.sandbox;
    const sandbox = rig.stack.sandbox as { fetch: typeof fetch };
    sandbox.fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (!/json/.test(answer.headers.get('Content-Type') ?? '')) return answer;
      return new Response(hostile(await answer.text()), answer);
    };
    try {
      expect(await pixRequests({})).toEqual(clean);
    } finally {
      sandbox.fetch = fetch;
    }
  });
});

const hash = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);
