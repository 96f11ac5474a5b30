import { MOBILE_MONEY_COUNTRIES } from '../../core/validation/mobile-networks.js';
import type { Installment } from '../../core/session/session.js';
import { BEHAVIOURS } from './behaviours.js';
import { CURRENCIES } from './currencies.js';
import { lookUp } from './look-up.js';
import { lacksNetworks, methodOf, networksOf } from './methods.js';
import { totalsOf, type MethodInput, type SessionInput } from './new-session.js';
import { invalidSession } from './problem.js';

/** A type or a network that begins so is one that no checkout knows: to see it left out, and told in `checkout-ready`. */
const UNKNOWN_ON_PURPOSE = 'x_';

/**
 * What a merchant may not ask for, though each member by itself has the right shape. `createSession` of the sandbox's own
 * object does not look: there a test may put anything before a checkout.
 * @throws Problem `invalid_session` that names the first wrong member and says how to put it right
 */
export function checkSession(input: SessionInput, currency: string): void {
  checkCurrency('currency', currency);
  checkPrices(input);
  const methods = (input.paymentMethods ?? []).map((method) =>
    typeof method === 'string' ? methodOf(method) : method,
  );
  const { total } = totalsOf(input);
  methods.forEach((method, index) => {
    checkMethod(`paymentMethods[${String(index)}]`, method, { currency, total });
    const twin = methods
      .slice(0, index)
      .some((other) => idOf(other) === idOf(method) && other.currency === method.currency);
    if (twin)
      throw invalidSession(
        `paymentMethods[${String(index)}].id`,
        `A method before it is “${idOf(method)}” too: give one of the two an id of its own.`,
      );
  });
}

const NETWORKS: ReadonlySet<string> = new Set(
  Object.values(MOBILE_MONEY_COUNTRIES).flatMap(({ networks }) => networks.map(({ id }) => id)),
);

const idOf = ({ id, type }: MethodInput): string => id ?? type;

function checkCurrency(param: string, currency: string): void {
  if (CURRENCIES.has(currency)) return;
  throw invalidSession(
    param,
    `There is no currency ${currency}: send a code of ISO 4217, as BRL, or USDC or USDT.`,
  );
}

/** Every sum that is said has to be the one that the items and the rest come to. */
function checkPrices({ items = [], amount }: SessionInput): void {
  for (const [index, { tax, unitAmount, quantity = 1, totalAmount }] of items.entries()) {
    const at = `items[${String(index)}]`;
    const sum = unitAmount * quantity + (tax?.amount ?? 0);
    if (totalAmount !== undefined && totalAmount !== sum)
      throw invalidSession(`${at}.totalAmount`, `unitAmount × quantity + tax.amount is ${String(sum)}.`);
    const share = tax?.type === 'percentage' ? (unitAmount * quantity * Number(tax.value)) / 100 : undefined;
    // A cent of rounding for every piece.
    if (tax && share !== undefined && !(Math.abs(share - tax.amount) <= quantity))
      throw invalidSession(`${at}.tax.amount`, `${tax.value} % of the item is ${String(Math.round(share))}.`);
  }
  const itemTax = items.reduce((sum, { tax }) => sum + (tax?.amount ?? 0), 0);
  const subtotal = items.reduce((sum, { unitAmount, quantity = 1 }) => sum + unitAmount * quantity, 0);
  if (typeof amount === 'number') {
    if (items.length && amount !== subtotal + itemTax)
      throw invalidSession(
        'amount',
        `The items come to ${String(subtotal + itemTax)}: leave amount out, or say what is taken off or added as amount.discount, amount.tax or amount.shipping.`,
      );
    return;
  }
  if (!amount) return;
  checkTotals(amount, items.length ? { subtotal, itemTax } : undefined);
}

function checkTotals(
  amount: Exclude<SessionInput['amount'], number | undefined>,
  items: { readonly subtotal: number; readonly itemTax: number } | undefined,
): void {
  const { subtotal, discount = 0, tax = items?.itemTax ?? 0, shipping = 0, total } = amount;
  if (!items && total === undefined)
    throw invalidSession('amount.total', 'Say the total, or the items that it is made of.');
  if (items && subtotal !== undefined && subtotal !== items.subtotal)
    throw invalidSession('amount.subtotal', `The items come to ${String(items.subtotal)}.`);
  if (items && tax < items.itemTax)
    throw invalidSession('amount.tax', `The taxes of the items alone come to ${String(items.itemTax)}.`);
  const base = items?.subtotal ?? subtotal;
  if (base === undefined || total === undefined) return;
  const sum = base - discount + tax + shipping;
  if (sum !== total)
    throw invalidSession(
      'amount.total',
      `${String(base)} less the discount of ${String(discount)}, with ${String(tax)} of tax and ${String(shipping)} of shipping, is ${String(sum)}.`,
    );
}

/** What a method is priced by, where it has no price of its own. */
interface Price {
  readonly currency: string;
  readonly total: number;
}

function checkMethod(at: string, method: MethodInput, session: Price): void {
  const { type, currency = session.currency, amount, exchangeRate, networks, installments } = method;
  if (!lookUp(BEHAVIOURS, type) && !type.startsWith(UNKNOWN_ON_PURPOSE))
    throw invalidSession(
      `${at}.type`,
      `The sandbox knows ${Object.keys(BEHAVIOURS).join(', ')}. A type that no checkout knows begins with ${UNKNOWN_ON_PURPOSE}, as ${UNKNOWN_ON_PURPOSE}${type}: it is left out and told in checkout-ready.`,
    );
  checkCurrency(`${at}.currency`, currency);
  if (currency !== session.currency && amount === undefined)
    throw invalidSession(
      `${at}.amount`,
      `Say what is charged in ${currency}, in its minor unit: the ${String(session.total)} of the session is of ${session.currency}.`,
    );
  if (exchangeRate !== undefined && !(/^\d+(\.\d+)?$/.test(exchangeRate) && Number(exchangeRate) > 0))
    throw invalidSession(`${at}.exchangeRate`, 'A decimal above 0, as "5.4321".');
  if (lacksNetworks(method) && networksOf(currency).length === 0)
    throw invalidSession(
      `${at}.networks`,
      `Name its networks, as ["ecocash"]: none that the sandbox knows is paid in ${currency}.`,
    );
  if (networks?.length === 0) throw invalidSession(`${at}.networks`, 'Name one, or leave it out for all.');
  const unknown = networks?.find((name) => !NETWORKS.has(name) && !name.startsWith(UNKNOWN_ON_PURPOSE));
  if (unknown !== undefined)
    throw invalidSession(
      `${at}.networks`,
      `The sandbox knows ${[...NETWORKS].join(', ')}. A network that no checkout knows begins with ${UNKNOWN_ON_PURPOSE}, as ${UNKNOWN_ON_PURPOSE}wallet.`,
    );
  for (const [index, offer] of (installments ?? []).entries())
    checkInstallment(`${at}.installments[${String(index)}]`, offer, amount ?? session.total);
}

/** All parts but the last are alike: what does not divide may be a minor unit in each. */
function checkInstallment(
  at: string,
  { count, amount, total, interestFree }: Installment,
  price: number,
): void {
  if (Math.abs(count * amount - total) >= count)
    throw invalidSession(
      `${at}.total`,
      `${String(count)} × ${String(amount)} is ${String(count * amount)}, not ${String(total)}.`,
    );
  if (interestFree && total !== price)
    throw invalidSession(
      `${at}.total`,
      `Without interest it is the price, ${String(price)}: say interestFree: false, or put the total right.`,
    );
}
