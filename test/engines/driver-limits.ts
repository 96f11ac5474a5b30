/** What an engine's driver cannot do, and the tests that need it: run all the same, so that the list is never out of date. */
export interface DriverLimit {
  readonly engine: 'firefox' | 'webkitgtk';
  /** Path of the test's file, and the end of its whole title. */
  readonly file: string;
  readonly test: string;
  /** What is missing in the driver. A difference of the product is mended in the product and has no place here. */
  readonly reason: string;
}

const WITHOUT_PROTOCOL = ['firefox', 'webkitgtk'] as const;

export const DRIVER_LIMITS: readonly DriverLimit[] = WITHOUT_PROTOCOL.flatMap((engine) => [
  {
    engine,
    file: 'test/card-frame/card-form.test.ts',
    test: 'take what a real IME composes, in full-width digits',
    reason: 'an input method is driven by Chromium’s protocol only',
  },
  {
    engine,
    file: 'test/card-frame/card-form.test.ts',
    test: 'in forced colours a field that has the focus is still seen to have it, and the picture has its outline',
    reason: 'forced colours are emulated by Chromium’s protocol only',
  },
]);
