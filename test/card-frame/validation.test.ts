import { describe, expect, test } from 'vitest';
import { checkCardNumber } from '../../src/card-frame/frame/card-number.js';
import { checkExpiry, parseExpiry } from '../../src/card-frame/frame/expiry.js';

describe('a card number', () => {
  test.each([
    // Networks' and processors' published test numbers, one a brand.
    ['4242424242424242', undefined],
    ['4222222222222', 'cardNumberIncomplete'], // Visa’s old 13 digits are no longer issued
    ['5555555555554444', undefined],
    ['2223003122003222', undefined],
    ['378282246310005', undefined],
    ['36227206271667', undefined],
    ['6011111111111117', undefined],
    ['3566002020360505', undefined],
    ['6200000000000005', undefined],
    ['6200000000000006', undefined], // UnionPay: the check digit is not relied on
    ['6362970000457013', undefined],
    ['6062826786276634', undefined],
    ['9999999999999995', undefined], // no known brand, right check digit: the provider judges
    ['9999999999999999', 'cardNumberInvalid'],
    ['4242424242424241', 'cardNumberInvalid'],
    ['42424242424242424', 'cardNumberIncomplete'], // 17: on the way to Visa’s 18
    ['4242', 'cardNumberIncomplete'],
    ['5555555555554', 'cardNumberIncomplete'],
    ['55555555555544440', 'cardNumberInvalid'], // longer than a Mastercard
    ['', 'cardNumberRequired'],
  ])('%s: %s', (digits, error) => {
    expect(checkCardNumber(digits, [])).toBe(error);
  });

  test('of a brand the merchant does not take is refused, one of no known brand is not', () => {
    expect(checkCardNumber('5555555555554444', ['visa'])).toBe('brandNotAccepted');
    expect(checkCardNumber('4242424242424242', ['visa'])).toBeUndefined();
    expect(checkCardNumber('9999999999999995', ['visa'])).toBeUndefined();
  });

  test('is called wrong before it is called unwelcome', () => {
    expect(checkCardNumber('5555555555554445', ['visa'])).toBe('cardNumberInvalid');
  });
});

describe('an expiry', () => {
  const NOW = Date.UTC(2026, 10, 20, 12);

  test.each([
    ['11/26', undefined], // this month
    ['10/26', 'expiryPast'],
    ['12/26', undefined],
    ['01/27', undefined],
    ['01/2028', undefined],
    ['12/28', undefined],
    ['11/46', undefined], // twenty years
    ['12/46', 'expiryInvalid'],
    ['12/25', 'expiryPast'],
    ['12/1999', 'expiryPast'],
    ['13/27', 'expiryInvalid'],
    ['00/27', 'expiryInvalid'],
    ['12', 'expiryIncomplete'],
    ['12/', 'expiryIncomplete'],
    ['12/2', 'expiryIncomplete'],
    ['12/202', 'expiryIncomplete'],
    ['1', 'expiryIncomplete'],
    ['99', 'expiryIncomplete'], // 9/9…
    ['', 'expiryRequired'],
    [' ', 'expiryRequired'],
  ])('%j: %s', (text, error) => {
    expect(checkExpiry(text, NOW)).toBe(error);
  });

  test.each([
    [Date.UTC(2026, 11, 1, 11, 59), undefined], // still November west of the date line
    [Date.UTC(2026, 11, 1, 12, 1), 'expiryPast'],
  ])('is good to the end of its month everywhere on earth', (now, error) => {
    expect(checkExpiry('11/26', now)).toBe(error);
  });

  test('is read as a month and a year of four digits', () => {
    expect(parseExpiry('01/28')).toEqual({ month: 1, year: 2028 });
    expect(parseExpiry('12/2031')).toEqual({ month: 12, year: 2031 });
    expect(parseExpiry('13/31')).toBeUndefined();
  });
});
