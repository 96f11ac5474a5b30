import { loadStripe } from '@stripe/stripe-js/pure';
import { CheckoutError } from '../core/errors.js';
import { stripeRefused } from './errors.js';

export type Stripe = NonNullable<Awaited<ReturnType<typeof loadStripe>>>;

/** The very address that the loader would write; a test holds it against the loader's own. */
export const SCRIPT_URL = 'https://js.stripe.com/endive/stripe.js';
/** Before a script that neither comes nor fails is given up. */
const PATIENCE_MS = 20_000;
/** For a script of the page's that is on its way; it may have failed before anybody listened. */
const THEIRS_MS = 5_000;

interface Policy {
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | undefined;
let arriving: Promise<void> | undefined;
const opened = new Map<string, Stripe>();

/** An element with that id would be a member of the window, too. */
const isHere = (): boolean => typeof (window as { Stripe?: unknown }).Stripe === 'function';

/**
 * Stripe for a publishable key. The page has one script of theirs: its own where it has one, else ours, which is fetched
 * here in place of the loader, because where the page enforces Trusted Types the loader's own address is refused. Only a
 * success is kept.
 * @throws CheckoutError `network` / `stripe_unreachable`, `integration` / `stripe_refused`
 */
export async function stripeFor(key: string): Promise<Stripe> {
  const known = opened.get(key);
  if (known) return known;
  if (!isHere()) {
    arriving ??= arrival().finally(() => {
      arriving = undefined;
    });
    await arriving;
  }
  const stripe = await loadStripe(key).catch((cause: unknown) => {
    throw stripeRefused(cause);
  });
  if (!stripe) throw unreachable();
  opened.set(key, stripe);
  return stripe;
}

const unreachable = (): CheckoutError =>
  new CheckoutError({
    kind: 'network',
    code: 'stripe_unreachable',
    message: 'Stripe.js could not be loaded.',
    retryable: true,
  });

async function arrival(): Promise<void> {
  const theirs = document.querySelector<HTMLScriptElement>('script[src^="https://js.stripe.com/"]');
  if (theirs && (await hasArrived(theirs, THEIRS_MS))) return;
  const script = document.createElement('script');
  try {
    script.src = trusted(SCRIPT_URL);
    document.head.append(script);
    if (await hasArrived(script, PATIENCE_MS)) return;
  } catch {
    // Refused by the page's policy, and reported by it.
  }
  // Left on the page, it would be taken for one that is on its way.
  script.remove();
  throw unreachable();
}

async function hasArrived(script: HTMLScriptElement, waitMs: number): Promise<boolean> {
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, waitMs);
    script.addEventListener('load', end);
    script.addEventListener('error', end);
  });
  return isHere();
}

/** A policy that knows one address. A page that does not let us make it may not need it either. */
function trusted(url: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  try {
    policy ??= trustedTypes?.createPolicy('checkout-session#stripe', {
      createScriptURL: (given) => {
        if (given !== SCRIPT_URL) throw new TypeError('not Stripe.js');
        return given;
      },
    });
  } catch {
    // The name is not on the page's list.
  }
  return policy?.createScriptURL(url) ?? url;
}
