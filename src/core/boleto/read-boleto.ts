import { CheckoutError } from '../errors.js';
import { boletoBarcode, utilityBarcode, validateBoleto } from '../validation/boleto.js';
import { stripPunctuation } from '../validation/validation.js';

/** A boleto that may be shown: what is typed at a bank, and what is scanned there. */
export interface Boleto {
  /** The digits alone: 47, or the 48 of a utility bill. */
  readonly line: string;
  /** 44 digits. */
  readonly barcode: string;
}

const invalid = (reason: string): CheckoutError =>
  new CheckoutError({
    kind: 'api',
    code: 'boleto_line_invalid',
    message: `The boleto is not valid: ${reason}.`,
  });

/** The sum in cents: the last ten digits of a bank's, eleven of a utility's unless it counts in something else. */
const valueOf = (line: string, barcode: string): number =>
  line.length === 47 ? Number(line.slice(-10)) : /^\d\d[68]/.test(barcode) ? Number(barcode.slice(4, 15)) : 0;

/**
 * Reads what the API sent of a boleto. A bar code that is not of digits (a picture, an address) is left aside: the line
 * says the same. A sum of zeros leaves it to the payer, or to the bank.
 * @param due minor units of BRL that are to be paid, where it is known
 * @throws CheckoutError `api` / `boleto_line_invalid`; the message tells what is wrong
 * @see Febraban, "Layout padrão de arrecadação/recebimento com utilização do código de barras"
 */
export function readBoleto(
  { line: text, barcode: given = '' }: { readonly line: string; readonly barcode?: string | undefined },
  due?: number,
): Boleto {
  const line = stripPunctuation(text);
  if (!validateBoleto(line).isValid) throw invalid('a check digit of its line is wrong');
  const isUtility = line.length === 48;
  if (!isUtility && line.startsWith('000')) throw invalid('it is of no bank');
  if (!isUtility && line[3] !== '9') throw invalid('it is not in reais');
  const barcode = isUtility ? utilityBarcode(line) : boletoBarcode(line);
  const scanned = stripPunctuation(given);
  if (/^\d+$/.test(scanned) && scanned !== barcode) throw invalid('its bar code is not the one of its line');
  const value = valueOf(line, barcode);
  if (value !== 0 && due !== undefined && value !== due)
    throw invalid('it asks for another amount than the one to pay');
  return { line, barcode };
}
