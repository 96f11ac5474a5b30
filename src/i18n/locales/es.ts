import type { Messages } from '../create-i18n.js';

/** Spanish, in the neutral form that Latin America and Spain both read. */
export const es: Messages = {
  checkout: {
    label: 'Pago',
    loading: 'Cargando el pago…',
    ready: 'Todo listo para pagar.',
    shop: 'la tienda',
    testMode: 'Modo de prueba',
    testModeHint: 'No se cobra nada.',
    details: 'Tus datos',
    cancel: 'Cancelar y volver a {{merchant}}',
    canceling: 'Cancelando…',
    another: 'Pagar de otra forma',
    action: 'Falta un paso para completar el pago.',
    partFailed: 'Una parte de esta página no se pudo cargar. Revisa tu conexión e inténtalo de nuevo.',
    retry: 'Intentar de nuevo',
  },
  picker: {
    legend: 'Medio de pago',
    charged: 'Pagas {{amount}}',
    rate: 'Tipo de cambio {{rate}}',
  },
  method: {
    card: 'Tarjeta',
    pix: 'Pix',
    boleto: 'Boleto',
    mobile_money: 'Dinero móvil',
    bank_redirect: 'Banca en línea',
    zimswitch: 'Zimswitch',
  },
  hint: {
    pix: 'Escanea o copia el código y paga en la app de tu banco',
    boleto: 'Paga en un banco o en su app; se confirma en hasta 3 días hábiles',
    mobile_money: '{{networks}}: aprueba en tu teléfono',
    bank_redirect: 'Continúas en la página de tu banco',
    zimswitch: 'Continúas en la página de Zimswitch',
  },
  summary: {
    title: 'Resumen del pedido',
    pay: 'Pagar a {{merchant}}',
    donate: 'Donar a {{merchant}}',
    book: 'Reservar con {{merchant}}',
    quantity: 'Cant. {{quantity}}',
    each: '{{amount}} c/u',
    subtotal: 'Subtotal',
    discount: 'Descuento',
    shipping: 'Envío',
    tax: 'Impuestos',
    total: 'Total',
    paid: 'Ya pagado',
    due: 'Por pagar',
  },
  pay: {
    pay: 'Pagar {{amount}}',
    donate: 'Donar {{amount}}',
    book: 'Reservar por {{amount}}',
    busy: 'Procesando…',
    to: 'A {{merchant}}',
    toBy: 'A {{merchant}} · {{method}}',
  },
  error: {
    required: 'Completa este campo.',
    method: 'Elige cómo quieres pagar.',
  },
  failure: {
    declined: 'El pago no fue aprobado. No se te cobró nada. Inténtalo de nuevo o paga de otra forma.',
    insufficient_funds:
      'No había saldo suficiente para este pago. No se te cobró nada. Inténtalo de nuevo o paga de otra forma.',
    expired_card: 'La tarjeta está vencida. No se te cobró nada. Usa otra tarjeta o paga de otra forma.',
    authentication_failed:
      'Tu banco no pudo confirmar que eres tú. No se te cobró nada. Inténtalo de nuevo o paga de otra forma.',
    canceled_by_payer: 'El pago fue cancelado. No se te cobró nada.',
    wrong_pin: 'El PIN no es correcto. No se te cobró nada. Puedes intentarlo de nuevo.',
    limit_exceeded: 'Este pago supera tu límite. No se te cobró nada. Paga de otra forma.',
    payer_not_found:
      'Este número no tiene cuenta en esa red. No se te cobró nada. Revisa el número y la red.',
    payment_timeout: 'El pago no fue aprobado a tiempo. No se te cobró nada. Puedes intentarlo de nuevo.',
    processing_error: 'No se pudo procesar el pago. No se te cobró nada. Puedes intentarlo de nuevo.',
    invalid_request:
      'Algunos datos no fueron aceptados. No se te cobró nada. Revísalos e inténtalo de nuevo.',
    busy: 'El servicio de pago está ocupado. Espera un momento e inténtalo de nuevo.',
    offline: 'No tienes conexión y no se envió nada. Revisa tu conexión e inténtalo de nuevo.',
    card_frame_failed:
      'El formulario seguro de la tarjeta no responde y no se envió nada. Inténtalo de nuevo o paga de otra forma.',
  },
  unavailable: {
    generic: {
      title: 'No se pudo cargar el pago',
      text: 'Inténtalo de nuevo en un momento. Si sigue pasando, vuelve a la tienda.',
    },
    token: {
      title: 'Este pago no es válido',
      text: 'Vuelve a la tienda y empieza el pago de nuevo.',
    },
    expired: {
      title: 'Este pago ha expirado',
      text: 'Vuelve a la tienda y empieza el pago de nuevo.',
    },
    setup: {
      title: 'Este pago no está bien configurado',
      text: 'No es culpa tuya. Avisa a la tienda para que pueda corregirlo.',
    },
    duplicate: {
      title: 'Este pago está abierto dos veces',
      text: 'El mismo pago ya está en esta página. Usa el otro.',
    },
    offline: {
      title: 'No tienes conexión',
      text: 'Revisa tu conexión e inténtalo de nuevo.',
    },
    network: {
      title: 'El servicio de pago no responde',
      text: 'Revisa tu conexión e inténtalo de nuevo.',
    },
    answer: {
      title: 'El servicio de pago tiene problemas',
      text: 'Inténtalo de nuevo en un momento. Si sigue pasando, vuelve a la tienda.',
    },
    methods: {
      title: 'Todavía no hay cómo pagar aquí',
      text: 'No se puede mostrar ningún medio de pago de este pedido. Avisa a la tienda.',
    },
  },
  result: {
    succeeded: {
      title: 'Pago recibido',
      text: 'Gracias. Tu pago a {{merchant}} se completó.',
    },
    processing: {
      title: 'Tu pago se está procesando',
      text: 'Esta página se actualiza sola. No hace falta pagar de nuevo.',
    },
    unknown: {
      title: 'Estamos confirmando tu pago',
      text: 'Por favor, no pagues de nuevo. La conexión se interrumpió y estamos averiguando qué pasó con tu pago.',
    },
    gaveUp: {
      title: 'Todavía no podemos confirmar tu pago',
      text: 'Por favor, no pagues de nuevo: es posible que tu pago se haya hecho. Contacta a {{merchant}} e indica esta referencia. Seguimos averiguando.',
    },
    expired: {
      title: 'Este pago ha expirado',
      text: 'El plazo para pagar este pedido terminó. Vuelve a {{merchant}} para empezar de nuevo.',
    },
    refreshable: {
      title: 'Este pago ha expirado',
      text: 'El plazo para pagar este pedido terminó. Puedes empezar de nuevo aquí mismo.',
    },
    canceled: {
      title: 'Pago cancelado',
      text: 'No se te cobró nada.',
    },
    locked: {
      title: 'No se pudo completar este pago',
      text: 'No se te cobró nada, y este pedido ya no se puede intentar pagar aquí.',
    },
    amount: 'Importe',
    method: 'Medio de pago',
    reference: 'Referencia',
    errorCode: 'Código de error',
    returning: 'Te llevamos de vuelta a {{merchant}}…',
    stalled: 'Está tardando más de lo normal. Usa el botón, por favor.',
    continue: 'Continuar a {{merchant}}',
    back: 'Volver a {{merchant}}',
    backIn: 'Te llevamos de vuelta a {{merchant}} en {{seconds}} s.',
    stay: 'Quedarme en esta página',
    restart: 'Empezar de nuevo',
    contact: 'Contactar a {{merchant}}',
  },
};
