import { CheckoutError } from '../errors.js';
import { UNPRINTABLE } from '../printable.js';
import { crc16 } from './crc16.js';
import { addsToAmount, parseTlv, type TlvFields } from './tlv.js';

/** What a Pix code says, for a shopper to compare with what a bank will show. */
export interface BrCode {
  /** The key is in the code; or a URL the bank asks; or only the URL of a recurring payment. */
  readonly kind: 'static' | 'dynamic' | 'recurring';
  readonly merchantName: string;
  readonly merchantCity: string;
  /** Minor units of BRL; absent where the bank asks the URL, or the payer. */
  readonly amount?: number;
  /** Absent where the code holds the placeholder `***`. */
  readonly txid?: string;
  /** Pix key of a static code. */
  readonly key?: string;
  /** Where a dynamic code's charge is read, as the code has it: mostly without `https://`. */
  readonly url?: string;
  /** Where the terms of a recurring payment (Pix Automático) are read. */
  readonly recurrenceUrl?: string;
  /** The merchant's note on a static code. */
  readonly description?: string;
}

/** No code of the standard is longer. @see EMV QR Code Specification for Payment Systems, merchant-presented mode */
const MAX_LENGTH = 512;

const invalid = (reason: string): CheckoutError =>
  new CheckoutError({
    kind: 'api',
    code: 'pix_code_invalid',
    message: `The Pix code is not valid: ${reason}.`,
  });

function assert(condition: unknown, reason: string): asserts condition {
  if (!condition) throw invalid(reason);
}

/** The template of the id that is Pix's, of those the standard leaves to payment schemes. */
function pixTemplate(fields: TlvFields, ids: RegExp): TlvFields | undefined {
  const templates = [...fields]
    .filter(([id]) => ids.test(id))
    .map(([id, value]) => {
      const template = parseTlv(value);
      assert(template, `field ${id} is broken`);
      return template;
    })
    .filter((template) => template.get('00')?.toLowerCase() === 'br.gov.bcb.pix');
  assert(templates.length < 2, 'it names two Pix accounts');
  return templates[0];
}

/** A host with an optional path; the scheme is left out by rule, `https://` is seen in practice. */
function readUrl(value: string | undefined): string | undefined {
  assert(!value || /^(?:https:\/\/)?[^\s/:?#@\\]+(?::\d+)?(?:\/\S*)?$/i.test(value), 'its URL is wrong');
  return value || undefined;
}

function readText(fields: TlvFields, id: string, maxLength: number, name: string): string {
  const value = fields.get(id) ?? '';
  assert(value.trim() && [...value].length <= maxLength, `${name} is missing or too long`);
  return value;
}

/** Minor units of BRL, which has two decimals: the digits stand together, and no float comes in between. */
function readAmount(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, reais, cents = ''] = /^(?=.{1,13}$)(\d+)(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  assert(reais, 'its amount is wrong');
  return Number(reais + cents.padEnd(2, '0'));
}

/** Everything but the account: what each code must have, and that nothing is hidden in it. */
function readFields(text: string): TlvFields {
  assert([...text].length <= MAX_LENGTH, 'it is too long');
  assert(!UNPRINTABLE.test(text), 'it holds invisible characters');
  const [, sum] = /6304([\dA-F]{4})$/.exec(text) ?? [];
  assert(sum, 'it does not end with a CRC');
  assert(crc16(text.slice(0, -4)) === parseInt(sum, 16), 'its CRC is wrong');
  const fields = parseTlv(text);
  assert(fields, 'its fields are broken');
  assert(text.startsWith('000201') && [...fields.keys()].at(-1) === '63', 'its first or last field is wrong');
  assert(/^\d{4}$/.test(fields.get('52') ?? ''), 'its category is wrong');
  assert(!addsToAmount(fields), 'it adds a fee or a tip to the amount');
  assert(fields.get('53') === '986', 'its currency is not BRL');
  assert(fields.get('58') === 'BR', 'its country is not BR');
  return fields;
}

/**
 * Reads and checks a Pix "copia e cola" code (BR Code). The CRC must be four upper-case hex digits, as the standard
 * writes it; printable characters outside ASCII are accepted.
 * @throws CheckoutError `api` / `pix_code_invalid`; the message tells what is wrong
 * @see https://www.bcb.gov.br/estabilidadefinanceira/pix (Manual do BR Code)
 */
export function parseBrCode(text: string): BrCode {
  const fields = readFields(text);
  const account = pixTemplate(fields, /^(?:2[6-9]|[34]\d|5[01])$/);
  assert(account, 'it is not of Pix');
  const key = account.get('01');
  const url = readUrl(account.get('25'));
  const recurrenceUrl = readUrl(pixTemplate(fields, /^[89]\d$/)?.get('25'));
  const kind = key ? 'static' : url ? 'dynamic' : recurrenceUrl ? 'recurring' : undefined;
  assert(kind, 'it has neither key nor URL');

  const additional = parseTlv(fields.get('62') ?? '');
  assert(additional, 'field 62 is broken');
  const txid = additional.get('05');
  assert(kind !== 'static' || [...(txid ?? '')].length <= 25, 'its txid is too long');
  const amount = readAmount(fields.get('54'));
  const description = account.get('02');
  return {
    kind,
    merchantName: readText(fields, '59', 25, 'the merchant name'),
    merchantCity: readText(fields, '60', 15, 'the merchant city'),
    ...(amount !== undefined && { amount }),
    ...(txid && txid !== '***' && { txid }),
    ...(key && { key }),
    ...(url && { url }),
    ...(recurrenceUrl && { recurrenceUrl }),
    ...(description && { description }),
  };
}
