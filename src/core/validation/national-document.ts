import { stripPunctuation } from './validation.js';

/** A kind of document by the code that Conomy uses for it. */
export interface DocumentRule {
  readonly pattern: RegExp;
  /** Whether the check digit fits, where the issuer has published how it is made. */
  readonly isChecked?: (value: string) => boolean;
  /** A number that has the right form. */
  readonly example: string;
}

/** Σ digit × weight, each from the left. */
const weigh = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + Number(digits[at]) * weight, 0);

/** Chile: weights 2 to 7 from the right, over and over; 11 is written 0, and 10 is `K`. */
function isRut(value: string): boolean {
  const body = value.slice(0, -1);
  const sum = [...body].reverse().reduce((total, digit, at) => total + Number(digit) * (2 + (at % 6)), 0);
  return '0K987654321'.charAt(sum % 11) === value.slice(-1);
}

const TAX_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
/** Argentina and Peru: eleven digits, the last so that the weighted sum is a multiple of 11. */
const isElevenDigits =
  (ten: string, eleven: string) =>
  (value: string): boolean => {
    const digit = 11 - (weigh(value, TAX_WEIGHTS) % 11);
    return (digit === 11 ? eleven : digit === 10 ? ten : String(digit)) === value.slice(-1);
  };

const NIT_WEIGHTS = [41, 37, 29, 23, 19, 17, 13, 7, 3];
/** Colombia: a company's nine digits begin with 8 or 9; the tenth is their check digit, and may be left out. */
function isNit(value: string): boolean {
  if (!/^[89]\d{9}$/.test(value)) return true;
  const rest = weigh(value, NIT_WEIGHTS) % 11;
  return String(rest < 2 ? rest : 11 - rest) === value.slice(-1);
}

const CURP_LETTERS = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';
/** Mexico: the last digit by weights 18 to 2, modulo 10. */
function isCurp(value: string): boolean {
  const sum = [...value.slice(0, 17)].reduce(
    (total, letter, at) => total + CURP_LETTERS.indexOf(letter) * (18 - at),
    0,
  );
  return String((10 - (sum % 10)) % 10) === value.slice(-1);
}

const isArgentine = isElevenDigits('9', '0');

/** What is published of each: more than that is the provider's to judge. */
export const DOCUMENT_RULES: ReadonlyMap<string, DocumentRule> = new Map([
  ['RUT', { pattern: /^\d{6,8}[\dK]$/, isChecked: isRut, example: '7.654.321-6' }],
  ['CUIT', { pattern: /^\d{11}$/, isChecked: isArgentine, example: '20-12345678-6' }],
  ['CUIL', { pattern: /^\d{11}$/, isChecked: isArgentine, example: '20-12345678-6' }],
  ['RUC', { pattern: /^\d{11}$/, isChecked: isElevenDigits('0', '1'), example: '20131312955' }],
  ['NIT', { pattern: /^\d{8,11}$/, isChecked: isNit, example: '800.197.268-4' }],
  [
    'CURP',
    {
      pattern: /^[A-Z]{4}\d{6}[HMX][A-Z]{5}[\dA-Z]\d$/,
      isChecked: isCurp,
      example: 'HEGG560427MVZRRL04',
    },
  ],
  ['RFC', { pattern: /^[A-ZÑ&]{3,4}\d{6}[\dA-Z]{3}$/, example: 'GODE561231GR8' }],
  ['DNI', { pattern: /^\d{7,8}$/, example: '12345678' }],
  ['CE', { pattern: /^[\dA-Z]{8,12}$/, example: '001234567' }],
  ['CED_CIU', { pattern: /^\d{6,10}$/, example: '1020304050' }],
  ['CED_EXT', { pattern: /^\d{5,10}$/, example: '345678' }],
  ['PASSPORT', { pattern: /^[\dA-Z]{5,15}$/, example: 'AB123456' }],
]);

/** A document as APIs want it: upper case, without punctuation. */
export const normalizeNationalDocument = (text: string): string => stripPunctuation(text).toUpperCase();

/** Names what is wrong with a document of a kind: its form, or its check digit. Of a kind without a rule nothing is. */
export function nationalDocumentError(text: string, type: string): 'form' | 'digit' | undefined {
  const rule = DOCUMENT_RULES.get(type);
  const value = normalizeNationalDocument(text);
  if (!rule) return undefined;
  if (!rule.pattern.test(value)) return 'form';
  return rule.isChecked?.(value) === false ? 'digit' : undefined;
}
