import { chosenMethods, type Method, type Scenario, type Settings } from './settings.js';

/** Something the panel offers to copy into the checkout. */
export interface Hint {
  readonly value: string;
  readonly note: string;
}

const CARDS: Readonly<Partial<Record<Scenario, readonly Hint[]>>> = {
  decline: [
    { value: '4000 0000 0000 0002', note: 'Card is declined' },
    { value: '4000 0000 0000 9995', note: 'Not enough money' },
    { value: '4000 0000 0000 0119', note: 'The bank has an error' },
  ],
  '3ds': [
    { value: '4000 0025 0000 3155', note: 'The bank asks in the page' },
    { value: '4000 0027 6000 3184', note: 'The bank asks on its own page' },
    { value: '4000 0000 0000 3055', note: 'The bank asks nothing' },
    { value: '4000 0084 0000 1629', note: 'The bank is not convinced' },
    { value: '4000 0000 0000 3097', note: 'The bank never answers: over after 10 s' },
    { value: '4000 0000 0000 3063', note: 'Cannot be stopped once the bank asks' },
  ],
};

const PHONES: Readonly<Partial<Record<Scenario, readonly Hint[]>>> = {
  decline: [
    { value: '0774444444', note: 'EcoCash, not enough money' },
    { value: '0713333333', note: 'OneMoney, cancelled on the phone' },
    { value: '0771000001', note: 'EcoCash, wrong PIN' },
    { value: '0771000003', note: 'EcoCash, no wallet with this number' },
  ],
  slow: [{ value: '0772222222', note: 'EcoCash, approved after 30 s' }],
};

const APPROVED: Readonly<Partial<Record<Method, readonly Hint[]>>> = {
  card: [{ value: '4242 4242 4242 4242', note: 'Card is approved' }],
  mobile_money: [
    { value: '0771111111', note: 'EcoCash, approved after 5 s' },
    { value: '0711234567', note: 'OneMoney, waits for the phone: PIN 1234' },
    { value: '0771000006', note: 'EcoCash, a code for the wallet’s app' },
  ],
};

const IN_BRAZIL: Hint = { value: '529.982.247-25', note: 'A CPF that adds up' };

/** What to type so that the scenario happens. */
export function hintsFor(settings: Settings): readonly Hint[] {
  const { scenario, currency } = settings;
  if (scenario === 'expired' || scenario === 'down') return [];
  const hints = chosenMethods(settings).flatMap((method) => {
    const special =
      method === 'card' ? CARDS[scenario] : method === 'mobile_money' ? PHONES[scenario] : undefined;
    return special ?? (scenario === 'normal' || scenario === 'slow' ? (APPROVED[method] ?? []) : []);
  });
  return currency === 'BRL' ? [...hints, IN_BRAZIL] : hints;
}

/** What each scenario does, in a sentence. */
export const SCENARIO_NOTES: Readonly<Record<Scenario, string>> = {
  normal: 'Everything works. Any date to come, any security code.',
  decline: 'The session stays open and can be tried again, five times.',
  '3ds': 'The bank asks whether it is really you: approve it there, or refuse.',
  slow: 'Every answer of the API takes three seconds.',
  expired: 'The session ends as soon as it is made.',
  down: 'Nothing listens at the API’s address.',
};
