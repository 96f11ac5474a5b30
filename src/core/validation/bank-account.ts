/** Whether the digits, each times its weight, add up to a multiple of ten; the weights begin anew at their end. */
const sumsToTen = (digits: string, weights: string): boolean =>
  [...digits].reduce((sum, digit, at) => sum + Number(digit) * Number(weights[at % weights.length]), 0) %
    10 ===
  0;

/** A check digit of zeros is right and says nothing. */
const isNumber = (text: string, length: number): boolean =>
  text.length === length && /^\d+$/.test(text) && /[^0]/.test(text);

/** Mexico: bank, place, account, and a digit over all of them. @see Banco de México, "CLABE" */
const isClabe = (text: string): boolean => isNumber(text, 18) && sumsToTen(text, '371');

/** United States. @see ABA routing transit number, check digit */
const isRoutingNumber = (text: string): boolean => isNumber(text, 9) && sumsToTen(text, '371');

/** Argentina, of a bank (CBU) or of a wallet (CVU): two blocks with a digit each. @see BCRA, "Clave Bancaria Uniforme" */
const isCbu = (text: string): boolean =>
  isNumber(text, 22) && sumsToTen(text.slice(0, 8), '71397131') && sumsToTen(text.slice(8), '39713971397131');

/** @see ISO 13616: the country and its digits behind the rest, letters from 10 on, all of it 1 modulo 97 */
function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d\d[A-Z\d]{11,30}$/.test(text)) return false;
  const turned = text.slice(4) + text.slice(0, 4);
  const digits = turned.replace(/[A-Z]/g, (letter) => String(parseInt(letter, 36)));
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** @see ISO 9362 */
const isBic = (text: string): boolean => /^[A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?$/.test(text);

/** Kinds of account numbers that say of themselves whether they are right. */
const CHECKS = new Map([
  ['clabe', isClabe],
  ['cvu', isCbu],
  ['cbu', isCbu],
  ['iban', isIban],
  ['bic', isBic],
  ['routingNumber', isRoutingNumber],
]);

/**
 * An account number as banks take it, without spaces and dashes; `undefined` for one that cannot be right. A kind that
 * has no check of its own is kept as it is.
 */
export function readAccountNumber(kind: string, text: string): string | undefined {
  const check = CHECKS.get(kind);
  if (!check) return text;
  const plain = text.replace(/[\s.-]/g, '').toUpperCase();
  return check(plain) ? plain : undefined;
}

/** The parts in which a number is read aloud; a text that is no long number is one part. */
export const groupsOf = (kind: string, value: string): readonly string[] =>
  (CHECKS.has(kind) && kind !== 'bic') || /^\d{8,}$/.test(value)
    ? (value.match(kind === 'routingNumber' ? /.{1,3}/g : /.{1,4}/g) ?? [])
    : [value];
