import { applyMask } from './mask.js';
import { weightedSum } from './mod11.js';
import { stripPunctuation, toValidation, type Validation } from './validation.js';

/** Mod 10: the digits times 2, 1, 2 … from the right, the digits of each product added. */
function mod10(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const product = Number(digit) * (i % 2 ? 1 : 2);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** The 44 digits of the bar code that a line of 47 was cut from: its order, without the check digits of the fields. */
export function boletoBarcode(line: string): string {
  return line.slice(0, 4) + line.slice(32) + line.slice(4, 9) + line.slice(10, 20) + line.slice(21, 31);
}

/** Three fields that end with a digit of their own, and one digit over the bar code they were cut from. */
function hasCheckDigits(line: string): boolean {
  const fields = [line.slice(0, 9), line.slice(10, 20), line.slice(21, 31)] as const;
  const barcode = boletoBarcode(line);
  const rest = 11 - (weightedSum(barcode.slice(0, 4) + barcode.slice(5), 9) % 11);
  return (
    line[9] === String(mod10(fields[0])) &&
    line[20] === String(mod10(fields[1])) &&
    line[31] === String(mod10(fields[2])) &&
    line[32] === String(rest > 9 ? 1 : rest)
  );
}

/**
 * Checks the digit line of a boleto: 47 digits with four check digits. The 48 digits of a utility bill (they start
 * with 8) are taken by their length only.
 */
export function validateBoleto(text: string): Validation {
  const line = stripPunctuation(text);
  return toValidation(
    (/^\d{47}$/.test(line) && hasCheckDigits(line)) || /^8\d{47}$/.test(line),
    /^(?:\d{0,46}|8\d{46})$/.test(line),
  );
}

/** The digit line in the groups printed on a boleto; a utility bill's in four blocks of twelve. */
export function formatBoleto(text: string): string {
  const line = stripPunctuation(text);
  return applyMask(
    line,
    /^8/.test(line)
      ? '############ ############ ############ ############'
      : '#####.##### #####.###### #####.###### # ##############',
  );
}
