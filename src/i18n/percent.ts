/** A decimal string of percent as it is read: `1.99` is `1.99%`, with every decimal of it, in the figures of the locale. */
export const formatPercent = (rate: string, locale: string): string =>
  Number(rate).toLocaleString(locale, { style: 'unit', unit: 'percent', maximumFractionDigits: 20 });
