import { Hono } from 'hono';
import { challengeOutcome } from '../engine/behaviours.js';
import type { PaymentOutcome, PaymentRecord } from '../engine/model.js';
import { isLive } from '../engine/model.js';
import type { SandboxEnv, SandboxRequest, ServerContext } from '../http/context.js';
import { formatMoney } from '../../core/money/format-money.js';
import { lookUp } from '../engine/look-up.js';
import { pageResponse, seeOther, type Page } from './html.js';
import {
  bankPage,
  boletoPage,
  challengePage,
  hostedPage,
  indexPage,
  kindOf,
  missingPage,
  overPage,
  phonePage,
  pixPage,
  pixStartPage,
  transferPage,
  type Subject,
} from './pages.js';
import { buildPdf } from './pdf.js';
import { PAYER_STYLE } from './style.js';

/** PIN that approves a prompt on the phone. */
export const SANDBOX_PIN = '1234';

type Form = Readonly<Record<string, string>>;

/** One kind of page: how it looks while it waits, and what an answer comes to. */
interface Kind {
  readonly look: Page['look'];
  page(subject: Subject, form?: Form): Page;
  /** `undefined`: the answer was none, the page is shown again. */
  outcome(form: Form, payment: PaymentRecord, now: number): PaymentOutcome | undefined;
  /** Whether the shopper came here from the shop's page and goes back to it. */
  readonly returns?: boolean;
}

const succeeded: PaymentOutcome = { status: 'succeeded' };
const failed = (code: string): PaymentOutcome => ({ status: 'failed', code });

const challenge: Kind = {
  look: 'secure',
  page: challengePage,
  outcome: ({ answer }, payment, now) =>
    answer === 'approve' || answer === 'refuse'
      ? challengeOutcome(payment, answer === 'approve', now)
      : undefined,
};

const KINDS: Readonly<Record<string, Kind>> = {
  phone: {
    look: 'phone',
    page: (subject, form) => phonePage(subject, form !== undefined),
    outcome({ answer, pin = '' }) {
      if (answer === 'cancel') return failed('canceled_by_payer');
      if (answer !== 'approve' || !/^\d{4}$/.test(pin)) return undefined;
      return pin === SANDBOX_PIN ? succeeded : failed('wrong_pin');
    },
  },
  pix: {
    look: 'bank',
    page: pixPage,
    outcome: ({ answer }) => (answer === 'pay' ? succeeded : undefined),
  },
  boleto: {
    look: 'bank',
    page: boletoPage,
    outcome: ({ answer }) => (answer === 'pay' ? succeeded : undefined),
  },
  transfer: {
    look: 'bank',
    page: transferPage,
    outcome: ({ answer }) => (answer === 'pay' ? succeeded : undefined),
  },
  challenge,
  redirect: { ...challenge, returns: true },
  bank: {
    look: 'bank',
    page: bankPage,
    outcome({ answer }) {
      if (answer === 'pay') return succeeded;
      if (answer === 'decline') return failed('declined');
      return answer === 'cancel' ? failed('canceled_by_payer') : undefined;
    },
    returns: true,
  },
};

/** The payer's side: phone, bank and issuer, as plain pages with forms. */
export function payerApp(context: ServerContext): Hono<SandboxEnv> {
  const { engine } = context;
  const app = new Hono<SandboxEnv>();
  app.get('/', () => pageResponse(indexPage(waiting(context))));
  app.get(
    '/style.css',
    () => new Response(PAYER_STYLE, { headers: { 'Content-Type': 'text/css; charset=utf-8' } }),
  );
  app.get('/c/:id', (c) => {
    const session = engine.find(c.req.param('id'));
    return pageResponse(session ? hostedPage(session) : missingPage());
  });
  app.get('/pix', () => pageResponse(pixStartPage()));
  app.post('/pix', async (c) => {
    const { code = '' } = await formOf(c);
    const found = waiting(context).find(
      ({ payment: { nextAction } }) => nextAction?.type === 'qr_code' && nextAction.data === code.trim(),
    );
    return found
      ? seeOther(`/payer/pix/${found.payment.id}`)
      : pageResponse(pixStartPage('No open payment has this code.'));
  });
  app.get('/boleto/:file{.+\\.pdf}', (c) => slip(context, c.req.param('file').replace(/\.pdf$/, '')));
  app.get('/:kind/:id', (c) => show(context, c));
  app.post('/:kind/:id', async (c) => answer(context, c, await formOf(c)));
  app.all('*', () => pageResponse(missingPage()));
  return app;
}

const waiting = ({ engine }: ServerContext): Subject[] =>
  engine
    .all()
    .flatMap((session) => session.payments.filter(isLive).map((payment) => ({ session, payment })))
    .reverse();

async function formOf(c: SandboxRequest): Promise<Form> {
  const params = new URLSearchParams(await c.req.text());
  return Object.fromEntries(params);
}

/** The page asked for, where it is the one that the payment waits on. */
function subjectOf(
  { engine }: ServerContext,
  c: SandboxRequest,
): { readonly kind: Kind; readonly subject: Subject } | undefined {
  const name = c.req.param('kind') ?? '';
  const kind = lookUp(KINDS, name);
  const subject = engine.findPayment(c.req.param('id') ?? '');
  return kind && subject ? { kind, subject } : undefined;
}

/** A code is over on the screen a little before the payment is: a confirmation may still be under way. */
function isOpen({ payment }: Subject, name: string | undefined, now: number): boolean {
  const { nextAction } = payment;
  const ends = nextAction && 'expiresAt' in nextAction ? (nextAction.expiresAt ?? Infinity) : Infinity;
  return kindOf(payment) === name && now < ends;
}

function show(context: ServerContext, c: SandboxRequest): Response {
  const found = subjectOf(context, c);
  if (!found) return pageResponse(missingPage());
  const { kind, subject } = found;
  if (!isOpen(subject, c.req.param('kind'), context.engine.now()))
    return pageResponse(overPage(subject, kind.look));
  return pageResponse(kind.page(subject));
}

function answer(context: ServerContext, c: SandboxRequest, form: Form): Response {
  const found = subjectOf(context, c);
  if (!found) return pageResponse(missingPage());
  const { kind, subject } = found;
  const { session, payment } = subject;
  if (isOpen(subject, c.req.param('kind'), context.engine.now())) {
    const outcome = kind.outcome(form, payment, context.engine.now());
    if (!outcome) return pageResponse(kind.page(subject, form));
    context.engine.payments.apply(session, payment, outcome);
  }
  return seeOther((kind.returns ? payment.returnUrl : undefined) ?? c.req.path);
}

/** The slip as a document to print. Once it is paid or over there is none. */
function slip({ engine }: ServerContext, id: string): Response {
  const found = engine.findPayment(id);
  const action = found?.payment.nextAction;
  if (!found || action?.type !== 'voucher') return pageResponse(missingPage());
  const { session, payment } = found;
  const pdf = buildPdf([
    'SANDBOX - BOLETO - NO REAL MONEY',
    `Payee: ${session.merchant.name}`,
    `Amount: ${formatMoney(payment.amount, payment.currency, 'en')}`,
    `Due: ${new Date(action.expiresAt ?? 0).toISOString().slice(0, 10)}`,
    action.line,
  ]);
  return new Response(pdf, { headers: { 'Content-Type': 'application/pdf' } });
}
