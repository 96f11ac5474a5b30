import type { SomeMessages } from '../create-i18n.js';

/** Latin American Spanish, where it says something in another way than Spain. */
export const es419: SomeMessages = {
  checkout: {
    partFailed: 'Una parte de esta página no se pudo cargar. Revisa tu conexión e intenta de nuevo.',
    offline: 'No tienes conexión. Revísala e intenta de nuevo.',
  },
  summary: {
    pay: 'Total a pagar',
  },
};
