import type { Dialect, ProviderId } from './dialect.js';

/** Loads one dialect; the others' bytes never reach the shopper. */
export async function loadDialect(id: ProviderId): Promise<Dialect> {
  switch (id) {
    case 'native':
      return (await import('./native.js')).native;
    default:
      return (await import('./z2pay.js')).z2pay;
  }
}
