import { describe, expect, test } from 'vitest';
import { returnAddress } from '../../src/core/return-address.js';

describe('the address to come back to', () => {
  test.each([
    ['https://shop.example/pay', 'https://shop.example/pay'],
    ['https://shop.example/pay?id=1&b=%20+', 'https://shop.example/pay?id=1&b=%20+'],
    ['https://shop.example/pay?id=1#step?payment_intent=pi_1', 'https://shop.example/pay?id=1'],
    // As Stripe writes it, alone and behind the shop's own.
    [
      'https://shop.example/pay?payment_intent=pi_1&payment_intent_client_secret=pi_1_secret_2&redirect_status=failed',
      'https://shop.example/pay',
    ],
    [
      'https://shop.example/pay?id=1&payment_intent=pi_1&payment_intent_client_secret=pi_1_secret_2&redirect_status=succeeded#top',
      'https://shop.example/pay?id=1',
    ],
    // In any place, and more than once.
    [
      'https://shop.example/pay?payment_intent=pi_1&id=1&redirect_status=failed&b=2&payment_intent_client_secret=s',
      'https://shop.example/pay?id=1&b=2',
    ],
    [
      'https://shop.example/pay?redirect_status=failed&redirect_status=succeeded&id=1',
      'https://shop.example/pay?id=1',
    ],
    ['https://shop.example/pay?payment_intent=&id=1', 'https://shop.example/pay?id=1'],
    // The shop's own, by a name that is like it.
    [
      'https://shop.example/pay?payment_intents=2&my_payment_intent=3',
      'https://shop.example/pay?payment_intents=2&my_payment_intent=3',
    ],
    ['https://shop.example/payment_intent=1?id=1', 'https://shop.example/payment_intent=1?id=1'],
  ])('of %s', (page, address) => {
    expect(returnAddress(page)).toBe(address);
  });
});
