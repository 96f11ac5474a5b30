import type { SomeMessages } from '../create-i18n.js';

/** The words of what comes after the form, as `es-419.ts` has those of the first screen. */
export const es419Action: SomeMessages = {
  result: {
    contradicted: {
      text: 'Recibimos tu pago, pero el servicio de pago dijo después otra cosa. No vuelvas a pagar. Contacta a {{merchant}} e indica esta referencia.',
    },
    partly: {
      text: 'Se pagaron {{paid}}, y el resto ya no se puede pagar aquí. Contacta a {{merchant}}: puede completar el pedido o devolverte el dinero.',
    },
    amount: 'Monto',
  },
  action: {
    copyYourself: 'El código está seleccionado: cópialo con el teclado o mantenlo presionado.',
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
    over: 'Si ya pagaste, espera aquí: seguimos verificando. Si no, pide un código nuevo.',
  },
  wallet: {
    text: 'Abre {{network}}, elige pagar con código e ingresa este código o escanéalo. Esta página se actualiza sola.',
    check: 'Ya pagué: verificar ahora',
  },
  transfer: {
    steps: 'Envía este monto a esta cuenta desde la app de tu banco. Esta página se actualiza sola.',
    selected: 'Está seleccionado: cópialo con el teclado o mantenlo presionado.',
    checkPayee: 'Antes de confirmar, verifica que tu app muestre el destinatario y el monto de este pedido.',
    askedAmount: 'Tu app pide el monto: ingresa {{amount}}.',
  },
  boleto: {
    amount: 'Monto',
  },
  code: {
    title: 'Ingresa el código',
    text: 'Enviamos un código de {{digits}} dígitos a tu celular.',
    dial: 'Marca {{code}} en tu celular. Recibirás un código de {{digits}} dígitos: ingrésalo aquí.',
  },
};
