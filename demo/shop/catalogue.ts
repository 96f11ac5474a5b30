import type { Currency } from './settings.js';
import type { WordKey } from './words.js';

export const PRODUCT_IDS = ['andorinha', 'albatroz', 'caixote', 'biruta'] as const;
export type ProductId = (typeof PRODUCT_IDS)[number];

/** Anything that can stand on an order; `id` is its picture's name too. */
export interface Item {
  readonly id: string;
  readonly name: string;
}

export interface Product extends Item {
  readonly id: ProductId;
  readonly kind: WordKey;
  readonly line: WordKey;
  /** Kilometres per hour. */
  readonly wind: readonly [from: number, to: number];
  /** Minor units. A price list, not an exchange rate: every market has round prices of its own. */
  readonly price: Readonly<Record<Currency, number>>;
}

export const PRODUCTS: readonly Product[] = [
  {
    id: 'andorinha',
    name: 'Andorinha',
    kind: 'kind.diamond',
    line: 'line.andorinha',
    wind: [8, 25],
    price: { BRL: 18_900, USD: 3_800, ZWG: 101_500, CLP: 35_900 },
  },
  {
    id: 'albatroz',
    name: 'Albatroz',
    kind: 'kind.delta',
    line: 'line.albatroz',
    wind: [6, 30],
    price: { BRL: 34_900, USD: 6_900, ZWG: 184_000, CLP: 64_900 },
  },
  {
    id: 'caixote',
    name: 'Caixote',
    kind: 'kind.box',
    line: 'line.caixote',
    wind: [15, 40],
    price: { BRL: 27_900, USD: 5_500, ZWG: 147_000, CLP: 52_900 },
  },
  {
    id: 'biruta',
    name: 'Biruta',
    kind: 'kind.windsock',
    line: 'line.biruta',
    wind: [4, 60],
    price: { BRL: 8_900, USD: 1_800, ZWG: 48_000, CLP: 16_900 },
  },
];

export const isProductId = (value: unknown): value is ProductId => PRODUCT_IDS.some((id) => id === value);

/** How many of each product. */
export type Cart = Readonly<Partial<Record<ProductId, number>>>;

export interface CartLine {
  readonly product: Item;
  readonly quantity: number;
  /** Minor units. */
  readonly unitAmount: number;
  readonly amount: number;
}

/** The cart in one currency. The server's answer to what things cost: the page only shows it. */
export function priceCart(cart: Cart, currency: Currency): { lines: CartLine[]; total: number } {
  const lines = PRODUCTS.flatMap((product) => {
    const quantity = cart[product.id] ?? 0;
    const unitAmount = product.price[currency];
    return quantity > 0 ? [{ product, quantity, unitAmount, amount: unitAmount * quantity }] : [];
  });
  return { lines, total: lines.reduce((sum, { amount }) => sum + amount, 0) };
}
