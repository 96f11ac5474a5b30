import { CheckoutError } from '../errors.js';
import type { ConomyOptions } from './conomy.js';
import { PROVIDERS, type Dialect } from './dialect.js';
import { native } from './native.js';
import type { PayonifyOptions } from './payonify.js';
import type { RawCardOptions } from './raw-card.js';

/** Settings of the dialects whose documents leave something open; a dialect takes its own and ignores the others'. */
export type DialectOptions = ConomyOptions & PayonifyOptions & RawCardOptions;

const LOADERS = new Map<string, (options: DialectOptions) => Promise<Dialect>>([
  // The default dialect comes along: one file less to wait for.
  ['native', () => Promise.resolve(native)],
  ['z2pay', async () => (await import('./z2pay.js')).z2pay],
  ['plugtopay', async (options) => (await import('./plugtopay.js')).createPlugtopay(options)],
  [
    'conomy',
    async (options) => {
      const [dialect, countries] = await Promise.all([
        import('./conomy.js'),
        import('../address/countries.js'),
      ]);
      return dialect.createConomy(countries, options);
    },
  ],
  ['payonify', async (options) => (await import('./payonify.js')).createPayonify(options)],
]);

/**
 * Loads one dialect; the others' bytes never reach the shopper.
 * @throws CheckoutError `integration` / `unknown_provider` for a name that is none
 */
export async function loadDialect(id: string, options: DialectOptions = {}): Promise<Dialect> {
  const load = LOADERS.get(id);
  if (load) return load(options);
  throw new CheckoutError({
    kind: 'integration',
    code: 'unknown_provider',
    message: 'There is no dialect of this name.',
    hint: `Set provider to one of: ${PROVIDERS.join(', ')}.`,
  });
}
