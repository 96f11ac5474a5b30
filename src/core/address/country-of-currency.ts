/**
 * The country that a currency is of: its code begins with the country's. `undefined` for one that several countries share, or
 * that is used far beyond its own.
 * @param currency ISO 4217
 * @returns ISO 3166-1 alpha-2
 */
export const countryOfCurrency = (currency: string): string | undefined =>
  /^(?!USD|EUR|GBP|X)[A-Z]{3}$/.test(currency) ? currency.slice(0, 2) : undefined;
