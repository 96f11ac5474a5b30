import type { Messages } from '../create-i18n.js';

/** Brazilian Portuguese; read by every Portuguese speaker. */
export const ptBR: Messages = {
  checkout: {
    label: 'Pagamento',
    loading: 'Carregando o pagamento…',
    ready: 'Tudo pronto para pagar.',
    shop: 'a loja',
    testMode: 'Modo de teste',
    testModeHint: 'Nenhum valor é cobrado.',
    details: 'Seus dados',
    cancel: 'Cancelar e voltar para {{merchant}}',
    canceling: 'Cancelando…',
    another: 'Pagar de outra forma',
    action: 'Falta um passo para concluir o pagamento.',
    partFailed: 'Parte desta página não carregou. Verifique sua conexão e tente de novo.',
    retry: 'Tentar de novo',
  },
  picker: {
    legend: 'Forma de pagamento',
    charged: 'Você paga {{amount}}',
    rate: 'Câmbio {{rate}}',
  },
  method: {
    card: 'Cartão',
    pix: 'Pix',
    boleto: 'Boleto',
    mobile_money: 'Dinheiro móvel',
    bank_redirect: 'Banco on-line',
    zimswitch: 'Zimswitch',
  },
  hint: {
    pix: 'Escaneie ou copie o código e pague no app do seu banco',
    boleto: 'Pague no banco ou no app; compensação em até 3 dias úteis',
    mobile_money: '{{networks}}: aprove no celular',
    bank_redirect: 'Você continua na página do seu banco',
    zimswitch: 'Você continua na página da Zimswitch',
  },
  summary: {
    title: 'Resumo do pedido',
    pay: 'Pagar a {{merchant}}',
    donate: 'Doar para {{merchant}}',
    book: 'Reservar com {{merchant}}',
    quantity: 'Qtd. {{quantity}}',
    each: '{{amount}} cada',
    subtotal: 'Subtotal',
    discount: 'Desconto',
    shipping: 'Frete',
    tax: 'Impostos',
    total: 'Total',
    paid: 'Já pago',
    due: 'Valor a pagar',
  },
  pay: {
    pay: 'Pagar {{amount}}',
    donate: 'Doar {{amount}}',
    book: 'Reservar por {{amount}}',
    busy: 'Processando…',
    to: 'Para {{merchant}}',
    toBy: 'Para {{merchant}} · {{method}}',
  },
  error: {
    required: 'Preencha este campo.',
    method: 'Escolha como quer pagar.',
  },
  failure: {
    declined: 'O pagamento não foi aprovado. Nada foi cobrado. Tente de novo ou pague de outra forma.',
    insufficient_funds:
      'Não havia saldo suficiente para este pagamento. Nada foi cobrado. Tente de novo ou pague de outra forma.',
    expired_card: 'O cartão está vencido. Nada foi cobrado. Use outro cartão ou pague de outra forma.',
    authentication_failed:
      'Seu banco não conseguiu confirmar que é você. Nada foi cobrado. Tente de novo ou pague de outra forma.',
    canceled_by_payer: 'O pagamento foi cancelado. Nada foi cobrado.',
    wrong_pin: 'A senha não confere. Nada foi cobrado. Você pode tentar de novo.',
    limit_exceeded: 'Este pagamento passa do seu limite. Nada foi cobrado. Pague de outra forma.',
    payer_not_found: 'Este número não tem conta nessa rede. Nada foi cobrado. Confira o número e a rede.',
    payment_timeout: 'O pagamento não foi aprovado a tempo. Nada foi cobrado. Você pode tentar de novo.',
    processing_error: 'Não foi possível processar o pagamento. Nada foi cobrado. Você pode tentar de novo.',
    invalid_request: 'Alguns dados não foram aceitos. Nada foi cobrado. Confira e tente de novo.',
    busy: 'O serviço de pagamento está ocupado. Aguarde um momento e tente de novo.',
    offline: 'Você está sem conexão e nada foi enviado. Verifique a internet e tente de novo.',
    card_frame_failed:
      'O formulário seguro do cartão não respondeu e nada foi enviado. Tente de novo ou pague de outra forma.',
  },
  unavailable: {
    generic: {
      title: 'Não foi possível carregar o pagamento',
      text: 'Tente de novo em instantes. Se continuar acontecendo, volte para a loja.',
    },
    token: {
      title: 'Este pagamento não é válido',
      text: 'Volte para a loja e comece o pagamento de novo.',
    },
    expired: {
      title: 'Este pagamento expirou',
      text: 'Volte para a loja e comece o pagamento de novo.',
    },
    setup: {
      title: 'Este pagamento não está configurado corretamente',
      text: 'A culpa não é sua. Avise a loja para que ela possa corrigir.',
    },
    duplicate: {
      title: 'Este pagamento está aberto duas vezes',
      text: 'O mesmo pagamento já está nesta página. Use o outro.',
    },
    offline: {
      title: 'Você está sem conexão',
      text: 'Verifique a internet e tente de novo.',
    },
    network: {
      title: 'O serviço de pagamento não responde',
      text: 'Verifique sua conexão e tente de novo.',
    },
    answer: {
      title: 'O serviço de pagamento está com problemas',
      text: 'Tente de novo em instantes. Se continuar acontecendo, volte para a loja.',
    },
    methods: {
      title: 'Ainda não há como pagar aqui',
      text: 'Nenhuma forma de pagamento deste pedido pode ser exibida. Avise a loja.',
    },
  },
  result: {
    succeeded: {
      title: 'Pagamento recebido',
      text: 'Obrigado! Seu pagamento para {{merchant}} foi concluído.',
    },
    processing: {
      title: 'Seu pagamento está sendo processado',
      text: 'Esta página se atualiza sozinha. Não é preciso pagar de novo.',
    },
    unknown: {
      title: 'Estamos confirmando seu pagamento',
      text: 'Por favor, não pague de novo. A conexão foi interrompida e estamos verificando o que aconteceu com seu pagamento.',
    },
    gaveUp: {
      title: 'Ainda não conseguimos confirmar seu pagamento',
      text: 'Por favor, não pague de novo: seu pagamento pode ter sido feito. Fale com {{merchant}} e informe esta referência. Continuamos verificando.',
    },
    expired: {
      title: 'Este pagamento expirou',
      text: 'O prazo para pagar este pedido acabou. Volte para {{merchant}} e comece de novo.',
    },
    refreshable: {
      title: 'Este pagamento expirou',
      text: 'O prazo para pagar este pedido acabou. Você pode começar de novo aqui mesmo.',
    },
    canceled: {
      title: 'Pagamento cancelado',
      text: 'Nada foi cobrado.',
    },
    locked: {
      title: 'Não foi possível concluir este pagamento',
      text: 'Nada foi cobrado, e não é mais possível tentar pagar este pedido aqui.',
    },
    amount: 'Valor',
    method: 'Forma de pagamento',
    reference: 'Referência',
    errorCode: 'Código do erro',
    returning: 'Levando você de volta para {{merchant}}…',
    stalled: 'Está demorando mais que o normal. Use o botão, por favor.',
    continue: 'Continuar para {{merchant}}',
    back: 'Voltar para {{merchant}}',
    backIn: 'Levando você de volta para {{merchant}} em {{seconds}} s.',
    stay: 'Ficar nesta página',
    restart: 'Começar de novo',
    contact: 'Falar com {{merchant}}',
  },
};
