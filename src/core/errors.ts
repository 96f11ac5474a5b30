/** Who can do something about it: the person paying, the merchant's developers, nobody but time, the API, us. */
export type CheckoutErrorKind = 'shopper' | 'integration' | 'network' | 'api' | 'internal';

/** A `CheckoutError` as plain data, as events and states carry it. Never holds a card number or a token. */
export interface CheckoutErrorData {
  readonly kind: CheckoutErrorKind;
  /** Stable, snake_case: branch on this. */
  readonly code: string;
  /** English, for developers; shoppers see translated text chosen by `code`. */
  readonly message: string;
  /** How the merchant's developers can fix it. */
  readonly hint?: string;
  readonly retryable: boolean;
  /** The API's own id of the failed request, to quote to its support. */
  readonly requestId?: string;
  /** Path of the first wrong field of an answer, as `items[0].name`. */
  readonly path?: string;
}

/** Every error this package raises on purpose. */
export class CheckoutError extends Error implements CheckoutErrorData {
  readonly kind: CheckoutErrorKind;
  readonly code: string;
  readonly hint?: string;
  readonly retryable: boolean;
  readonly requestId?: string;
  readonly path?: string;

  constructor(data: Omit<CheckoutErrorData, 'retryable'> & { readonly retryable?: boolean }) {
    super(data.message);
    this.name = 'CheckoutError';
    this.kind = data.kind;
    this.code = data.code;
    this.retryable = data.retryable ?? false;
    // Its own also where there is none: an error is no place for what the page has put on every object.
    this.hint = data.hint;
    this.requestId = data.requestId;
    this.path = data.path;
  }

  /** A plain copy for events and states. */
  toData(): CheckoutErrorData {
    const { kind, code, message, hint, retryable, requestId, path } = this;
    return {
      kind,
      code,
      message,
      retryable,
      ...(hint !== undefined && { hint }),
      ...(requestId !== undefined && { requestId }),
      ...(path !== undefined && { path }),
    };
  }
}

/** Something that the merchant's developers can put right; `hint` says how. */
export const integrationError = (code: string, message: string, hint: string): CheckoutError =>
  new CheckoutError({ kind: 'integration', code, message, hint });
