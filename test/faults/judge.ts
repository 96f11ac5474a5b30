import type { Sandbox, SessionRecord } from '../../src/sandbox/index.js';
import type { Finding } from '../support/proof.js';
import type { Screen, ScreenClass } from './screen.js';

/** What is true of a session's money, by the sandbox's own books. */
export type Truth = 'paid' | 'waiting' | 'not charged';

/** What a screen claims of it; a screen that claims nothing yet is missing here. */
const CLAIMS: Readonly<Partial<Record<ScreenClass, Truth>>> = {
  paid: 'paid',
  waiting: 'waiting',
  'at-bank': 'waiting',
  payable: 'not charged',
  expired: 'not charged',
  cancelled: 'not charged',
  locked: 'not charged',
};

export function truthOf(sandbox: Sandbox, id: string): Truth {
  if (sandbox.ledger.chargesOf(id).length > 0) return 'paid';
  return hasLivePayment(sandbox, id) ? 'waiting' : 'not charged';
}

export const hasLivePayment = (sandbox: Sandbox, id: string): boolean =>
  sandbox.session(id).payments.some(isLive);

const isLive = ({ status }: SessionRecord['payments'][number]): boolean =>
  status === 'processing' || status === 'requires_action';

export const isTruthful = (screen: Screen, truth: Truth): boolean => CLAIMS[screen.class] === truth;

/** Whether the screen says something that is not so; a screen that says nothing yet tells no lie. */
export const isLie = (screen: Screen, truth: Truth): boolean =>
  CLAIMS[screen.class] !== undefined && CLAIMS[screen.class] !== truth;

/** The promises that the books alone decide. */
export function auditSession(sandbox: Sandbox, id: string): Finding[] {
  const findings: Finding[] = [];
  const { ledger } = sandbox;
  const session = sandbox.session(id);
  const charges = ledger.chargesOf(id);
  if (charges.length > 1)
    findings.push({ invariant: 'P-1', message: `${String(charges.length)} charges of one session` });
  const arrivals = ledger.arrivalsOf(id);
  const prints = new Map<string, Set<string>>();
  for (const { key, fingerprint, result } of arrivals) {
    // What was refused for its contents may be corrected and sent again under its key.
    if (result === 'invalid_request') continue;
    prints.set(key, (prints.get(key) ?? new Set()).add(fingerprint));
  }
  for (const [key, bodies] of prints) {
    if (bodies.size > 1)
      findings.push({
        invariant: 'P-3',
        message: `${key} came with ${String(bodies.size)} different bodies`,
      });
    const attempt = Number(key.slice(key.lastIndexOf(':') + 1));
    const open = session.payments.find(
      (payment) => payment.attempt < attempt && (isLive(payment) || payment.status === 'succeeded'),
    );
    if (open)
      findings.push({ invariant: 'P-3', message: `${key} is new while ${open.id} is ${open.status}` });
  }
  return findings;
}
