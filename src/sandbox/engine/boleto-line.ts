/**
 * The two printed forms of a bank slip: the barcode's 44 digits and the 47 digits a payer types ("linha digitável").
 * @see Febraban, "Layout padrão de arrecadação/recebimento com utilização do código de barras"
 */
export interface BoletoNumbers {
  readonly barcode: string;
  readonly line: string;
}

const DAY_MS = 86_400_000;
/** Day 0 of the due-date factor; at 9999 (21 February 2025) it began again at 1000. */
const FACTOR_BASE = Date.UTC(1997, 9, 7);
const FACTOR_CYCLE = 9000;
const MAX_CENTS = 9_999_999_999;

/** Weights 2, 1, 2, 1 … from the right, digits of each product added. */
export function mod10(digits: string): number {
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const product = Number(character) * (index % 2 ? 1 : 2);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** Weights 2 to 9 over and over from the right; 0, 10 and 11 become 1. */
export function mod11(digits: string): number {
  const sum = [...digits].reverse().reduce((total, character, index) => {
    return total + Number(character) * (2 + (index % 8));
  }, 0);
  const digit = 11 - (sum % 11);
  return digit > 9 ? 1 : digit;
}

/** Four digits that say the day a slip is due. */
export function dueDateFactor(dueAt: number): string {
  const days = Math.floor((dueAt - FACTOR_BASE) / DAY_MS);
  return String(days <= 9999 ? days : ((days - 1000) % FACTOR_CYCLE) + 1000).padStart(4, '0');
}

/**
 * Builds both forms for bank 999 (no real bank), so that a slip of the sandbox can never be paid anywhere.
 * @param cents up to R$ 99,999,999.99
 * @param free the bank's own 25 digits
 * @throws RangeError where a part has no room
 */
export function buildBoleto(cents: number, dueAt: number, free: string): BoletoNumbers {
  if (!Number.isSafeInteger(cents) || cents < 0 || cents > MAX_CENTS || !/^\d{25}$/.test(free)) {
    throw new RangeError('The amount or the free field does not fit a boleto.');
  }
  const bank = '9999'; // bank 999, currency 9 (real)
  const factorAndAmount = dueDateFactor(dueAt) + String(cents).padStart(10, '0');
  const check = String(mod11(bank + factorAndAmount + free));
  const fields = [bank + free.slice(0, 5), free.slice(5, 15), free.slice(15)];
  const line = fields.map((field) => field + String(mod10(field))).join('') + check + factorAndAmount;
  return { barcode: bank + check + factorAndAmount + free, line };
}
