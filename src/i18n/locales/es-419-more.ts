import type { SomeMessages } from '../create-i18n.js';

/** The words of forms and failed tries, as `es-419.ts` has those of the first screen. */
export const es419More: SomeMessages = {
  error: {
    email: 'Ingresa un correo como nombre@ejemplo.com.',
    phone: 'Ingresa el teléfono completo, con su código de área.',
    mobile: 'Ingresa el celular de tu billetera, por ejemplo {{example}}.',
    code: 'Ingresa el código completo.',
    part_required: 'Ingresa un monto, como {{example}}.',
    part_unreadable: 'Ingresa un monto en números, como {{example}}.',
    part_nothing: 'Ingresa un monto mayor que cero, como {{example}}.',
    part_negative: 'Ingresa el monto sin el signo menos, como {{example}}.',
    part_tooMuch: 'Ingresa menos de {{rest}}: el resto se paga de otra forma.',
    partPending: 'Agrega esta parte o vacía el campo antes de pagar.',
    partMethod: 'Esta forma solo paga el monto completo. Elige otra arriba.',
  },
  failure: {
    amount_changed: 'Este pedido cambió. No se te cobró nada. Revisa el monto y presiona de nuevo.',
    part_lapsed:
      'Hay que volver a ingresar una de las tarjetas, y su parte se quitó. No se envió ni se te cobró nada. Agrega la parte de nuevo y paga.',
  },
  split: {
    amount: 'Monto a pagar con {{method}}',
    amountAny: 'Monto de esta parte',
    add: 'Agregar esta parte',
    back: 'Lo pagado sigue pagado. Para recuperarlo, contacta a {{merchant}}.',
  },
  fields: {
    phone: 'Celular o teléfono',
    line1: 'Domicilio',
    complement: 'Departamento, piso',
    district: 'Barrio o colonia',
  },
  card: {
    frame: {
      cardNumberRequired: 'Ingresa el número de la tarjeta.',
      expiryRequired: 'Ingresa la fecha de vencimiento.',
      expiryIncomplete: 'Ingresa mes y año, por ejemplo 09/30.',
      securityCodeHint: '3 dígitos, al reverso de la tarjeta',
      securityCodeRequired: 'Ingresa el código de seguridad.',
      holderNameRequired: 'Ingresa el nombre como está en la tarjeta.',
      documentRequired: 'Ingresa el CPF o CNPJ del titular de la tarjeta.',
    },
  },
  phone: {
    number: 'Número de celular',
    title: 'Aprueba en tu celular',
    sentThere: 'Enviamos una solicitud de pago de {{amount}} a tu celular.',
    step1: 'Desbloquea tu celular',
    step3: 'Ingresa allí tu PIN',
  },
};
