import type { SomeMessages } from '../create-i18n.js';

/** The words of forms and failed tries, as `es-419.ts` has those of the first screen. */
export const es419More: SomeMessages = {
  error: {
    email: 'Ingresa un correo como nombre@ejemplo.com.',
    phone: 'Ingresa el teléfono completo, con su código de área.',
    phoneBr: 'Ingresa el teléfono completo con su código de área, por ejemplo (11) 98765-4321.',
    document_same: 'Un número real no repite siempre el mismo dígito. Ingresa el de tu documento.',
    documentDigits: 'Este proveedor solo acepta números: ingresa un CPF o un CNPJ sin letras.',
    documentCpf: 'Esta forma de pago es para personas: ingresa un CPF, que tiene 11 dígitos.',
    mobile: 'Ingresa el celular de tu billetera, por ejemplo {{example}}.',
    mobile_start: 'Ningún celular de aquí empieza así. Uno correcto es como {{example}}.',
    code: 'Ingresa el código completo.',
    part_required: 'Ingresa un monto, como {{example}}.',
    part_unreadable: 'Ingresa un monto en números, como {{example}}.',
    part_ambiguous: 'Se puede leer de dos formas. Ingresa el monto como en {{example}}.',
    part_currency: 'Ingresa el monto en la moneda del pedido, como {{example}}.',
    part_decimals: 'Ingresa como máximo {{places}} decimales, como {{example}}.',
    part_whole: 'Ingresa un monto sin decimales, como {{example}}.',
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
    not_renewed:
      'No se puede generar otro: esta forma de pago o este monto ya no está disponible. Elige de nuevo cómo pagar.',
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
