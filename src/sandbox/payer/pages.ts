import { formatMoney } from '../../core/money/format-money.js';
import type { TransferRow } from '../../core/session/session.js';
import { lookUp } from '../engine/look-up.js';
import { isLive, type PaymentRecord, type SessionRecord } from '../engine/model.js';
import { html, type Markup, type Page } from './html.js';

/** A payment and the session it belongs to. */
export interface Subject {
  readonly session: SessionRecord;
  readonly payment: PaymentRecord;
}

const WALLETS: Readonly<Record<string, string>> = { ecocash: 'EcoCash', onemoney: 'OneMoney' };

/** What is charged: with its interest, where it is paid in parts. */
const amountOf = ({ amount, currency, installment }: PaymentRecord): string =>
  formatMoney(installment?.total ?? amount, currency, 'en');

const timeOf = (ms: number | undefined): string =>
  ms === undefined ? '' : `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const facts = (rows: readonly (readonly [string, string])[]): Markup =>
  html`<dl>
    ${rows
      .filter(([, value]) => value)
      .map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
  </dl>`;

const button = (answer: string, text: string, quiet = false): Markup =>
  html`<button name="answer" value="${answer}" class="${quiet ? 'quiet' : ''}">${text}</button>`;

/** Why there is nothing to do any more. */
export function overPage({ payment, session }: Subject, look: Page['look']): Page {
  const told = {
    succeeded: ['Approved', 'The shop has been told. You can close this page.'],
    failed: [
      'Not paid',
      `This payment ended: ${(payment.failure?.code ?? 'declined').replaceAll('_', ' ')}.`,
    ],
    canceled: ['Withdrawn', 'The shop withdrew this request. Nothing was paid.'],
    processing: ['In progress', 'The bank is working on it.'],
    requires_action: ['Nothing to do', 'This page is not where the payment waits, or its time is over.'],
  } as const;
  const [title, text] = told[payment.status];
  const tone = payment.status === 'succeeded' ? 'good' : 'bad';
  return {
    title,
    look,
    body: html`
      <p class="brand">${session.merchant.name}</p>
      <h1 class="${isLive(payment) ? '' : tone}">${title}</h1>
      <p>${text}</p>
      ${facts([
        ['Amount', amountOf(payment)],
        ['Payment', payment.id],
      ])}
      ${payment.returnUrl !== undefined && html`<p><a href="${payment.returnUrl}">Back to the shop</a></p>`}
    `,
  };
}

/** The prompt that is pushed to a handset. */
export function phonePage({ session, payment }: Subject, wrongPin: boolean): Page {
  const action = payment.nextAction;
  const network =
    action && 'network' in action && action.network !== undefined
      ? action.network
      : (payment.details['network'] ?? 'ecocash');
  const wallet = lookUp(WALLETS, network) ?? network;
  return {
    title: `${wallet} prompt`,
    look: 'phone',
    body: html`
      <div class="prompt">
        <p class="brand">${wallet}</p>
        <h1>Pay ${session.merchant.name}?</h1>
        <p class="amount">${amountOf(payment)}</p>
        <p class="muted">
          ${action?.type === 'phone_prompt' && `On ${action.phone}, until ${timeOf(action.expiresAt)}`}
          ${action?.type === 'wallet_code' && `Code ${action.code}, until ${timeOf(action.expiresAt)}`}
        </p>
        ${wrongPin && html`<p class="bad" role="alert">Enter your PIN of four digits.</p>`}
        <form method="post">
          <label
            >PIN
            <input name="pin" type="password" inputmode="numeric" autocomplete="off" maxlength="4" />
          </label>
          <p class="muted">1234 approves; any other PIN is wrong.</p>
          ${button('approve', 'Send')} ${button('cancel', 'Cancel', true)}
        </form>
      </div>
    `,
  };
}

/** Where a code is pasted into the banking app. */
export const pixStartPage = (error?: string): Page => ({
  title: 'Pix copia e cola',
  look: 'bank',
  status: error === undefined ? 200 : 404,
  body: html`
    <p class="brand">Banco Sandbox</p>
    <h1>Pay with a Pix code</h1>
    ${error !== undefined && html`<p class="bad" role="alert">${error}</p>`}
    <form method="post" action="/payer/pix">
      <label>Pix copia e cola<textarea name="code" required spellcheck="false"></textarea></label>
      <button>Continue</button>
    </form>
  `,
});

/** A code the app has read: payee and amount to check before paying. */
export function pixPage({ session, payment }: Subject): Page {
  const action = payment.nextAction;
  return {
    title: 'Pix',
    look: 'bank',
    body: html`
      <p class="brand">Banco Sandbox · Pix</p>
      <h1>Check and pay</h1>
      <p class="amount">${amountOf(payment)}</p>
      ${facts([
        ['To', session.merchant.name],
        ['Valid until', action?.type === 'qr_code' ? timeOf(action.expiresAt) : ''],
      ])}
      <form method="post">${button('pay', `Pay ${amountOf(payment)}`)}</form>
      ${
        action?.type === 'qr_code' &&
        html`<h2>The code</h2>
          <p><code>${action.data}</code></p>`
      }
    `,
  };
}

/** The issuer's question, in a frame of the shop's page or on a page of its own. */
export const challengePage = ({ session, payment }: Subject): Page => ({
  title: '3-D Secure',
  look: 'secure',
  returnUrl: payment.returnUrl,
  body: html`
    <p class="brand">Sandbox Issuer · 3-D Secure</p>
    <h1>Is this you?</h1>
    <p class="amount">${amountOf(payment)}</p>
    ${facts([
      ['To', session.merchant.name],
      ['Card', payment.card ? `•••• ${payment.card.last4}` : ''],
    ])}
    ${
      payment.card?.outcome === 'challenge_unanswered'
        ? html`<p class="muted">Please wait. This bank never answers, and the payment ends by itself.</p>`
        : html`<form method="post">
            ${button('approve', 'Yes, confirm the payment')} ${button('refuse', 'No, refuse it', true)}
          </form>`
    }
  `,
});

const SCHEMES: Readonly<Record<string, string>> = { zimswitch: 'Zimswitch' };

/** The bank the session names, or the scheme the method is. */
const bankOf = ({ session, payment }: Subject): string =>
  session.methods.find(({ id }) => id === payment.methodId)?.label ??
  lookUp(SCHEMES, payment.type) ??
  'Banco Sandbox';

/** The page of the bank or scheme that a shop sends its shopper to. */
export const bankPage = ({ session, payment }: Subject): Page => ({
  title: 'Bank payment',
  look: 'bank',
  returnUrl: payment.returnUrl,
  body: html`
    <p class="brand">${bankOf({ session, payment })}</p>
    <h1>Pay ${session.merchant.name}</h1>
    <p class="amount">${amountOf(payment)}</p>
    <form method="post">
      ${button('pay', 'Pay')} ${button('decline', 'Let the bank decline', true)}
      ${button('cancel', 'Cancel', true)}
    </form>
  `,
});

/** Where the payer sends the money from: what stands in the shop's page is typed, or scanned, here. */
export function transferPage({ session, payment }: Subject): Page {
  const {
    rows = [],
    expiresAt,
    code,
  } = { ...payment.nextAction } as {
    readonly rows?: readonly TransferRow[];
    readonly expiresAt?: number;
    readonly code?: string;
  };
  return {
    title: 'Bank transfer',
    look: 'bank',
    body: html`
      <p class="brand">Banco Sandbox</p>
      <h1>Send money</h1>
      <p class="amount">${amountOf(payment)}</p>
      ${facts([
        ['To', session.merchant.name],
        ...rows.map(({ key, label, value }) => [label ?? key, value] as const),
        ['Valid until', timeOf(expiresAt)],
      ])}
      <form method="post">${button('pay', `Send ${amountOf(payment)}`)}</form>
      ${code !== undefined && html`<p><code>${code}</code></p>`}
    `,
  };
}

/** A slip in the app of a bank. */
export function boletoPage({ session, payment }: Subject): Page {
  const action = payment.nextAction;
  return {
    title: 'Boleto',
    look: 'bank',
    body: html`
      <p class="brand">Banco Sandbox · Boleto</p>
      <h1>Pay a bank slip</h1>
      <p class="amount">${amountOf(payment)}</p>
      ${facts([
        ['To', session.merchant.name],
        ['Due', action?.type === 'voucher' ? timeOf(action.expiresAt) : ''],
        ['Line', action?.type === 'voucher' ? action.line : ''],
      ])}
      <p><a href="/payer/boleto/${payment.id}.pdf">The slip as PDF</a></p>
      <form method="post">${button('pay', `Pay ${amountOf(payment)}`)}</form>
    `,
  };
}

/** The page of an action's type, below `/payer/`. */
export const kindOf = ({ card, nextAction }: PaymentRecord): string | undefined => {
  switch (nextAction?.type) {
    case 'phone_prompt':
      return 'phone';
    case 'wallet_code':
      return nextAction.network === undefined ? 'transfer' : 'phone';
    case 'qr_code':
      return 'pix';
    case 'voucher':
      return 'boleto';
    case 'three_d_secure':
      return 'challenge';
    case 'redirect':
      return card ? 'redirect' : 'bank';
    default:
      return nextAction && 'rows' in nextAction ? 'transfer' : undefined;
  }
};

/** Everything that waits for a payer now, newest first. */
export const indexPage = (subjects: readonly Subject[]): Page => ({
  title: 'Waiting for the payer',
  refresh: 3,
  body: html`
    <h1>Waiting for the payer</h1>
    ${subjects.length === 0 && html`<p class="muted">Nothing waits. Start a payment in the shop: it shows up here.</p>`}
    ${
      subjects.length > 0 &&
      html`<table>
        <thead>
          <tr>
            <th>Shop</th>
            <th>Method</th>
            <th>Amount</th>
            <th>Act as the payer</th>
          </tr>
        </thead>
        <tbody>
          ${subjects.map(row)}
        </tbody>
      </table>`
    }
    <p><a href="/payer/pix">Paste a Pix code</a></p>
  `,
});

const row = ({ session, payment }: Subject): Markup => {
  const kind = kindOf(payment);
  return html`<tr>
    <td>${session.merchant.name}<br /><span class="muted">${session.provider}</span></td>
    <td>${payment.type.replaceAll('_', ' ')}</td>
    <td class="number">${amountOf(payment)}</td>
    <td>
      ${kind === undefined ? 'in the shop’s page' : html`<a href="/payer/${kind}/${payment.id}">Open</a>`}
    </td>
  </tr>`;
};

/** In the place of the provider's own hosted checkout, whose address every session carries. */
export const hostedPage = (session: SessionRecord): Page => ({
  title: 'Hosted checkout',
  body: html`
    <p class="brand">${session.provider}</p>
    <h1>The provider’s own checkout page would be here</h1>
    ${facts([
      ['Shop', session.merchant.name],
      ['Amount', formatMoney(session.totals.total, session.currency, 'en')],
      ['Status', session.status],
    ])}
  `,
});

/** For an address that leads to nothing. */
export const missingPage = (): Page => ({
  title: 'Not found',
  status: 404,
  body: html`
    <h1>There is no such payment</h1>
    <p>The address is wrong, or the sandbox was started again and has forgotten it.</p>
    <p><a href="/payer">What waits for the payer</a></p>
  `,
});
