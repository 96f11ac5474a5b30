/** Luhn, read from a table of what a doubled digit adds. */
function byTen(digits: string): string {
  const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
  let sum = 0;
  for (let left = digits.length; left > 0; left--) {
    const digit = Number(digits.charAt(left - 1));
    sum += (digits.length - left) % 2 === 0 ? doubled[digit]! : digit;
  }
  return String(Math.ceil(sum / 10) * 10 - sum);
}

/** The digit that makes the sum with weight 1 a multiple of eleven; where that would be 10 or 11, zero. */
function byEleven(digits: string): string {
  let sum = 0;
  let weight = 2;
  for (const digit of [...digits].reverse()) {
    sum += Number(digit) * weight;
    weight = weight === 9 ? 2 : weight + 1;
  }
  for (let check = 0; check <= 9; check++) if ((sum + check) % 11 === 0) return String(check);
  return '0';
}

/**
 * A utility bill by the published layout, written apart from what reads it.
 * @param digits 43: the bar code without its fourth, the check digit of it all
 * @see Febraban, "Layout padrão de arrecadação/recebimento com utilização do código de barras"
 */
export function aUtilityBill(digits: string): { readonly line: string; readonly barcode: string } {
  const check = /^..[89]/.test(digits) ? byEleven : byTen;
  const barcode = digits.slice(0, 3) + check(digits) + digits.slice(3);
  const blocks = barcode.match(/.{11}/g) ?? [];
  return { barcode, line: blocks.map((block) => block + check(block)).join('') };
}
