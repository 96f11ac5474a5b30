import type { SomeMessages } from '../create-i18n.js';

/** Latin American Spanish, where it says something in another way than Spain. */
export const es419: SomeMessages = {
  checkout: {
    partFailed: 'Una parte de esta página no se pudo cargar. Revisa tu conexión e intenta de nuevo.',
    offline: 'No tienes conexión. Revísala e intenta de nuevo.',
  },
  state: {
    unavailable: 'No se pudo cargar el pago.',
    canceled: 'El pago fue cancelado.',
    locked: 'No se pudo completar el pago.',
  },
  method: {
    mobile_money: 'Billetera móvil',
    bank_redirect: 'Banca en línea',
  },
  hint: {
    boleto: 'Se acredita en hasta 3 días hábiles',
  },
  summary: {
    pay: 'Total a pagar',
  },
  pay: {
    failed: 'El pago no se completó. No se te cobró nada.',
  },
};
