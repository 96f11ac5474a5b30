import type { SomeMessages } from '../create-i18n.js';

/** The words of forms and failed tries, as `en-ZW.ts` has those of the first screen. */
export const enZWMore: SomeMessages = {
  error: {
    phone: 'Enter the full phone number, such as 077 212 3456.',
    mobile: 'Enter the mobile number of your EcoCash or other wallet, such as {{example}}.',
    wallet:
      'This number is not registered for mobile money with this network. Check the number and the network.',
    network: 'Choose the network of your wallet, such as EcoCash.',
  },
  failure: {
    insufficient_funds_mobile_money:
      'There was not enough money in this wallet. You have not been charged. Cash in and try again, or use another number.',
    wrong_pin: 'The wallet PIN was not right. You have not been charged. You can try again.',
    payer_not_found:
      'This number is not registered with that network. You have not been charged. Check the number and the network.',
  },
  fields: {
    phone: 'Cell number',
    phoneHint: 'Such as 077 212 3456',
    document: 'ID number',
  },
  phone: {
    number: 'Cell number of your wallet',
    hint: 'The number your wallet is registered on. Your PIN is only asked on your phone.',
    step2: 'Open the pop-up from {{network}}',
    step3: 'Enter your wallet PIN there, such as your EcoCash PIN',
    dial: 'No pop-up on your phone? Dial {{code}} and approve there.',
  },
};
