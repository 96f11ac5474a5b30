import { MOBILE_MONEY_COUNTRIES, normalizePhone } from '../core/validation/mobile-money.js';

/** ISO 3166-1 alpha-2 of the country whose wallets these are; the first we know where the names tell nothing. */
export function countryOfNetworks(networks: readonly string[]): string {
  const known = Object.entries(MOBILE_MONEY_COUNTRIES);
  const found = known.find(([, country]) => country.networks.some(({ id }) => networks.includes(id)));
  return (found ?? known[0])?.[0] ?? '';
}

/** A whole number as it is written at home, `077 123 4567`; anything else (a masked one) as it is. */
export function formatMobileNumber(text: string, country?: string): string {
  const local = normalizePhone(text, country)?.local;
  return local?.replace(/^(\d{3})(\d{3})(\d+)$/, '$1 $2 $3') ?? text;
}
