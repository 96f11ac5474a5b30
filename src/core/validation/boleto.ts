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

/** The 44 digits of a utility bill's bar code: its line without the digit at the end of each block of twelve. */
export const utilityBarcode = (line: string): string => line.replace(/(\d{11})\d/g, '$1');

/** Mod 11 as utility bills have it: a rest of 0 and 1 is written 0. */
function utilityMod11(digits: string): number {
  const rest = weightedSum(digits, 9) % 11;
  return rest < 2 ? 0 : 11 - rest;
}

/**
 * Four blocks that end with a digit of their own, and one digit, the fourth, over all the others. The third says which
 * sum they are made by: 6 and 7 mod 10, 8 and 9 mod 11.
 * @see Febraban, "Layout padrão de arrecadação/recebimento com utilização do código de barras"
 */
function hasUtilityDigits(line: string): boolean {
  const digitOf = /^\d\d[67]/.test(line) ? mod10 : utilityMod11;
  const barcode = utilityBarcode(line);
  return (
    [0, 12, 24, 36].every((at) => line[at + 11] === String(digitOf(line.slice(at, at + 11)))) &&
    barcode[3] === String(digitOf(barcode.slice(0, 3) + barcode.slice(4)))
  );
}

/**
 * Checks the digit line of a boleto: 47 digits with four check digits, or the 48 of a utility bill (they start with 8)
 * with five.
 */
export function validateBoleto(text: string): Validation {
  const line = stripPunctuation(text);
  return toValidation(
    (/^\d{47}$/.test(line) && hasCheckDigits(line)) ||
      (/^8\d[6-9]\d{45}$/.test(line) && hasUtilityDigits(line)),
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
