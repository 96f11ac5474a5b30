import { CheckoutError } from '../errors.js';
import { boletoBarcode, validateBoleto } from '../validation/boleto.js';
import { stripPunctuation } from '../validation/validation.js';

/** A boleto that may be shown: what is typed at a bank, and what is scanned there. */
export interface Boleto {
  /** The digits alone: 47, or the 48 of a utility bill. */
  readonly line: string;
  /** 44 digits; absent for a utility bill, whose bar code its line does not tell us. */
  readonly barcode?: string;
}

const invalid = (reason: string): CheckoutError =>
  new CheckoutError({
    kind: 'api',
    code: 'boleto_line_invalid',
    message: `The boleto is not valid: ${reason}.`,
  });

/**
 * Reads what the API sent of a boleto. A bar code that is not of digits (a picture, an address) is left aside: the line
 * says the same. The last ten digits are the sum in cents; zeros leave it to the payer, or to the bank.
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
  if (line.length > 47) return { line };
  const barcode = boletoBarcode(line);
  const scanned = stripPunctuation(given);
  if (/^\d+$/.test(scanned) && scanned !== barcode) throw invalid('its bar code is not the one of its line');
  const value = Number(line.slice(-10));
  if (value !== 0 && due !== undefined && value !== due)
    throw invalid('it asks for another amount than the one to pay');
  return { line, barcode };
}
