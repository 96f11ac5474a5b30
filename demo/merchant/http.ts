import * as z from 'zod/mini';

/** The payment API refused, or said something else than its documents. */
export class MerchantApiError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MerchantApiError';
  }
}

const TIMEOUT_MS = 10_000;

export interface Call<Schema> {
  readonly method?: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** What the answer has to be. */
  readonly answer: Schema;
}

/**
 * One call to the payment API, server to server.
 * @throws MerchantApiError for a refusal, silence, or an answer of another shape
 */
export async function call<Schema extends z.core.$ZodType>(
  url: string,
  { method = 'GET', headers, body, answer }: Call<Schema>,
): Promise<z.core.output<Schema>> {
  const what = `${method} ${url}`;
  let text: string;
  try {
    const response = await fetch(url, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    text = await response.text();
    if (!response.ok) throw new MerchantApiError(`${what}: ${String(response.status)} ${text}`);
  } catch (cause) {
    if (cause instanceof MerchantApiError) throw cause;
    throw new MerchantApiError(`${what} got no answer`, { cause });
  }
  const parsed = z.safeParse(answer, safeJson(text));
  if (!parsed.success) throw new MerchantApiError(`${what}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
