import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { CardInput } from '../../../src/sandbox/engine/cards.js';
import type { IntentAnswer } from '../../../src/sandbox/engine/stripe.js';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { throwawayCertificate } from '../fault-proxy-certificate.js';

/** What goes wrong at Stripe: for the paths that fit, until it is taken back. */
export interface StripeFault {
  readonly on: RegExp;
  /** `refused`: the connection breaks before; `lost`: the request has its effect and the answer is lost; `hang`: no answer. */
  readonly mode: 'refused' | 'lost' | 'hang';
}

/** A stand-in for js.stripe.com on this machine: its script, its frames, and the API that they call. */
export interface StripeDoubleServer {
  /** Has Chromium take this server for js.stripe.com. */
  readonly flags: readonly string[];
  /** Paths asked, in order. */
  readonly asked: string[];
  fault: StripeFault | undefined;
  /** Whose sandbox the cards and intents are. */
  sandbox: Sandbox | undefined;
  close(): Promise<void>;
}

const read = (name: string): string => readFileSync(path.join(import.meta.dirname, name), 'utf8');

const page = (body: string, script: string): string => `<!doctype html><html lang="en"><meta charset="utf-8">
<title>Stripe</title><link rel="stylesheet" href="/fields.css"><body hidden>${body}<script type="module" src="/${script}"></script></body></html>`;

const FIELDS = `<div class="fields">
<label class="number">Card number<input id="number" inputmode="numeric" autocomplete="cc-number" placeholder="1234 1234 1234 1234"></label>
<label>Expiration date<input id="expiry" inputmode="numeric" autocomplete="cc-exp" placeholder="MM / YY"></label>
<label>Security code<input id="cvc" inputmode="numeric" autocomplete="cc-csc" placeholder="CVC"></label>
</div><p id="error" role="alert"></p>`;

const CHALLENGE = `<main><h1>3D Secure 2 Test Page</h1>
<button id="complete">Complete authentication</button> <button id="fail">Fail authentication</button></main>`;

const STYLE = `html { color-scheme: light; background: transparent } body { margin: 0; font: 400 var(--size, 16px)/1.5 var(--font, sans-serif); color: var(--text) }
.fields { display: grid; grid-template-columns: 1fr 1fr; gap: var(--gap, 12px) 12px } .number { grid-column: 1 / -1 }
label { display: grid; font-size: .9em; gap: 4px } input { font: inherit; color: inherit; padding: 12px; border: var(--border); border-radius: var(--radius); background: var(--ground); min-width: 0 }
input::placeholder { color: var(--muted) } p { margin: 4px 0 0; min-height: 1.5em; font-size: .875em; color: #b3261e }
.line .fields { grid-template-columns: 3fr 1fr 1fr } .line .number { grid-column: auto } .line label { font-size: 0 }
.line input { font-size: var(--size); padding: 0; border: 0 } .line p { display: none }
main { position: fixed; inset: 0; display: grid; place-content: center; gap: 12px; background: #fff }`;

const FILES: Readonly<Record<string, readonly [type: string, text: () => string]>> = {
  '/endive/stripe.js': ['text/javascript', () => read('stripe.js')],
  '/v3/stripe.js': ['text/javascript', () => read('stripe.js')],
  '/fields.html': ['text/html', () => page(FIELDS, 'fields.js')],
  '/challenge.html': ['text/html', () => page(CHALLENGE, 'challenge.js')],
  '/fields.js': ['text/javascript', () => read('fields.js')],
  '/challenge.js': ['text/javascript', () => read('challenge.js')],
  '/fields.css': ['text/css', () => STYLE],
};

/** What the frames send. */
interface Sent {
  readonly clientSecret?: string;
  readonly ok?: boolean;
  readonly card?: CardInput;
}

/** Refused before it was tried: a fault of the card's, in Stripe's words. */
const cardError = (code: string): object => ({
  error: {
    type: 'card_error',
    code: code === 'invalid_number' ? 'incorrect_number' : code,
    message: 'Your card was declined.',
  },
});

const DECLINES: Readonly<Record<string, readonly [code: string, declineCode?: string]>> = {
  declined: ['card_declined', 'generic_decline'],
  insufficient_funds: ['card_declined', 'insufficient_funds'],
  expired_card: ['expired_card'],
  incorrect_cvc: ['incorrect_cvc'],
  processing_error: ['processing_error'],
};

/** An intent's answer as Stripe.js gives it to the page. @see https://docs.stripe.com/js/payment_intents/confirm_payment */
function intentAnswer({ status, declined, isUnexpected }: IntentAnswer): object {
  if (isUnexpected)
    return {
      error: {
        type: 'invalid_request_error',
        code: 'payment_intent_unexpected_state',
        message: `This PaymentIntent's status is ${status}.`,
        payment_intent: { status },
      },
    };
  if (declined === 'authentication_failed')
    return {
      error: {
        type: 'invalid_request_error',
        code: 'payment_intent_authentication_failure',
        message: 'We are unable to authenticate your payment method.',
        payment_intent: { status },
      },
    };
  if (declined === undefined) return { paymentIntent: { status } };
  const [code, decline_code] = DECLINES[declined] ?? ['card_declined', 'generic_decline'];
  return {
    error: {
      type: 'card_error',
      code,
      decline_code,
      message: 'Your card was declined.',
      payment_intent: { status },
    },
  };
}

/** The part of Stripe's API that its frames call. */
function call({ stripe }: Sandbox, pathname: string, sent: Sent): object | undefined {
  const { clientSecret = '', card } = sent;
  if (pathname === '/v1/retrieve') return { paymentIntent: { status: stripe.statusOf(clientSecret) } };
  if (pathname === '/v1/answer') return intentAnswer(stripe.answer(clientSecret, sent.ok === true));
  if (pathname === '/v1/confirm' && card) return intentAnswer(stripe.confirm(clientSecret, card));
  const mode = /^\/v1\/tokens\/(\w+)$/.exec(pathname)?.[1];
  if (mode === undefined) return undefined;
  const made = stripe.tokenize(mode, sent as CardInput);
  if ('code' in made) return cardError(made.code);
  const { token: id, brand, last4 } = made;
  return {
    confirmation_token: {
      confirmationToken: { id, payment_method_preview: { type: 'card', card: { brand, last4 } } },
    },
    payment_method: { paymentMethod: { id, type: 'card', card: { brand, last4 } } },
    token: { token: { id, type: 'card', card: { brand, last4 } } },
  }[mode];
}

/** Starts it on a free port. Give it a sandbox before a page asks for more than its files. */
export async function startStripeDouble(): Promise<StripeDoubleServer> {
  const double: Pick<StripeDoubleServer, 'asked' | 'fault' | 'sandbox'> = {
    asked: [],
    fault: undefined,
    sandbox: undefined,
  };
  const answer = (pathname: string, body: string): readonly [type: string, text: string] | undefined => {
    const file = FILES[pathname];
    if (file) return [file[0], file[1]()];
    const told = double.sandbox && call(double.sandbox, pathname, JSON.parse(body) as Sent);
    return told && ['application/json', JSON.stringify(told)];
  };
  const server = createServer(throwawayCertificate(), (request, response) => {
    const pathname = request.url ?? '';
    double.asked.push(pathname);
    const mode = double.fault?.on.test(pathname) ? double.fault.mode : undefined;
    if (mode === 'refused') request.socket.destroy();
    if (mode === 'refused' || mode === 'hang') return;
    void text(request).then((body) => {
      const found = answer(pathname, body);
      if (mode === 'lost') {
        request.socket.destroy();
        return;
      }
      response.writeHead(found ? 200 : 404, {
        'Content-Type': `${found?.[0] ?? 'text/plain'}; charset=utf-8`,
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Cache-Control': 'no-store',
      });
      response.end(found?.[1]);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(double, {
    flags: [
      `--host-resolver-rules=MAP js.stripe.com 127.0.0.1:${String(port)}`,
      '--ignore-certificate-errors',
    ],
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
