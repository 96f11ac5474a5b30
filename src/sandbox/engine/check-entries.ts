import { CUSTOMER_FIELDS, type Customer, type CustomerField } from '../../core/session/session.js';
import { behaviourOf } from './behaviours.js';
import { dueOf, type OfferedMethod, type PaymentInput, type SessionRecord } from './model.js';
import { invalid } from './problem.js';

/** An entry that may be begun, and the method it is paid by. */
export interface CheckedEntry {
  readonly input: PaymentInput;
  readonly method: OfferedMethod;
  /** What the entry pays of the session's total, in the session's currency. */
  readonly settles: number;
}

/**
 * Checks a submit against what the session offers and asks for; the entries have to add up to what is due. `param` of a
 * refusal is in the contract's words.
 * @throws Problem `invalid_request`
 */
export function checkEntries(
  session: SessionRecord,
  inputs: readonly PaymentInput[],
): readonly CheckedEntry[] {
  const max = session.combined?.enabled ? session.combined.max : 1;
  if (inputs.length < 1 || inputs.length > max)
    throw invalid('payments', `1 to ${String(max)} entries, please.`);
  const entries = inputs.map((input) => {
    const method = methodFor(session, input);
    const settles = method.amount === undefined ? input.amount : dueOf(session);
    checkMoney(session, method, input);
    checkShopper(session, method, input);
    const wrong = behaviourOf(method)?.check?.(input, method);
    if (wrong) throw invalid(wrong);
    return { input, method, settles };
  });
  const sum = entries.reduce((total, { settles }) => total + settles, 0);
  const due = dueOf(session);
  if (sum !== due) throw invalid('amount', `The amount has to be ${String(due)}.`);
  return entries;
}

function methodFor(session: SessionRecord, input: PaymentInput): OfferedMethod {
  const offered = session.methods.filter(({ enabled }) => enabled);
  const method =
    offered.find(
      ({ id, currency }) => id === input.method && (currency ?? session.currency) === input.currency,
    ) ??
    offered.find(({ id }) => id === input.method) ??
    offered.find(({ type }) => type === input.method);
  if (!method || !behaviourOf(method)) throw invalid('method', 'The session does not offer this method.');
  return method;
}

function checkMoney(session: SessionRecord, method: OfferedMethod, input: PaymentInput): void {
  if (input.currency !== (method.currency ?? session.currency)) throw invalid('currency');
  if (!Number.isSafeInteger(input.amount) || input.amount <= 0) throw invalid('amount');
  if (method.amount !== undefined && input.amount !== method.amount) throw invalid('amount');
  if (input.returnUrl !== undefined && !isWebUrl(input.returnUrl)) throw invalid('returnUrl');
}

/** An absolute http or https address without credentials in it. */
export function isWebUrl(text: string): boolean {
  try {
    const { protocol, username, password } = new URL(text);
    return (protocol === 'https:' || protocol === 'http:') && !username && !password;
  } catch {
    return false;
  }
}

/** Everything the session or the method asks for has to be known by now. */
function checkShopper(session: SessionRecord, method: OfferedMethod, input: PaymentInput): void {
  const customer = { ...session.customer, ...input.customer };
  const required = [...session.requiredFields, ...method.requiredFields];
  for (const field of CUSTOMER_FIELDS) {
    if (required.includes(field) && !has(customer, field)) throw invalid(`customer.${field}`);
  }
  for (const { key, type, required: needed, options } of session.customFields) {
    const value = input.customFields[key];
    const given = type === 'checkbox' ? value === true : typeof value === 'string' && value.trim() !== '';
    const wrong =
      type === 'select' && given && options.length && !options.some((option) => option.value === value);
    if ((needed && !given) || wrong) throw invalid(`customFields.${key}`);
  }
}

function has(customer: Customer, field: CustomerField): boolean {
  if (field === 'name' && customer.firstName && customer.lastName) return true;
  const value = customer[field];
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined;
}
