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

/** Each asks the browser to be another device: paper, forced colours, more contrast. */
const MEDIA_TESTS = [
  'pix-payment shows all there is to pay by, black on white, and nothing to press',
  'boleto-payment shows all there is to pay by, black on white, and nothing to press',
  'buttons have an edge, the focus its ring, and the picked method its mark',
  'a QR code stays dark on white',
  'who asks for more contrast gets it, whatever the merchant’s colours',
];

const OF_BOTH: readonly DriverLimit[] = WITHOUT_PROTOCOL.flatMap((engine) => [
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
  ...MEDIA_TESTS.map((test) => ({
    engine,
    file: 'test/elements/theme-media.test.ts',
    test,
    reason: 'paper, forced colours and more contrast are emulated by Chromium’s protocol only',
  })),
]);

export const DRIVER_LIMITS: readonly DriverLimit[] = [
  ...OF_BOTH,
  {
    engine: 'firefox',
    file: 'test/elements/card-form.test.ts',
    test: 'takes Enter as the wish to pay',
    reason: 'keys that are typed into a frame of another origin do not arrive',
  },
];
