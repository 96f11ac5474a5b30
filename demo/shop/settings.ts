import type { ProviderId } from '../../src/core/providers/dialect.js';

/** What the demo's panel can switch. Read by the shop's server and by its page. */
export const CURRENCIES = ['BRL', 'USD', 'ZWG', 'CLP'] as const;
export type Currency = (typeof CURRENCIES)[number];

export const METHODS = ['card', 'pix', 'boleto', 'mobile_money', 'bank_redirect', 'zimswitch'] as const;
export type Method = (typeof METHODS)[number];

export const LOCALES = ['en', 'pt-BR', 'es', 'en-ZW'] as const;
export type Locale = (typeof LOCALES)[number];

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const SCENARIOS = ['normal', 'decline', '3ds', 'slow', 'expired', 'down'] as const;
export type Scenario = (typeof SCENARIOS)[number];

export interface Settings {
  readonly provider: ProviderId;
  readonly currency: Currency;
  /** `all`: everything the provider offers in the currency. */
  readonly method: Method | 'all';
  readonly locale: Locale;
  readonly theme: Theme;
  readonly scenario: Scenario;
}

interface ProviderOffer {
  readonly label: string;
  /** What can be paid with, by currency; a currency that is missing is not taken. */
  readonly methods: Readonly<Partial<Record<Currency, readonly Method[]>>>;
  /** Why the other currencies are missing. */
  readonly why?: string;
}

export const OFFERS: Readonly<Record<ProviderId, ProviderOffer>> = {
  native: {
    label: 'native',
    methods: {
      BRL: ['card', 'pix', 'boleto'],
      USD: ['card', 'mobile_money', 'zimswitch'],
      ZWG: ['mobile_money', 'zimswitch'],
      CLP: ['card', 'bank_redirect'],
    },
  },
  z2pay: {
    label: 'z2pay',
    methods: { BRL: ['card', 'pix', 'boleto'] },
    why: 'z2pay charges in Brazilian reais only.',
  },
  plugtopay: {
    label: 'PlugToPay',
    methods: { BRL: ['card', 'pix'], USD: ['card'] },
    why: 'PlugToPay sessions are in BRL or USD.',
  },
  conomy: {
    label: 'Conomy',
    methods: { BRL: ['card', 'pix'], USD: ['card'], CLP: ['card', 'bank_redirect'] },
    why: 'Conomy does not list Zimbabwe Gold.',
  },
  payonify: {
    label: 'Payonify',
    methods: { USD: ['card', 'mobile_money', 'zimswitch'], ZWG: ['mobile_money', 'zimswitch'] },
    why: 'Payonify takes USD and ZWG only.',
  },
};

export const METHOD_LABELS: Readonly<Record<Method | 'all', string>> = {
  all: 'All',
  card: 'Card',
  pix: 'Pix',
  boleto: 'Boleto',
  mobile_money: 'EcoCash, OneMoney',
  bank_redirect: 'Bank',
  zimswitch: 'ZimSwitch',
};

export const LOCALE_LABELS: Readonly<Record<Locale, string>> = {
  en: 'English',
  'pt-BR': 'Português (Brasil)',
  es: 'Español',
  'en-ZW': 'English (Zimbabwe)',
};

export const SCENARIO_LABELS: Readonly<Record<Scenario, string>> = {
  normal: 'Normal',
  decline: 'Decline',
  '3ds': '3-D Secure',
  slow: 'Slow',
  expired: 'Expired',
  down: 'API down',
};

export const DEFAULT_SETTINGS: Settings = {
  provider: 'native',
  currency: 'BRL',
  method: 'all',
  locale: 'en',
  theme: 'auto',
  scenario: 'normal',
};

export const currenciesOf = (provider: ProviderId): readonly Currency[] =>
  CURRENCIES.filter((currency) => OFFERS[provider].methods[currency]);

export const methodsOf = ({
  provider,
  currency,
}: Pick<Settings, 'provider' | 'currency'>): readonly Method[] => OFFERS[provider].methods[currency] ?? [];

/** The methods a session with these settings is created with. */
export const chosenMethods = (settings: Settings): readonly Method[] =>
  settings.method === 'all' ? methodsOf(settings) : [settings.method];

/** Why a scenario has no meaning with these settings; `undefined` where it has one. */
export function scenarioGap(settings: Settings, scenario: Scenario): string | undefined {
  const methods = chosenMethods(settings);
  if (scenario === '3ds' && !methods.includes('card')) return '3-D Secure needs the card among the methods.';
  const refusable = methods.some((method) => method !== 'pix' && method !== 'boleto');
  if (scenario === 'decline' && !refusable)
    return 'Nobody declines a Pix or a boleto: it is paid, or its time runs out.';
  return undefined;
}

const oneOf = <Value extends string>(values: readonly Value[], value: unknown, fallback: Value): Value =>
  values.find((candidate) => candidate === value) ?? fallback;

/**
 * Settings from whatever a query string or a request's body says. What does not fit together is replaced by the
 * nearest that does: the dialect wins over the currency, the currency over the methods.
 */
export function parseSettings(raw: Readonly<Record<string, unknown>>, base = DEFAULT_SETTINGS): Settings {
  const provider = oneOf(Object.keys(OFFERS) as ProviderId[], raw['provider'], base.provider);
  const currencies = currenciesOf(provider);
  const wanted = oneOf(CURRENCIES, raw['currency'], base.currency);
  const currency = currencies.includes(wanted) ? wanted : (currencies[0] ?? 'USD');
  const method = oneOf(['all', ...methodsOf({ provider, currency })], raw['method'] ?? base.method, 'all');
  const settings: Settings = {
    provider,
    currency,
    method,
    locale: oneOf(LOCALES, raw['locale'], base.locale),
    theme: oneOf(THEMES, raw['theme'], base.theme),
    scenario: 'normal',
  };
  const scenario = oneOf(SCENARIOS, raw['scenario'], base.scenario);
  return scenarioGap(settings, scenario) ? settings : { ...settings, scenario };
}

/** The query string that brings these settings back. */
export const settingsQuery = (settings: Settings): string =>
  `?${new URLSearchParams(Object.entries(settings) as [string, string][]).toString()}`;

/** Two settings with the same key can share a session: words and colours are the page's own. */
export const sessionKey = ({ provider, currency, method, scenario }: Settings): string =>
  [provider, currency, method, scenario].join(' ');
