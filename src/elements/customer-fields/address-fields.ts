import { addressFormat, type AddressPart } from '../../core/address/address-formats.js';
import { COUNTRIES } from '../../core/address/countries.js';
import { statesOf } from '../../core/address/states.js';
import type { Draft } from '../../core/draft.js';
import type { Address, CheckoutSession } from '../../core/session/session.js';
import {
  formatPostalCode,
  normalizePostalCode,
  validatePostalCode,
} from '../../core/validation/postal-code.js';
import type { FieldOption, FieldSpec } from '../form-field/field-spec.js';
import type { Asking, Recipe } from './field-specs.js';

const PREFIX = 'customer.address.';

type PartRecipe = Omit<Recipe, 'labelKey'>;

/** What may share a line; the rest has a line of its own. */
const HALVES = ['country', 'complement', 'district', 'city', 'state', 'postalCode'];

/** What browsers know the parts by; a level that they do not know is none of theirs. */
const AUTOCOMPLETE: Readonly<Record<AddressPart['part'], string>> = {
  line1: 'address-line1',
  number: 'off',
  complement: 'address-line2',
  district: 'address-level3',
  city: 'address-level2',
  state: 'address-level1',
  postalCode: 'postal-code',
};

const lists = new Map<string, readonly FieldOption[]>();

/** Every country in the alphabetical order of `locale`. */
function countries(locale: string): readonly FieldOption[] {
  let list = lists.get(locale);
  if (!list) {
    const names = new Intl.DisplayNames(locale, { type: 'region' });
    const { compare } = new Intl.Collator(locale);
    list = COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) =>
      compare(a.label, b.label),
    );
    lists.set(locale, list);
  }
  return list;
}

/** The likely ones first, each country once: the customer's, that of the language's region, the currency's. */
function offered({ customer }: CheckoutSession, { home, i18n: { locale } }: Asking): readonly FieldOption[] {
  const all = countries(locale);
  const likely = [customer.address?.country, new Intl.Locale(locale).region, home];
  const first = [...new Set(likely)].flatMap((code) => all.find(({ value }) => value === code) ?? []);
  return [...first, ...all.filter((option) => !first.includes(option))];
}

function postalCode(country: string): PartRecipe {
  const { postalForms: forms, example } = addressFormat(country);
  const isDigits = forms.length > 0 && !/[AX]/.test(forms.join(''));
  return {
    inputMode: isDigits ? 'numeric' : 'text',
    autocapitalize: 'characters',
    placeholder: example || undefined,
    check: (value) =>
      validatePostalCode(value, country).isValid ? undefined : example ? 'postalCode' : 'postalCodeAny',
    toValue: (typed) => normalizePostalCode(typed, country),
    toText: (value) => formatPostalCode(value, country),
  };
}

/** Chosen where the states are listed, written elsewhere. */
function state(country: string): PartRecipe {
  const options = statesOf(country);
  if (options.length === 0) return { autocapitalize: 'words' };
  const find = (text: string): FieldOption | undefined =>
    options.find(
      ({ value, label }) => [value, label.toLowerCase()].includes(text) || value === text.toUpperCase(),
    );
  return {
    kind: 'select',
    options,
    check: (value) => (options.some((option) => option.value === value) ? undefined : 'choose'),
    toValue: (typed) => find(typed.trim().toLowerCase())?.value ?? typed,
  };
}

const recipeOf = ({ part }: AddressPart, country: string): PartRecipe => {
  if (part === 'postalCode') return postalCode(country);
  return part === 'state' ? state(country) : { autocapitalize: part === 'number' ? 'off' : 'words' };
};

/**
 * The parts of an address that are to be asked, in the order of its country. What the country cannot do without is asked
 * however much else is known: a provider refuses a Brazilian address without its neighbourhood as it refuses one without
 * its street. Only a number may stand in the street, as `Av. Paulista, 1578`. What is optional is not asked once there is
 * a street and a place: nobody is held up for it.
 */
function partsToAsk(parts: readonly AddressPart[], known: Address): readonly AddressPart[] {
  const isComplete = Boolean(known.line1 && (known.city ?? known.postalCode));
  const hasNumber = /\p{Nd}/u.test(known.line1 ?? '');
  return parts.filter(
    ({ part, isOptional }) =>
      !known[part] && !(isComplete && isOptional) && !(part === 'number' && hasNumber),
  );
}

/** Parts that share a line stand beside one another; the first of an odd number of them has one of its own. */
function widthsOf(names: readonly string[]): readonly FieldSpec['width'][] {
  const isHalf = (name = ''): boolean => HALVES.includes(name);
  return names.map((name, at) => {
    if (name === 'number') return 'third';
    if (!isHalf(name)) return names[at + 1] === 'number' ? 'two-thirds' : undefined;
    const start = names.slice(0, at).findLastIndex((other) => !isHalf(other)) + 1;
    const after = names.slice(at).findIndex((other) => !isHalf(other));
    const count = (after < 0 ? names.length : at + after) - start;
    return count % 2 === 1 && at === start ? undefined : 'half';
  });
}

/**
 * The inputs that ask for an address, or for what is missing of it.
 * @param isAnew whether what is known is asked as well
 */
export function addressSpecs(
  session: CheckoutSession,
  asking: Asking,
  isAnew: boolean,
): readonly FieldSpec[] {
  const { i18n, country } = asking;
  const known = isAnew ? {} : (session.customer.address ?? {});
  const isWhereKnown = Boolean(known.country ?? (known.line1 && known.city));
  const countryField = {
    name: 'country',
    label: i18n.t('fields.country'),
    kind: 'select',
    autocomplete: 'country',
    options: offered(session, asking),
    initial: COUNTRIES.includes(country) ? country : undefined,
  } as const;
  const specs: readonly FieldSpec[] = [
    ...(isWhereKnown ? [] : [countryField]),
    ...partsToAsk(addressFormat(country).parts, known).map((asked) => ({
      autocomplete: AUTOCOMPLETE[asked.part],
      isOptional: asked.isOptional,
      ...recipeOf(asked, country),
      name: asked.part,
      label: i18n.t(`fields.${asked.word}`),
    })),
  ];
  const widths = widthsOf(specs.map(({ name }) => name));
  return specs.map((spec, at) => ({ ...spec, width: widths[at], name: PREFIX + spec.name }));
}

/** What is wrong with a known address in its country: its parts by themselves, not what is missing. */
export const hasWrongPart = (session: CheckoutSession, asking: Asking): boolean =>
  addressSpecs(session, asking, true).some(({ name, check, toValue, kind }) => {
    const value = session.customer.address?.[name.slice(PREFIX.length) as keyof Address] ?? '';
    // A state that is on no list is written in words: the provider had it from somewhere.
    return value !== '' && kind !== 'select' && check?.(toValue?.(value) ?? value) !== undefined;
  });

const STATE = `${PREFIX}state`;

/** A code means another state, or none, in another country: it waits there until its own is chosen again. */
function moveState(draft: Draft, from: string, to: string): void {
  if (statesOf(from).length + statesOf(to).length === 0) return;
  draft.set(`state.${from}`, draft.get(STATE));
  draft.set(STATE, draft.get(`state.${to}`));
}

/** The country that an address was last asked for: kept with what was typed. */
const LAST = 'state.country';

/** What was typed for one country is written as the next one writes it. */
export function followCountry(draft: Draft, { country }: Asking, specs: readonly FieldSpec[]): void {
  const own = specs.filter(({ name }) => name.startsWith(PREFIX));
  const last = draft.get(LAST);
  if (own.length === 0 || last === country) return;
  if (last) moveState(draft, last, country);
  draft.set(LAST, country);
  for (const { name, toValue } of own) {
    if (toValue) draft.set(name, toValue(draft.get(name)));
    if (draft.error(name)) draft.check(name);
  }
}
