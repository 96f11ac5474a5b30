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

/** How long an account number of a country is, in all. @see SWIFT, "IBAN Registry" */
const IBAN_LENGTHS: ReadonlySet<string> = new Set(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ' +
    'ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 ' +
    'LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 ' +
    'PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  ).split(' '),
);

/** @see ISO 13616: the country and its digits behind the rest, letters from 10 on, all of it 1 modulo 97 */
function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d\d[A-Z\d]+$/.test(text)) return false;
  if (!IBAN_LENGTHS.has(text.slice(0, 2) + String(text.length))) return false;
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
  ['routingnumber', isRoutingNumber],
]);

/** A name without what people write differently in it: `Routing number` and `routing_number` are `routingNumber`. */
export const plainKind = (kind: string): string =>
  kind
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const checkOf = (kind: string): ((text: string) => boolean) | undefined => CHECKS.get(plainKind(kind));

/**
 * An account number as banks take it, without spaces and dashes; `undefined` for one that cannot be right. A kind that
 * has no check of its own is kept as it is.
 */
export function readAccountNumber(kind: string, text: string): string | undefined {
  const check = checkOf(kind);
  if (!check) return text;
  const plain = text.replace(/[\s.-]/g, '').toUpperCase();
  return check(plain) ? plain : undefined;
}

/** The parts in which a number is read aloud; a text that is no long number is one part. */
export const groupsOf = (kind: string, value: string): readonly string[] =>
  (checkOf(kind) && plainKind(kind) !== 'bic') || /^\d{8,}$/.test(value)
    ? (value.match(plainKind(kind) === 'routingnumber' ? /.{1,3}/g : /.{1,4}/g) ?? [])
    : [value];
