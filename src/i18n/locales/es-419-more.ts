import type { SomeMessages } from '../create-i18n.js';

/** The words of forms and failed tries, as `es-419.ts` has those of the first screen. */
export const es419More: SomeMessages = {
  error: {
    email: 'Ingresa un correo como nombre@example.com.',
    phone: 'Ingresa el teléfono completo, con su código de área.',
    phoneBr: 'Ingresa el teléfono completo con su código de área, por ejemplo (11) 98765-4321.',
    document_same: 'Un número real no repite siempre el mismo dígito. Ingresa el de tu documento.',
    documentDigits: 'Este proveedor solo acepta números: ingresa un CPF o un CNPJ sin letras.',
    documentCpf: 'Esta forma de pago es para personas: ingresa un CPF, que tiene 11 dígitos.',
    mobile: 'Ingresa el celular de tu billetera, por ejemplo {{example}}.',
    mobile_start: 'Ningún celular de aquí empieza así. Un número correcto es como {{example}}.',
    wallet: 'La red no tiene ninguna billetera con este número. Revisa el número y la red.',
    network: 'Elige la red de tu billetera.',
    code: 'Ingresa el código completo.',
    wrongCode: 'Este código no fue aceptado. Revísalo o pide uno nuevo.',
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
    refused: 'Este dato no fue aceptado. Revísalo, por favor.',
  },
  failure: {
    declined: 'El pago no fue aprobado. No se te cobró nada. Intenta de nuevo o paga de otra forma.',
    insufficient_funds:
      'No había saldo suficiente para este pago. No se te cobró nada. Intenta de nuevo o paga de otra forma.',
    expired_card: 'La tarjeta está vencida. No se te cobró nada. Usa otra tarjeta o paga de otra forma.',
    authentication_failed:
      'Tu banco no pudo confirmar que eres tú. No se te cobró nada. Intenta de nuevo o paga de otra forma.',
    canceled_by_payer: 'El pago fue cancelado. No se te cobró nada.',
    wrong_pin: 'El PIN no es correcto. No se te cobró nada. Puedes intentar de nuevo.',
    limit_exceeded: 'Este pago supera tu límite. No se te cobró nada. Paga de otra forma.',
    payer_not_found:
      'Este número no tiene cuenta en esa red. No se te cobró nada. Revisa el número y la red.',
    payment_timeout: 'El pago no fue aprobado a tiempo. No se te cobró nada. Puedes intentar de nuevo.',
    payment_timeout_card:
      'Tu banco no confirmó este pago a tiempo. No se te cobró nada. Intenta de nuevo o paga de otra forma.',
    canceled_by_payer_mobile_money:
      'La solicitud fue cancelada en el celular. No se te cobró nada. Intenta de nuevo o paga de otra forma.',
    insufficient_funds_mobile_money:
      'No había saldo suficiente en esta billetera. No se te cobró nada. Recárgala e intenta de nuevo, o usa otro número.',
    authentication_failed_mobile_money:
      'El código no es correcto. No se te cobró nada. Intenta de nuevo: recibirás otro código.',
    payment_timeout_mobile_money:
      'La solicitud no fue aprobada a tiempo. No se te cobró nada. Ten el celular a la mano e intenta de nuevo.',
    provider_unavailable:
      'La red de pago no responde ahora. No se te cobró nada. Intenta más tarde o paga de otra forma.',
    processing_error: 'No se pudo procesar el pago. No se te cobró nada. Puedes intentar de nuevo.',
    invalid_request: 'Algunos datos no fueron aceptados. No se te cobró nada. Revísalos e intenta de nuevo.',
    amount_changed: 'Este pedido cambió. No se te cobró nada. Revisa el monto y presiona de nuevo.',
    busy: 'El servicio de pago está ocupado. Espera un momento e intenta de nuevo.',
    offline:
      'No tienes conexión. No se envió nada y no se te cobró nada. Revisa tu conexión e intenta de nuevo.',
    card_frame_failed:
      'El formulario seguro de la tarjeta no responde y no se envió nada. Intenta de nuevo o paga de otra forma.',
    card_frame_covered:
      'Algo en esta página tapa el formulario de la tarjeta. No se envió ni se te cobró nada. Cierra lo que lo tape, revisa los datos de la tarjeta e intenta de nuevo.',
    part_lapsed:
      'Hay que volver a ingresar una de las tarjetas, y su parte se quitó. No se envió ni se te cobró nada. Agrega la parte de nuevo y paga.',
    not_sent: 'No se pudo iniciar el pago y no se envió nada. Revisa tu conexión e intenta de nuevo.',
    not_renewed:
      'No se puede generar otro: esta forma de pago o este monto ya no está disponible. Elige de nuevo cómo pagar.',
  },
  split: {
    amount: 'Monto a pagar con {{method}}',
    amountAny: 'Monto de esta parte',
    add: 'Agregar esta parte',
    atOnce: 'Si divides el pago, la tarjeta se cobra en un solo pago, sin cuotas.',
    back: 'Lo pagado sigue pagado. Para recuperarlo, contacta a {{merchant}}.',
    uncharged: 'No se te cobró nada.',
    partUncharged: 'No se te cobró esta parte.',
  },
  fields: {
    lastName: 'Apellido',
    phone: 'Celular o teléfono',
    phoneHint: 'Con código de área, por ejemplo (11) 98765-4321',
    line1: 'Domicilio',
    complement: 'Departamento, piso',
    district: 'Barrio o colonia',
  },
  card: {
    failed:
      'No se puede acceder al formulario seguro de la tarjeta. Revisa tu conexión e intenta de nuevo, o paga de otra forma.',
    installments: 'Cuotas',
    installmentsLost: 'Ya no se ofrece pagar en {{number}} cuotas. Revisa la opción de arriba.',
    frame: {
      expiry: 'Vencimiento',
      securityCodeHint: '3 dígitos, al reverso de la tarjeta',
      securityCodeHintFront: '4 dígitos, al frente de la tarjeta',
      cardNumberRequired: 'Ingresa el número de la tarjeta.',
      expiryRequired: 'Ingresa la fecha de vencimiento.',
      expiryIncomplete: 'Ingresa mes y año, por ejemplo 09/30.',
      expiryInvalid: 'Revisa la fecha de vencimiento.',
      expiryPast: 'Esta tarjeta está vencida.',
      securityCodeRequired: 'Ingresa el código de seguridad.',
      holderNameRequired: 'Ingresa el nombre como está en la tarjeta.',
      documentRequired: 'Ingresa el CPF o CNPJ del titular de la tarjeta.',
    },
  },
  phone: {
    number: 'Número de celular',
    hint: 'El número de tu billetera. El PIN solo se pide en tu celular.',
    title: 'Aprueba en tu celular',
    sent: 'Enviamos una solicitud de pago de {{amount}} a {{phone}}.',
    sentThere: 'Enviamos una solicitud de pago de {{amount}} a tu celular.',
    step1: 'Desbloquea tu celular',
    step3: 'Ingresa allí tu PIN',
    over: 'El tiempo para aprobar terminó. Seguimos preguntando a {{network}} qué pasó: por favor, no pagues otra vez todavía.',
    dial: '¿No llegó nada? Marca {{code}} y aprueba allí.',
  },
};
