import type { SomeMessages } from '../create-i18n.js';

/** The words of what comes after the form, as `es-419.ts` has those of the first screen. */
export const es419Action: SomeMessages = {
  unavailable: {
    generic: {
      title: 'No se pudo cargar el pago',
      text: 'Intenta de nuevo en un momento. Si sigue pasando, vuelve a la tienda.',
    },
    offline: {
      text: 'Revisa tu conexión e intenta de nuevo.',
    },
    network: {
      text: 'Revisa tu conexión e intenta de nuevo.',
    },
    answer: {
      text: 'Intenta de nuevo en un momento. Si sigue pasando, vuelve a la tienda.',
    },
  },
  result: {
    succeeded: {
      text: 'Gracias. Tu pago a {{merchant}} se completó.',
    },
    donate: {
      text: 'Gracias. Tu donación a {{merchant}} se completó.',
    },
    book: {
      text: 'Gracias. Tu pago a {{merchant}} por esta reserva se completó.',
    },
    contradicted: {
      text: 'Recibimos tu pago, pero después el servicio de pago indicó otra cosa. No vuelvas a pagar. Contacta a {{merchant}} e indica esta referencia.',
    },
    unknown: {
      text: 'Por favor, no pagues de nuevo. La conexión se interrumpió y estamos averiguando qué pasó con tu pago.',
    },
    expired: {
      text: 'El plazo para pagar este pedido terminó. Vuelve a {{merchant}} para empezar de nuevo.',
    },
    refreshable: {
      text: 'El plazo para pagar este pedido terminó. Puedes empezar de nuevo aquí mismo.',
    },
    canceled: {
      text: 'No se te cobró nada.',
    },
    partly: {
      title: 'Este pedido se pagó en parte',
      text: 'Ya pagaste {{paid}}, y el resto ya no se puede pagar aquí. Contacta a {{merchant}} para completar el pedido o recuperar el dinero.',
    },
    locked: {
      title: 'No se pudo completar este pago',
      text: 'No se te cobró nada, y este pedido ya no se puede intentar pagar aquí.',
    },
    amount: 'Monto',
    contact: 'Contactar a {{merchant}}',
  },
  action: {
    copyYourself: 'El código está seleccionado: cópialo con el teclado o mantenlo presionado.',
    broken:
      'El servicio de pago envió algo en lo que esta página no puede confiar. No se te cobró nada. Paga de otra forma.',
    kept: 'No se pudo detener el pago y todavía puede completarse. Termínalo aquí o espera: seguimos consultando.',
  },
  pix: {
    amount: 'Monto',
    advice: 'Antes de confirmar, verifica que la app de tu banco muestre este destinatario y este monto.',
    adviceRecurring:
      'Antes de autorizarlo, verifica que la app de tu banco muestre este destinatario y revisa allí los montos y las fechas.',
    adviceBoth:
      'Este código también pide que autorices pagos recurrentes. Antes de confirmar, verifica que la app de tu banco muestre este destinatario y {{amount}} ahora, y revisa allí lo que se cobrará después.',
    adviceOpen:
      'La app de tu banco pide el monto: ingresa {{amount}}. Antes de confirmar, verifica que muestre este destinatario.',
    check: 'Ya pagué: verificar ahora',
    checking: 'Estamos verificando. Tu banco puede tardar un minuto en confirmarlo.',
    overTitle: 'Este código Pix venció',
    over: 'Si ya pagaste, espera aquí: seguimos verificando. Si no, pide un código nuevo.',
    invalid: 'Por favor, no lo pagues. No se te cobró nada. Pide un código nuevo o paga de otra forma.',
  },
  wallet: {
    text: 'Abre {{network}}, elige pagar con código e ingresa este código o escanéalo. Esta página se actualiza sola.',
    check: 'Ya pagué: verificar ahora',
    over: 'El tiempo de este código terminó. Si ya pagaste, espera aquí: seguimos preguntando a {{network}}. Si no, pide un código nuevo.',
  },
  transfer: {
    steps: 'Envía este monto a esta cuenta desde la app de tu banco. Esta página se actualiza sola.',
    scanSteps: 'Escanea este código con la app de tu banco o de tu billetera. Esta página se actualiza sola.',
    selected: 'El texto está seleccionado: cópialo con el teclado o mantenlo presionado.',
    checkPayee: 'Antes de confirmar, verifica que tu app muestre el destinatario y el monto de este pedido.',
    askedAmount: 'Tu app pide el monto: ingresa {{amount}}.',
    overTitle: 'El tiempo de esta transferencia terminó',
    over: 'Por favor, no envíes más dinero a estos datos. Si ya lo enviaste, espera aquí: seguimos verificando. Si no, pide datos nuevos.',
    invalid:
      'Por favor, no pagues con ellos: contienen un error. No se te cobró nada. Pide datos nuevos o paga de otra forma.',
  },
  boleto: {
    amount: 'Monto',
    invalid: 'Por favor, no lo pagues. No se te cobró nada. Paga de otra forma.',
  },
  redirect: {
    wallet: 'tu billetera',
  },
  challenge: {
    lost: 'Se cortó la conexión y estamos verificando qué pasó con tu pago. Puedes intentar de nuevo: no se te cobrará dos veces.',
    unconfirmed: 'No se pudo confirmar este pago. Puedes pagar de otra forma.',
  },
  code: {
    title: 'Ingresa el código',
    text: 'Enviamos un código de {{digits}} dígitos a tu celular.',
    textTo: 'Enviamos un código de {{digits}} dígitos a {{phone}}.',
    dial: 'Marca {{code}} en tu celular. Recibirás un código de {{digits}} dígitos: ingrésalo aquí.',
  },
};
