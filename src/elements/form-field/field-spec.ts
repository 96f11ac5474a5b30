import type { MessageKey } from '../../i18n/create-i18n.js';

/** What can be wrong with a field: a message key below `error`. */
export type FieldError = MessageKey extends infer Key
  ? Key extends `error.${infer Name}`
    ? Name
    : never
  : never;

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

/** One field of a form, as data. Texts are translated already; `name` is the draft's. */
export interface FieldSpec {
  readonly name: string;
  readonly label: string;
  readonly kind?: 'text' | 'select' | 'radio' | 'checkbox';
  readonly type?: 'text' | 'email' | 'tel';
  /** @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill */
  readonly autocomplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  readonly autocapitalize?: 'off' | 'words' | 'characters';
  readonly placeholder?: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
  readonly options?: readonly FieldOption[];
  /** Share of a line on a wide screen; the whole line where it is left out. */
  readonly width?: 'half' | 'third' | 'two-thirds';
  /** Chosen for the shopper until they choose themselves. */
  readonly initial?: string;
  /** What they answered on an earlier visit: theirs to empty, so it is put in once only. */
  readonly answered?: string;
  /** What is wrong where nothing is given, in words of the field's own. */
  readonly missing?: FieldError;
  /** The code of a failed try that says that this field was wrong, and what is wrong with it then. */
  readonly refusal?: readonly [code: string, error: FieldError];
  /** What is wrong with a value that is not empty. */
  readonly check?: (value: string) => FieldError | undefined;
  /** What was typed, as APIs want it: this is what the draft keeps. */
  readonly toValue?: (typed: string) => string;
  /** A kept value as people write it: shown while nobody types in the field. */
  readonly toText?: (value: string) => string;
}

/** Names what is wrong with a field's kept value, if anything. */
export function fieldError(spec: FieldSpec, value: string): FieldError | undefined {
  if (value.trim()) return spec.check?.(value);
  if (spec.isOptional) return undefined;
  return spec.missing ?? (spec.kind === 'checkbox' ? 'tick' : spec.options?.length ? 'choose' : 'required');
}

/** `customer.address.city` is `city`: what browsers' heuristics and servers' error messages know. */
export const shortName = (name = ''): string => name.slice(name.lastIndexOf('.') + 1);
