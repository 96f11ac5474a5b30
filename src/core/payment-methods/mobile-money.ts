import type { PaymentMethodRecord } from './record.js';

/** A wallet on the phone: the shopper approves there, with a PIN that is never typed here. */
export const mobileMoney: PaymentMethodRecord = {
  type: 'mobile_money',
  form: 'mobile_money',
  customerFields: [],
  detailNames: ['phone', 'network'],
  remedy: 'mobile_money: name its networks in the method.',
  isEligible: ({ networks }) => (networks?.length ?? 0) > 0,
};
