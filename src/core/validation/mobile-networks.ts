export interface MobileNetwork {
  /** What a session names it by; the same word in every country it works in. */
  readonly id: string;
  /** First digits of the national number that are well known to be its own; a hint, never a reason to refuse. */
  readonly prefixes: readonly string[];
}

export interface MobileMoneyCountry {
  readonly callingCode: string;
  /** What is dialled at home before the national number; empty where nothing is. */
  readonly trunk: '' | '0';
  /** Digits of a national number, without the trunk digit. */
  readonly nationalLength: number;
  /** How mobile numbers begin, widely: one of them or it is a landline. */
  readonly mobileStarts: readonly string[];
  /** A number as it is written at home, in its usual groups. */
  readonly example: string;
  /** ISO 4217 of what its wallets hold: tells countries apart that have the same networks. */
  readonly currencies: readonly string[];
  readonly networks: readonly MobileNetwork[];
}

const NINE = { trunk: '0', nationalLength: 9 } as const;

/**
 * Mobile numbering and wallets by ISO 3166-1 alpha-2 country; a further country or network is a further entry. Numbers are
 * ported between networks and new prefixes are opened, so what is not listed is taken all the same.
 * @see ITU-T E.164 national numbering plans
 */
export const MOBILE_MONEY_COUNTRIES: Readonly<Record<string, MobileMoneyCountry>> = {
  ZW: {
    ...NINE,
    callingCode: '263',
    mobileStarts: ['7'],
    example: '077 123 4567',
    currencies: ['USD', 'ZWG'],
    networks: [
      { id: 'ecocash', prefixes: ['77', '78'] },
      { id: 'onemoney', prefixes: ['71'] },
      { id: 'telecash', prefixes: ['73'] },
      { id: 'innbucks', prefixes: [] },
      { id: 'omari', prefixes: [] },
    ],
  },
  KE: {
    ...NINE,
    callingCode: '254',
    mobileStarts: ['1', '7'],
    example: '0712 345 678',
    currencies: ['KES'],
    networks: [
      { id: 'mpesa', prefixes: ['70', '71', '72', '79', '110', '111'] },
      { id: 'airtel', prefixes: ['73', '78', '100', '101', '102'] },
    ],
  },
  TZ: {
    ...NINE,
    callingCode: '255',
    mobileStarts: ['6', '7'],
    example: '0741 234 567',
    currencies: ['TZS'],
    networks: [
      { id: 'mpesa', prefixes: ['74', '75', '76'] },
      { id: 'tigo', prefixes: ['65', '67', '71'] },
      { id: 'airtel', prefixes: ['68', '69', '78'] },
    ],
  },
  GH: {
    ...NINE,
    callingCode: '233',
    mobileStarts: ['2', '5'],
    example: '024 123 4567',
    currencies: ['GHS'],
    networks: [{ id: 'mtn', prefixes: ['24', '53', '54', '55', '59'] }],
  },
  UG: {
    ...NINE,
    callingCode: '256',
    mobileStarts: ['7'],
    example: '0772 123 456',
    currencies: ['UGX'],
    networks: [
      { id: 'mtn', prefixes: ['76', '77', '78'] },
      { id: 'airtel', prefixes: ['70', '74', '75'] },
    ],
  },
  RW: {
    ...NINE,
    callingCode: '250',
    mobileStarts: ['7'],
    example: '0788 123 456',
    currencies: ['RWF'],
    networks: [
      { id: 'mtn', prefixes: ['78', '79'] },
      { id: 'airtel', prefixes: ['72', '73'] },
    ],
  },
  ZM: {
    ...NINE,
    callingCode: '260',
    mobileStarts: ['5', '7', '9'],
    example: '096 123 4567',
    currencies: ['ZMW'],
    networks: [
      { id: 'mtn', prefixes: ['76', '96'] },
      { id: 'airtel', prefixes: ['77', '97'] },
    ],
  },
  MW: {
    ...NINE,
    callingCode: '265',
    mobileStarts: ['3', '7', '8', '9'],
    example: '0991 234 567',
    currencies: ['MWK'],
    networks: [{ id: 'airtel', prefixes: ['98', '99'] }],
  },
  CI: {
    trunk: '',
    nationalLength: 10,
    callingCode: '225',
    // The 0 is part of the number here, also behind the country code.
    mobileStarts: ['01', '05', '07'],
    example: '07 01 23 45 67',
    currencies: ['XOF'],
    networks: [
      { id: 'orange', prefixes: ['07'] },
      { id: 'mtn', prefixes: ['05'] },
      { id: 'wave', prefixes: [] },
    ],
  },
  SN: {
    trunk: '',
    nationalLength: 9,
    callingCode: '221',
    mobileStarts: ['7'],
    example: '77 123 45 67',
    currencies: ['XOF'],
    networks: [
      { id: 'orange', prefixes: ['77', '78'] },
      { id: 'wave', prefixes: [] },
    ],
  },
  CM: {
    trunk: '',
    nationalLength: 9,
    callingCode: '237',
    mobileStarts: ['6'],
    example: '6 71 23 45 67',
    currencies: ['XAF'],
    networks: [
      { id: 'mtn', prefixes: ['67', '650', '651', '652', '653', '654'] },
      { id: 'orange', prefixes: ['69', '655', '656', '657', '658', '659'] },
    ],
  },
  CO: {
    trunk: '',
    nationalLength: 10,
    callingCode: '57',
    mobileStarts: ['3'],
    example: '300 123 4567',
    currencies: ['COP'],
    networks: [
      { id: 'nequi', prefixes: [] },
      { id: 'daviplata', prefixes: [] },
    ],
  },
  ML: {
    trunk: '',
    nationalLength: 8,
    callingCode: '223',
    mobileStarts: ['5', '6', '7', '8', '9'],
    example: '70 12 34 56',
    currencies: ['XOF'],
    networks: [{ id: 'orange', prefixes: ['7'] }],
  },
};

/**
 * The countries whose numbers to expect, ISO 3166-1 alpha-2, the likeliest first: those with the most of the networks,
 * and among them those with the currency. Several are left where the networks are at home in several.
 */
export function countriesOfNetworks(networks: readonly string[], currency = ''): readonly string[] {
  const scored = Object.entries(MOBILE_MONEY_COUNTRIES).map(([country, plan]) => {
    const known = plan.networks.filter(({ id }) => networks.includes(id)).length;
    return { country, score: known + (plan.currencies.includes(currency) ? 0.5 : 0) };
  });
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ country }) => country);
}
