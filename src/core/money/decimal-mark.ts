/** Which mark begins the decimals of an amount in a language: of some places it is another one than in plain numbers. */
export const decimalMark = (locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' })
    .formatToParts(0)
    .find(({ type }) => type === 'decimal')?.value ?? '.';
