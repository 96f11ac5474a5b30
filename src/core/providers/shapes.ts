import * as z from 'zod/mini';
import { bare } from '../bare.js';
import { Secret } from '../session/secret.js';
import {
  asText,
  color,
  flag,
  isRecord,
  knownOr,
  lenient,
  list,
  mapped,
  maybe,
  or,
  reader,
  record,
  text,
  textMembers,
  whole,
  word,
} from './parse.js';

/** Anything the merchant attached. Untrusted: shown as text if at all; `__proto__` is left out. */
export const metadata = lenient(
  mapped(record, (value) =>
    bare(Object.fromEntries(Object.entries(value).filter(([key]) => key !== '__proto__'))),
  ),
);

export const branding = lenient(
  z.object({ primaryColor: lenient(color), ...textMembers('logoUrl', 'name') }),
);

/** An offer for some brands of card only has to say so rightly; what is said of its interest only decorates. */
export const installment = z.object({
  count: whole,
  amount: whole,
  total: whole,
  interestFree: lenient(flag),
  interestRate: lenient(text),
  brands: maybe(z.array(text)),
});
export const installments = z.array(installment);

/** A text that is for one script only. */
export const secret = lenient(mapped(word, (value) => new Secret(value)));

export const tokenizer = z.object({
  name: word,
  frameUrl: maybe(text),
  ...textMembers('publicKey', 'mode', 'url'),
  clientSecret: secret,
});

/** An option is `{ value, label }`, or a plain string. */
const option = mapped(
  reader('an option', (value) =>
    typeof value === 'string' ? { value } : isRecord(value) ? value : undefined,
  ),
  ({ value, label }, refuse) => {
    if (typeof value !== 'string') refuse('value', 'a string');
    return { value: value as string, label: asText(label) ?? (value as string) };
  },
);

/** A field the merchant asks for. A type this version does not know is asked as a choice, or as text. */
export const customField = mapped(
  z.object({
    key: word,
    label: lenient(text),
    type: or(knownOr(['select', 'checkbox'], 'text'), 'text'),
    required: or(flag, false),
    options: list(option),
    value: lenient(
      reader('an answer', (value) =>
        typeof value === 'string' || typeof value === 'boolean' ? value : undefined,
      ),
    ),
  }),
  (field) => ({
    ...field,
    label: field.label ?? field.key,
    type: field.type === 'text' && field.options.length > 0 ? 'select' : field.type,
  }),
);
