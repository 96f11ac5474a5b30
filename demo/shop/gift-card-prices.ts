import type { SessionForPage } from './session-for-page.js';
import type { Currency } from './settings.js';

export const GIFT_CARDS = ['breeze', 'wind', 'gale'] as const;
export type GiftCard = (typeof GIFT_CARDS)[number];

/** Minor units. */
export const GIFT_CARD_PRICES: Readonly<Record<GiftCard, Readonly<Record<Currency, number>>>> = {
  breeze: { BRL: 10_000, USD: 2_000, ZWG: 53_000, CLP: 20_000 },
  wind: { BRL: 25_000, USD: 5_000, ZWG: 134_000, CLP: 50_000 },
  gale: { BRL: 50_000, USD: 10_000, ZWG: 268_000, CLP: 100_000 },
};

/** What the single-page app gets for a gift card. */
export interface GiftCardOrder {
  readonly order: string;
  readonly session: SessionForPage;
}
