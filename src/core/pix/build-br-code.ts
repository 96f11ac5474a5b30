import { CheckoutError } from '../errors.js';
import { toDecimalString } from '../money/to-decimal-string.js';
import { UNPRINTABLE } from '../printable.js';
import { crc16 } from './crc16.js';
import { formatTlv } from './tlv.js';

/** What a Pix code is made of: a `key` for a static code, or a `url` for a dynamic one that is paid once. */
export type BrCodeInput = ({ readonly key: string } | { readonly url: string }) & {
  readonly merchantName: string;
  readonly merchantCity: string;
  /** Minor units of BRL. */
  readonly amountMinor?: number;
  /** Up to 25 letters and digits. */
  readonly txid?: string;
};

function assert(condition: unknown, reason: string): asserts condition {
  if (!condition) throw new CheckoutError({ kind: 'integration', code: 'pix_data_invalid', message: reason });
}

/** A name as bank apps show it: without accents and invisible characters, and cut to its field. */
function toField(text: string, maxLength: number, name: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(new RegExp(UNPRINTABLE, 'gu'), ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const field = [...plain].slice(0, maxLength).join('').trim();
  assert(field, `The ${name} is empty.`);
  return field;
}

/**
 * A Pix "copia e cola" code with its CRC.
 * @throws CheckoutError `integration` / `pix_data_invalid` where a part has no room or no legal form in the code
 */
export function buildBrCode(input: BrCodeInput): string {
  const { merchantName, merchantCity, amountMinor, txid = '***' } = input;
  const isStatic = 'key' in input;
  const account = isStatic ? input.key : input.url.replace(/^https:\/\//i, '');
  // 99 characters of the field less the scheme's name and the two heads.
  assert(/^\S{1,77}$/.test(account) && !UNPRINTABLE.test(account), 'The key or URL does not fit a Pix code.');
  assert(/^(?:[A-Za-z\d]{1,25}|\*{3})$/.test(txid), 'The txid is not of 1 to 25 letters and digits.');
  const amount = amountMinor === undefined ? '' : toDecimalString(amountMinor, 'BRL');
  assert(/^(?:\d{1,10}\.\d\d)?$/.test(amount), 'The amount does not fit a Pix code.');
  const body = [
    formatTlv('00', '01'),
    isStatic ? '' : formatTlv('01', '12'),
    formatTlv('26', formatTlv('00', 'br.gov.bcb.pix') + formatTlv(isStatic ? '01' : '25', account)),
    formatTlv('52', '0000'),
    formatTlv('53', '986'),
    amount && formatTlv('54', amount),
    formatTlv('58', 'BR'),
    formatTlv('59', toField(merchantName, 25, 'merchant name')),
    formatTlv('60', toField(merchantCity, 15, 'merchant city')),
    formatTlv('62', formatTlv('05', txid)),
    '6304',
  ].join('');
  return body + crc16(body).toString(16).toUpperCase().padStart(4, '0');
}
