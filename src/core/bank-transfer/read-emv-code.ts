import { toDecimalString } from '../money/to-decimal-string.js';
import { crc16 } from '../pix/crc16.js';
import { addsToAmount, parseTlv } from '../pix/tlv.js';
import { UNPRINTABLE } from '../printable.js';

/** What fits a code that a phone still reads from a screen. */
const MAX_LENGTH = 1_000;

/** ISO 4217 numbers of the currencies whose countries pay by such codes. */
const NUMBERS: Readonly<Record<string, string>> = {
  ARS: '032',
  BOB: '068',
  CLP: '152',
  COP: '170',
  MXN: '484',
  PEN: '604',
  PYG: '600',
  UYU: '858',
  BRL: '986',
  CAD: '124',
  CRC: '188',
  DOP: '214',
  EUR: '978',
  GTQ: '320',
  HNL: '340',
  NIO: '558',
  PAB: '590',
  USD: '840',
  VES: '928',
};

/** What a code says of itself. A code of a form nobody has published says nothing. */
export interface EmvCode {
  readonly payee?: string;
  /** Whether the amount is in the code; else the banking app asks for it. */
  readonly hasAmount: boolean;
}

/**
 * Reads a merchant's QR code of the EMV form, whatever the scheme; any other text is taken as it is.
 * @param due minor units that are to be paid, where it is known
 * @throws Error with the reason, for a code that must not be paid
 * @see EMV QR Code Specification for Payment Systems, merchant-presented mode
 */
export function readEmvCode(given: string, due: number | undefined, currency: string): EmvCode {
  const text = given.trim();
  if (!text || text.length > MAX_LENGTH || UNPRINTABLE.test(text)) throw new Error('it is no text to draw');
  if (!text.startsWith('000201')) {
    // What looks like such a code is not drawn as something else, with nothing checked.
    if (text.normalize('NFKC').replace(/\s/g, '').startsWith('000201'))
      throw new Error('it is written in other characters');
    return { hasAmount: false };
  }
  const [, sum = ''] = /6304([\dA-F]{4})$/i.exec(text) ?? [];
  if (crc16(text.slice(0, -4)) !== parseInt(sum, 16)) throw new Error('its CRC is wrong');
  const fields = parseTlv(text);
  if (!fields) throw new Error('its fields are broken');
  const said = fields.get('53');
  const known = NUMBERS[currency];
  if (said !== undefined && said !== known && (known ?? Object.values(NUMBERS).includes(said)))
    throw new Error('it is of another currency');
  if (addsToAmount(fields)) throw new Error('it adds a fee or a tip to the amount');
  const amount = fields.get('54');
  if (amount !== undefined && due !== undefined && plain(amount) !== plain(toDecimalString(due, currency)))
    throw new Error('it asks for another amount than the one to pay');
  const payee = fields.get('59')?.trim();
  return { hasAmount: amount !== undefined, ...(payee && { payee }) };
}

/** One amount has one form: `150.00`, `150.` and `0150` are `150`. What is no amount stays another one than any. */
const plain = (amount: string): string =>
  amount
    .replace(/^0+(?=\d)/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
