import { afterAll, beforeAll } from 'vitest';

/** For tests that see hundreds of thousands of errors: the stack traces would cost more than what is tested. */
export function withoutTraces(): void {
  const { stackTraceLimit } = Error;
  beforeAll(() => {
    Error.stackTraceLimit = 0;
  });
  afterAll(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });
}
