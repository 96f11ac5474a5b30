import { buildBrCode } from '../../core/pix/build-br-code.js';
import type { NextAction } from '../../core/session/session.js';
import { buildBoleto } from './boleto-line.js';
import type { CardOutcome } from './cards.js';
import { Secret } from '../../core/session/secret.js';
import type { RandomBytes } from './ids.js';
import { lookUp } from './look-up.js';
import type {
  DueOutcome,
  OfferedMethod,
  PaymentInput,
  PaymentOutcome,
  PaymentRecord,
  SessionRecord,
} from './model.js';
import type { StripeSide } from './stripe.js';
import { transferAction } from './transfers.js';
import { guessWallet, internationalNumber, isPaidByCode, isPaidOnPage, walletScript } from './wallets.js';

/** What a method's behaviour may look at. */
export interface BehaviourContext {
  /** Server time, milliseconds. */
  readonly now: number;
  readonly random: RandomBytes;
  readonly session: SessionRecord;
  readonly stripe: StripeSide;
  /** Address of the payer's pages. */
  readonly payerUrl: string;
  /** How long a prompt stays on a phone. */
  readonly phonePromptMs: number;
  /** A Pix code is paid by itself after this long. */
  readonly pixPaidAfterMs?: number;
}

/** How payments of one type behave. */
export interface Behaviour {
  /** Whether the number is typed in the card frame and comes as a token. */
  readonly usesCardFrame?: true;
  /** Path of the first member of the request the method cannot work with. */
  check?(input: PaymentInput, method: OfferedMethod): string | undefined;
  begin(payment: PaymentRecord, context: BehaviourContext): PaymentOutcome;
  /** What a payment becomes that the shopper may not give up any more; `undefined` where they may. */
  keep?(payment: PaymentRecord, now: number): PaymentOutcome | undefined;
}

const MINUTE_MS = 60_000;
const PIX_LIFE_MS = 15 * MINUTE_MS;
/** A confirmation may be on its way when the code's time is over: the code ends on the screen before it ends here. */
const PIX_GRACE_MS = 30_000;
const PAGE_LIFE_MS = 15 * MINUTE_MS;
const TRANSFER_LIFE_MS = 30 * MINUTE_MS;
const BOLETO_LIFE_MS = 3 * 24 * 60 * MINUTE_MS;
const SLOW_CARD_MS = 5_000;
const UNANSWERED_MS = 10_000;
/** The code that numbers with a one-time code accept. */
export const ONE_TIME_CODE = '123456';

/** What to dial where no prompt comes, of the networks that have such a number. */
const TO_DIAL: Readonly<Record<string, string>> = { ecocash: '*151#' };

/** What to dial for the code that is typed in the page, of the networks that send none. */
const DIALLED_FIRST: Readonly<Record<string, string>> = { orange: '#144*391#' };

const timeout = (at: number): DueOutcome => ({ at, outcome: { status: 'failed', code: 'payment_timeout' } });

const page = (context: BehaviourContext, kind: string, payment: PaymentRecord): string =>
  `${context.payerUrl.replace(/\/$/, '')}/payer/${kind}/${payment.id}`;

const approvedLater = (now: number): PaymentOutcome => ({
  status: 'processing',
  due: { at: now + SLOW_CARD_MS, outcome: { status: 'succeeded' } },
});

/** What the bank makes of the shopper's answer to its question about a card. */
export function challengeOutcome(payment: PaymentRecord, isConfirmed: boolean, now: number): PaymentOutcome {
  const outcome = payment.card?.outcome;
  if (!isConfirmed || outcome === 'challenge_failed')
    return { status: 'failed', code: 'authentication_failed' };
  if (outcome === 'challenge_declined') return { status: 'failed', code: 'insufficient_funds' };
  return outcome === 'redirect_slow' ? approvedLater(now) : { status: 'succeeded' };
}

const card: Behaviour = {
  usesCardFrame: true,
  check: ({ cardToken, rawCard }) => (cardToken || rawCard ? undefined : 'card.token'),
  begin(payment, context) {
    const outcome = (payment.card?.outcome ?? 'declined') as CardOutcome;
    const due = timeout(context.now + PAGE_LIFE_MS);
    switch (outcome) {
      case 'approved':
        return { status: 'succeeded' };
      case 'slow':
        return approvedLater(context.now);
      case 'intent':
        return { status: 'requires_action', nextAction: stripeAction(payment, context), due };
      case 'challenge':
      case 'challenge_declined':
      case 'challenge_failed':
      case 'challenge_unanswered':
      case 'challenge_kept':
        if (isAskedByStripe(payment, context))
          return { status: 'requires_action', nextAction: stripeAction(payment, context), due };
        return {
          status: 'requires_action',
          nextAction: { type: 'three_d_secure', url: page(context, 'challenge', payment) },
          due: outcome === 'challenge_unanswered' ? timeout(context.now + UNANSWERED_MS) : due,
        };
      case 'redirect':
      case 'redirect_slow':
        return {
          status: 'requires_action',
          nextAction: { type: 'redirect', url: page(context, 'redirect', payment) },
          due,
        };
      default:
        return { status: 'failed', code: outcome };
    }
  },
  keep: (payment, now) => (payment.card?.outcome === 'challenge_kept' ? approvedLater(now) : undefined),
};

/** An orchestrator, which gets no more than a token, shows the bank's page itself. */
const isAskedByStripe = (payment: PaymentRecord, { session }: BehaviourContext): boolean =>
  session.methods.some(
    ({ id, tokenizer }) =>
      id === payment.methodId && tokenizer?.name === 'stripe' && tokenizer.mode === 'confirmation_token',
  );

const stripeAction = (payment: PaymentRecord, { session, stripe }: BehaviourContext): NextAction => ({
  type: 'sdk',
  name: 'stripe',
  data: new Secret({ clientSecret: stripe.secretOf(session, payment) }),
});

const pix: Behaviour = {
  check: ({ currency }) => (currency === 'BRL' ? undefined : 'currency'),
  begin(payment, { now, session, pixPaidAfterMs }) {
    const expiresAt = now + PIX_LIFE_MS;
    const data = buildBrCode({
      url: `pix.sandbox.example/v2/${payment.id}`,
      merchantName: session.merchant.name || 'Sandbox',
      merchantCity: 'SAO PAULO',
      amountMinor: payment.amount,
    });
    return {
      status: 'requires_action',
      nextAction: { type: 'qr_code', scheme: 'pix', data, expiresAt },
      due:
        pixPaidAfterMs === undefined
          ? timeout(expiresAt + PIX_GRACE_MS)
          : { at: now + pixPaidAfterMs, outcome: { status: 'succeeded' } },
    };
  },
};

const boleto: Behaviour = {
  check: ({ currency }) => (currency === 'BRL' ? undefined : 'currency'),
  begin(payment, context) {
    const expiresAt = context.now + BOLETO_LIFE_MS;
    const free = Array.from(context.random(25), (byte) => String(byte % 10)).join('');
    const { line, barcode } = buildBoleto(payment.amount, expiresAt, free);
    const pdfUrl = `${page(context, 'boleto', payment)}.pdf`;
    return {
      status: 'requires_action',
      nextAction: { type: 'voucher', scheme: 'boleto', line, barcode, pdfUrl, expiresAt },
      due: timeout(expiresAt),
    };
  },
};

/** The prompt on the phone; also what a re-sent prompt looks like. */
export function phonePrompt(payment: PaymentRecord, context: BehaviourContext): PaymentOutcome {
  const { now, phonePromptMs } = context;
  const phone = internationalNumber(payment.details['phone'] ?? '', payment.currency) ?? '';
  const network = payment.details['network'] ?? guessWallet(phone) ?? 'ecocash';
  const expiresAt = now + phonePromptMs;
  const script = walletScript(phone);
  if (script?.code && script.afterMs === 0) return { status: 'failed', code: script.code };
  const dial = lookUp(DIALLED_FIRST, network);
  if (script?.oneTimeCode || dial !== undefined) {
    const asked = dial === undefined ? { phone, network, resendAfter: now + phonePromptMs / 2 } : { dial };
    return {
      status: 'requires_action',
      nextAction: { type: 'one_time_code', length: ONE_TIME_CODE.length, ...asked },
      due: timeout(expiresAt),
    };
  }
  if (isPaidOnPage(network)) return bankPage.begin(payment, context);
  const outcome: PaymentOutcome = script?.code
    ? { status: 'failed', code: script.code }
    : { status: 'succeeded' };
  return {
    status: 'requires_action',
    nextAction: isPaidByCode(network, phone)
      ? walletCode(network, payment, context)
      : {
          type: 'phone_prompt',
          network,
          phone,
          expiresAt,
          resendAfter: now + phonePromptMs / 2,
          fallback: lookUp(TO_DIAL, network),
        },
    due: script ? { at: now + script.afterMs, outcome } : timeout(expiresAt),
  };
}

/** The code to type in the wallet's app, which is here a page of the payer's. */
const walletCode = (network: string, payment: PaymentRecord, context: BehaviourContext): NextAction => ({
  type: 'wallet_code',
  network,
  code: Array.from(context.random(9), (byte) => String(byte % 10)).join(''),
  expiresAt: context.now + context.phonePromptMs,
  deepLink: page(context, 'phone', payment),
});

const mobileMoney: Behaviour = {
  check({ details, currency }, { networks = [] }) {
    if (!internationalNumber(details['phone'] ?? '', currency)) return 'details.phone';
    const network = details['network'];
    return network === undefined || networks.includes(network) ? undefined : 'details.network';
  },
  begin: phonePrompt,
};

/** Paid on the bank's own page. */
const bankPage: Behaviour = {
  begin: (payment, context) => ({
    status: 'requires_action',
    nextAction: { type: 'redirect', url: page(context, 'bank', payment) },
    due: timeout(context.now + PAGE_LIFE_MS),
  }),
};

/** Sent from the shopper's own bank, or by a code of its app. */
const bankTransfer: Behaviour = {
  begin(payment, { now, session, random }) {
    const expiresAt = now + TRANSFER_LIFE_MS;
    const payee = session.merchant.name || 'Sandbox';
    return {
      status: 'requires_action',
      nextAction: transferAction(payment, payee, expiresAt, random),
      due: timeout(expiresAt + PIX_GRACE_MS),
    };
  },
};

/** What a method does: by its type, or as a page of its own where it is marked so. */
export const behaviourOf = (method: Pick<OfferedMethod, 'type' | 'flow'>): Behaviour | undefined =>
  lookUp(BEHAVIOURS, method.type) ?? (method.flow === 'redirect' ? bankPage : undefined);

/** By the method's type; a type that is not here can be listed by a session but not paid. */
export const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  card,
  pix,
  boleto,
  mobile_money: mobileMoney,
  bank_redirect: bankPage,
  bank_transfer: bankTransfer,
  zimswitch: bankPage,
};
