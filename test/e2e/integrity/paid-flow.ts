import type { Browser, Page } from 'playwright';
import { CARDS, fillCard, fillDetails, payButton, pickMethod } from '../../support/shopper.js';
import type { PageOptions, Stack } from '../../support/stack.js';

/** What a whole purchase looked like from outside. */
export interface Purchase {
  /** What the API was asked, each kind of request once (how often a read follows is a matter of time), without what is new in each session. */
  readonly requests: readonly string[];
  /** Addresses asked that are none of the shop's, the API's or the provider's. */
  readonly elsewhere: readonly string[];
  readonly errors: readonly string[];
}

const HEADERS = [
  ...['authorization', 'content-type', 'idempotency-key', 'accept', 'referer', 'cookie', 'cache-control'],
];

/** From the list of methods to the screen that says it is paid; nothing runs in the page's own world but the page. */
const PAY: Readonly<Record<'pix' | 'card', (page: Page, stack: Stack, id: string) => Promise<void>>> = {
  async pix(page, stack, id) {
    await payButton(page).click();
    await page.getByRole('img', { name: /^Pix QR code/ }).waitFor();
    stack.sandbox.pay(id);
  },
  /** Declined first: the words of a failure are words of the server. */
  async card(page) {
    await fillCard(page, CARDS.declined);
    await fillDetails(page);
    await payButton(page).click();
    await page
      .getByRole('alert')
      .filter({ hasText: /not approved/i })
      .waitFor();
    await fillCard(page, CARDS.approved);
    await payButton(page).click();
  },
};

/**
 * Pays on a page of the shop that is as `options` say. The session has no way back to the shop: an address that is followed
 * all the same is the page's.
 */
export async function purchase(
  { stack, browser }: { readonly stack: Stack; readonly browser: Browser },
  kind: keyof typeof PAY,
  options: PageOptions,
): Promise<Purchase> {
  const none = { successUrl: undefined, cancelUrl: undefined, failureUrl: undefined };
  const shown = stack.checkout('native', { currency: 'BRL', ...none }, {}, options);
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1100, height: 900 } });
  const requests: string[] = [];
  const elsewhere: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (![stack.shopUrl, stack.apiUrl, stack.payUrl].some((ours) => url.startsWith(`${ours}/`)))
      elsewhere.push(url);
    if (!url.startsWith(stack.apiUrl) || request.method() === 'OPTIONS') return;
    const sent = request.headers();
    const headers = HEADERS.map((name) => `${name}: ${sent[name] ?? ''}`).join('; ');
    requests.push(
      `${request.method()} ${url} ${headers} ${request.postData() ?? ''}`
        .replaceAll(shown.token, '<token>')
        .replaceAll(shown.id, '<id>')
        .replaceAll(/page-\d+/g, '<page>')
        .replaceAll(/"token":"tok_\w+","frameNonce":"[\da-f]{32}"/g, '"token":"<card>"'),
    );
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => errors.push(error.stack ?? String(error)));
  try {
    await page.goto(shown.url);
    await pickMethod(page, kind);
    await PAY[kind](page, stack, shown.id);
    await page.getByRole('heading', { name: 'Payment received' }).waitFor();
    if (page.url() !== shown.url) elsewhere.push(page.url());
  } catch (error) {
    throw new Error(`${String(error)}\n${errors.join('\n')}`, { cause: error });
  } finally {
    await context.close();
  }
  return { requests: [...new Set(requests)], elsewhere, errors };
}
