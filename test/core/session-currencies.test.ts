import { currencyOf } from '../../src/core/session/methods.js';
import { describe, expect, test } from 'vitest';
import { currenciesOf, methodIn } from '../../src/core/session/currencies.js';
import type { PaymentMethod } from '../../src/core/session/session.js';
import { aMethod, aSession } from '../support/fixtures.js';

const inCurrency = (id: string, type: string, currency?: string, label?: string): PaymentMethod =>
  aMethod(type, {
    id,
    ...(currency !== undefined && { currency, amount: 100 }),
    ...(label !== undefined && { label }),
  });

const OFFERED = [
  inCurrency('CARD:USD', 'card', 'USD'),
  inCurrency('CARD', 'card'),
  inCurrency('ETPAY', 'bank_redirect', undefined, 'ETpay'),
  inCurrency('WEBPAY', 'bank_redirect', undefined, 'Webpay'),
  inCurrency('ETPAY:USD', 'bank_redirect', 'USD', 'ETpay'),
  inCurrency('WEBPAY:USD', 'bank_redirect', 'USD', 'Webpay'),
  inCurrency('PIX:BRL', 'pix', 'BRL'),
];
const session = aSession({ currency: 'CLP', paymentMethods: OFFERED });
const methodOf = (id: string): PaymentMethod | undefined => OFFERED.find((method) => method.id === id);

describe('the currencies of a session', () => {
  test.each([
    ['its own first, each once', OFFERED, ['CLP', 'USD', 'BRL']],
    [
      'only those that can be paid in',
      OFFERED.filter(({ currency }) => currency !== undefined),
      ['USD', 'BRL'],
    ],
    ['its own alone', [inCurrency('CARD', 'card')], ['CLP']],
    ['its own by name', [inCurrency('CARD', 'card', 'CLP')], ['CLP']],
    ['none without a method', [], []],
  ])('are %s', (_what, paymentMethods, expected) => {
    expect(currenciesOf(aSession({ currency: 'CLP', paymentMethods }))).toEqual(expected);
  });

  test('a method without one of its own charges the session\u2019s', () => {
    expect(currencyOf(session, methodOf('CARD'))).toBe('CLP');
    expect(currencyOf(session, methodOf('PIX:BRL'))).toBe('BRL');
    expect(currencyOf(session, undefined)).toBe('CLP');
  });
});

describe('the method to go on with in another currency', () => {
  test.each([
    ['CARD', 'USD', 'CARD:USD', 'the same one'],
    ['WEBPAY', 'USD', 'WEBPAY:USD', 'the same bank'],
    ['WEBPAY:USD', 'CLP', 'WEBPAY', 'and back'],
    ['PIX:BRL', 'USD', 'CARD:USD', 'the first, where there is none of its kind'],
    ['CARD', 'BRL', 'PIX:BRL', 'the only one'],
    ['', 'USD', 'CARD:USD', 'the first, where nothing was picked'],
    ['CARD', 'EUR', undefined, 'none, in a currency that is not offered'],
  ])('from %j to %s is %j: %s', (now, currency, expected, _why) => {
    expect(methodIn(session, currency, methodOf(now))?.id).toBe(expected);
  });
});
