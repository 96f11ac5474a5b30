import { lookUp } from '../../engine/look-up.js';
import type { SessionRecord } from '../../engine/model.js';
import { invalid } from '../../engine/problem.js';
import type { SandboxRequest } from '../../http/context.js';
import { queryNumber, queryWord } from '../../http/merchant.js';
import { CONOMY_STATUSES, conomyStatus } from './wire.js';

const DAY_MS = 86_400_000;

/** `01/04/2025` as the day's first millisecond in UTC. @throws Problem `invalid_request` for anything else */
function queryDay(c: SandboxRequest, name: string): number | undefined {
  const text = c.req.query(name);
  if (text === undefined) return undefined;
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // 31/02/2025 would roll over into March.
  if (Number.isNaN(at) || new Date(at).getUTCDate() !== Number(day))
    throw invalid(name, 'A day as dd/mm/yyyy.');
  return at;
}

const SORTS: Readonly<Record<string, (session: SessionRecord) => number | string>> = {
  createdAt: ({ createdAt }) => createdAt,
  expiresAt: ({ expiresAt }) => expiresAt,
  totalAmount: ({ totals }) => totals.total,
  status: conomyStatus,
  currency: ({ currency }) => currency,
};

type Compare = (a: SessionRecord, b: SessionRecord) => number;

/** `createdAt:desc`. @throws Problem `invalid_request` for another parameter or direction */
function querySort(c: SandboxRequest): Compare {
  const [param = '', direction = ''] = (c.req.query('sort') ?? 'createdAt:desc').split(':');
  const key = lookUp(SORTS, param);
  if (!key || (direction !== 'asc' && direction !== 'desc'))
    throw invalid('sort', 'param:asc or param:desc.');
  const sign = direction === 'asc' ? 1 : -1;
  return (a, b) => (key(a) < key(b) ? -sign : key(a) > key(b) ? sign : 0);
}

const matches = (value: unknown, wanted: string | undefined): boolean =>
  wanted === undefined || value === wanted;

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;

/** Filters, order and page of the list request (Conomy checkout-session documents, part 1). */
export function listSessions(
  c: SandboxRequest,
  sessions: readonly SessionRecord[],
  view: (session: SessionRecord) => unknown,
): unknown {
  const status = queryWord(c, 'status', CONOMY_STATUSES);
  const start = queryDay(c, 'startDate');
  const end = queryDay(c, 'endDate');
  const limit = queryNumber(c, 'limit', { min: 1, max: 100, fallback: 50 });
  const offset = queryNumber(c, 'offset', { min: 0, fallback: 0 });
  const account = c.req.query('accountNumber');
  const found = sessions
    .filter(
      (session) =>
        matches(conomyStatus(session), status) &&
        matches(member(session.extra['owner'], 'identityId'), c.req.query('identityId')) &&
        (account === undefined || hasAccount(session, account)) &&
        (start === undefined || session.createdAt >= start) &&
        (end === undefined || session.createdAt < end + DAY_MS),
    )
    .reverse() // later of the same instant first, as the sort keeps the order of equals
    .sort(querySort(c));
  const results = found.slice(offset, offset + limit).map(view);
  return {
    pagination: {
      count: results.length,
      next: offset + limit < found.length ? offset + limit : null,
      previous: offset > 0 ? Math.max(0, offset - limit) : null,
      total: found.length,
    },
    results,
  };
}

function hasAccount({ extra }: SessionRecord, accountNumber: string): boolean {
  const { destinations } = extra;
  return (
    Array.isArray(destinations) &&
    destinations.some(
      (destination) => member(member(destination, 'account'), 'accountNumber') === accountNumber,
    )
  );
}
