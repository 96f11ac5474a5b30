import { describe, expect, test } from 'vitest';
import {
  METHOD_TYPES,
  methodRecord,
  missingFields,
  supportedSession,
} from '../../src/core/payment-methods/index.js';
import type { Customer, CustomerField, PaymentMethod } from '../../src/core/session/session.js';
import { aMethod, aSession } from '../support/fixtures.js';

const frame = { name: 'sandbox', frameUrl: 'https://pay.example/card-frame/index.html' };

describe('which methods are shown', () => {
  test.each<[string, PaymentMethod, string, boolean]>([
    ['a card with its frame', aMethod('card', { tokenizer: frame }), 'BRL', true],
    ['a card without anywhere to type it', aMethod('card'), 'BRL', false],
    [
      'a card whose frame is not https',
      aMethod('card', { tokenizer: { name: 'x', frameUrl: 'http://pay.example/' } }),
      'BRL',
      false,
    ],
    ['Pix in reais', aMethod('pix'), 'BRL', true],
    ['Pix in dollars', aMethod('pix'), 'USD', false],
    [
      'Pix charged in reais on a dollar session',
      aMethod('pix', { currency: 'BRL', amount: 7_500_000 }),
      'USD',
      true,
    ],
    [
      'a method in another currency that names no amount',
      aMethod('zimswitch', { currency: 'ZWG' }),
      'USD',
      false,
    ],
    ['boleto in reais', aMethod('boleto'), 'BRL', true],
    ['mobile money with a network', aMethod('mobile_money', { networks: ['ecocash'] }), 'USD', true],
    ['mobile money of no network', aMethod('mobile_money'), 'USD', false],
    ['a bank’s page', aMethod('bank_redirect'), 'CLP', true],
    ['a bank transfer', aMethod('bank_transfer'), 'MXN', true],
    [
      'a type nobody knows, that is marked as a redirect',
      aMethod('open_banking', { flow: 'redirect' }),
      'EUR',
      true,
    ],
    ['Zimswitch', aMethod('zimswitch'), 'ZWG', true],
    ['a type nobody knows', aMethod('barter'), 'BRL', false],
    ['a type named like a member of every object', aMethod('constructor'), 'BRL', false],
  ])('%s', (_name, method, currency, shown) => {
    const { paymentMethods, omittedMethodTypes } = supportedSession(
      aSession({ currency, paymentMethods: [method] }),
    );
    expect(paymentMethods.length === 1).toBe(shown);
    expect(omittedMethodTypes).toEqual(shown ? [] : [method.type]);
  });

  test('what is left out because its session says too little of it is told with what to say', () => {
    const paymentMethods = [aMethod('barter'), aMethod('mobile_money')];
    expect(supportedSession(aSession({ currency: 'USD', paymentMethods })).omission).toMatchObject({
      message: expect.stringContaining('barter, mobile_money') as string,
      hint: expect.stringMatching(/name its networks in the method/) as string,
    });
    expect(
      supportedSession(aSession({ paymentMethods: [aMethod('barter')] })).omission,
      'a type that nobody knows',
    ).toBeUndefined();
  });

  test('the merchant’s own card frame is used only where the session names none', () => {
    const own = 'https://frame.shop.example/';
    const first = supportedSession(aSession({ paymentMethods: [aMethod('card')] }), own);
    // A name of its own would be one that no card frame knows.
    expect(first.paymentMethods[0]?.tokenizer).toEqual({ name: 'sandbox', frameUrl: own });
    const second = supportedSession(
      aSession({ paymentMethods: [aMethod('card', { tokenizer: frame })] }),
      own,
    );
    expect(second.paymentMethods[0]?.tokenizer?.frameUrl).toBe(frame.frameUrl);
  });

  test.each(METHOD_TYPES)('%s has a record under its own name', (type) => {
    expect(methodRecord(type)?.type).toBe(type);
  });
});

describe('what is asked of the shopper', () => {
  test.each<[string, CustomerField[], string[], Customer, string[]]>([
    ['nothing', [], [], {}, []],
    ['what the session requires', ['email'], [], {}, ['email']],
    ['what the method requires on top', ['email'], ['document'], {}, ['email', 'document']],
    ['nothing twice', ['email'], ['email'], {}, ['email']],
    ['nothing that is known', ['email', 'phone'], [], { email: 'a@b.co' }, ['phone']],
    ['no name where its parts are known', ['name'], [], { firstName: 'Ana', lastName: 'Lima' }, []],
    ['no parts where the whole name is known', ['firstName', 'lastName'], [], { name: 'Ana Lima' }, []],
    [
      'the parts and not the whole where both are wanted',
      ['name', 'firstName', 'lastName'],
      [],
      {},
      ['firstName', 'lastName'],
    ],
    ['no address that is known', ['address'], [], { address: { line1: 'Rua A', city: 'Recife' } }, []],
    ['an address that is known only in part', ['address'], [], { address: { city: 'Recife' } }, ['address']],
    ['nothing for a word nobody knows', [], ['shoeSize'], {}, []],
  ])('%s', (_name, sessionFields, methodFields, customer, expected) => {
    const method = aMethod('pix', { requiredFields: methodFields });
    expect(missingFields(aSession({ requiredFields: sessionFields, customer }), method)).toEqual(expected);
  });

  test('a boleto is issued to somebody, whatever the session lists', () => {
    expect(missingFields(aSession(), aMethod('boleto'))).toEqual(['name', 'document']);
  });
});
