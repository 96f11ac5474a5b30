import type { Page } from 'playwright';

/** What a screen tells the shopper about their money. */
export type ScreenClass =
  | 'loading'
  | 'unavailable'
  | 'payable'
  | 'sending'
  | 'waiting'
  | 'unknown'
  | 'paid'
  | 'expired'
  | 'cancelled'
  | 'locked'
  /** On the bank's own page. */
  | 'at-bank';

export interface Screen {
  readonly class: ScreenClass;
  /** The words it was read from. */
  readonly words: string;
  /** Minor units on the pay button, where one can be pressed. */
  readonly amount?: number;
}

/** The headings of the screens, as a shopper reads them. */
const HEADINGS: readonly (readonly [RegExp, ScreenClass])[] = [
  [/^Payment received/, 'paid'],
  [/^Your payment is being processed/, 'waiting'],
  [/^We (are confirming|cannot confirm) your payment/, 'unknown'],
  [/^This checkout has expired/, 'expired'],
  [/^(Checkout|The checkout was) cancelled/, 'cancelled'],
  [/^(This|The) payment could not be completed/, 'locked'],
  [
    /^(Pay with Pix|This Pix code has run out|Approve on your phone|Continue to |Confirm with your bank)/,
    'waiting',
  ],
  [/^(Enter the code|Your boleto is ready|One more step)/, 'waiting'],
  [
    /^(The checkout could not be|The payment service|You are offline|This checkout is not valid)/,
    'unavailable',
  ],
];

const LEAVING: Readonly<Record<string, ScreenClass>> = {
  '/success': 'paid',
  '/cancel': 'cancelled',
  '/failure': 'locked',
};

interface Seen {
  readonly path: string;
  readonly origin: string;
  readonly headings: readonly string[];
  readonly pay: string | undefined;
  readonly busy: boolean;
  readonly retry: boolean;
}

/** Runs in the page: what is visible of headings and of the pay button, through the open shadow roots. */
const look = (): Seen => {
  const headings: string[] = [];
  let pay: string | undefined;
  let busy = false;
  let retry = false;
  const visit = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName === 'h2' && element.checkVisibility()) headings.push(element.textContent.trim());
      if (element.localName === 'button' && element.checkVisibility())
        retry ||= element.textContent.trim() === 'Try again';
      if (element.localName === 'pay-button') {
        const button = element.shadowRoot?.querySelector('button');
        if (button?.checkVisibility()) {
          if (button.getAttribute('aria-disabled') === 'true') busy = true;
          else pay = button.textContent.trim();
        }
      } else if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  visit(document);
  return { path: location.pathname, origin: location.origin, headings, pay, busy, retry };
};

/** What the shopper sees on the page now. A page that is just being left shows nothing. */
export async function readScreen(page: Page, shopUrl: string): Promise<Screen> {
  const seen = await page.evaluate(look).catch((error: unknown) => {
    if (/context was destroyed|navigat|closed/i.test(String(error))) return undefined;
    throw error;
  });
  if (!seen) return { class: 'loading', words: 'between two pages' };
  if (seen.origin !== shopUrl) return { class: 'at-bank', words: seen.origin };
  const left = LEAVING[seen.path];
  if (left) return { class: left, words: seen.path };
  for (const heading of seen.headings) {
    const found = HEADINGS.find(([pattern]) => pattern.test(heading));
    if (found) return { class: found[1], words: heading };
  }
  if (seen.busy) return { class: 'sending', words: 'Processing…' };
  if (seen.pay !== undefined)
    return { class: 'payable', words: seen.pay, amount: Number(seen.pay.replace(/\D/g, '')) };
  // A part could not be fetched, and says so.
  if (seen.retry) return { class: 'unavailable', words: 'Try again' };
  return { class: 'loading', words: seen.headings.join() };
}
