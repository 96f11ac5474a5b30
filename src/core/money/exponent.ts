/**
 * ISO 4217 currencies whose minor unit is not a hundredth.
 * @see https://www.six-group.com/en/products-services/financial-information/data-standards.html (list one)
 */
const EXCEPTIONS = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
] as const;

const exponents = new Map<string, number>(
  EXCEPTIONS.flatMap(([exponent, codes]) => codes.split(' ').map((code) => [code, exponent] as const)),
);

/**
 * How many decimals a currency's minor unit stands for: 2 for BRL (cents), 0 for CLP, 3 for KWD; 2 for a code not
 * listed. Never taken from `Intl`, which says 0 for COP, HUF and IDR in some engines and 2 in others.
 *
 * USDC and USDT are 2 as well. No provider document tells their minor unit: Conomy writes "the smallest currency
 * unit" and lists them beside the dollar they stand for, whose cents are meant here, not the 6 decimals of a ledger.
 */
export function minorUnitExponent(currency: string): number {
  // In any case of letters: a `jpy` mistaken for two decimals would be wrong a hundredfold.
  return exponents.get(currency.toUpperCase()) ?? 2;
}
