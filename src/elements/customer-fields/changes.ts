import type { Draft } from '../../core/draft.js';
import type { Customer, CustomerField } from '../../core/session/session.js';
import { isMasked } from '../../core/validation/masked.js';
import type { KnownRow } from './known-customer.js';

type Id = KnownRow['id'];

/** Kept in the draft, so that what is being changed outlives another method, another language and a decline. */
const flag = (id: Id): string => `changed.${id}`;

/** Whether what is known is being changed. */
export const isChanging = (id: Id, draft: Draft): boolean => draft.get(flag(id)) !== '';

/** Whether fields stand in a line's place: it is being changed, or its value was typed in this checkout. */
export const isOpen = (id: Id, fields: readonly CustomerField[], draft: Draft): boolean =>
  isChanging(id, draft) ||
  fields.some((field) => field !== 'documentType' && draft.get(`customer.${field}`) !== '');

/** The draft's names of what a line holds, with what is known of each. */
function valuesOf({ fields }: KnownRow, customer: Customer): (readonly [name: string, value: string])[] {
  const values = fields.includes('address')
    ? Object.entries(customer.address ?? {}).map(([part, value]) => [`address.${part}`, value] as const)
    : fields.map((field) => [field, customer[field]] as const);
  return values.flatMap(([name, value]) =>
    typeof value === 'string' && value ? [[`customer.${name}`, value] as const] : [],
  );
}

/** Puts fields in a line's place, filled with what is known. */
export function open(
  row: KnownRow,
  customer: Customer,
  draft: Draft,
  toValue: (name: string, known: string) => string,
): void {
  draft.set(flag(row.id), 'true');
  for (const [name, value] of valuesOf(row, customer))
    if (!isMasked(value)) draft.set(name, toValue(name, value));
}

/** Puts the line back, with what it said. */
export function close(row: KnownRow, draft: Draft): void {
  draft.set(flag(row.id), '');
  for (const field of row.fields) draft.forget(`customer.${field}`);
  if (row.id === 'address')
    for (const part of Object.keys(draft.entries('customer.address.')))
      draft.forget(`customer.address.${part}`);
}
