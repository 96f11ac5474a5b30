import { html, nothing, type TemplateResult } from 'lit';
import { PROVIDERS } from '../../src/core/providers/dialect.js';
import { hintsFor, SCENARIO_NOTES, type Hint } from './hints.js';
import type { PanelData } from './session-for-page.js';
import {
  CURRENCIES,
  currenciesOf,
  LOCALE_LABELS,
  LOCALES,
  METHOD_LABELS,
  METHODS,
  methodsOf,
  OFFERS,
  SCENARIO_LABELS,
  scenarioGap,
  SCENARIOS,
  THEMES,
  type Settings,
} from './settings.js';

export interface PanelState {
  readonly settings: Settings;
  readonly data: PanelData;
  readonly open: boolean;
  /** A new session is being made. */
  readonly busy: boolean;
  readonly error?: string | undefined;
  /** Type of what the payer has to do now, as the checkout's event said. */
  readonly action?: string | undefined;
  /** Newest first. */
  readonly events: readonly string[];
  readonly copied?: string | undefined;
}

export interface PanelHandlers {
  readonly toggle: () => void;
  readonly change: (name: string, value: string) => void;
  readonly copy: (value: string) => void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

interface Group {
  readonly name: keyof Settings;
  readonly legend: string;
  readonly chosen: string;
  readonly choices: readonly Choice[];
  /** Why something cannot be chosen, or what the choice does. */
  readonly note?: string | undefined;
}

const group = ({ name, legend, chosen, choices, note }: Group): TemplateResult => html`
  <fieldset>
    <legend>${legend}</legend>
    <div class="choices">
      ${choices.map(
        ({ value, label, disabled = false }) =>
          html`<label class="choice">
            <input
              type="radio"
              name=${name}
              value=${value}
              .checked=${value === chosen}
              ?disabled=${disabled}
            />
            <span>${label}</span>
          </label>`,
      )}
    </div>
    ${note ? html`<p class="note">${note}</p>` : nothing}
  </fieldset>
`;

function groups(settings: Settings): readonly Group[] {
  const { provider, currency, method, locale, theme, scenario } = settings;
  const currencies = currenciesOf(provider);
  const methods = methodsOf(settings);
  const gaps = SCENARIOS.flatMap((candidate) => scenarioGap(settings, candidate) ?? []);
  return [
    {
      name: 'provider',
      legend: 'Dialect',
      chosen: provider,
      choices: PROVIDERS.map((value) => ({ value, label: OFFERS[value].label })),
    },
    {
      name: 'currency',
      legend: 'Currency',
      chosen: currency,
      choices: CURRENCIES.map((value) => ({ value, label: value, disabled: !currencies.includes(value) })),
      note: OFFERS[provider].why,
    },
    {
      name: 'method',
      legend: 'Ways to pay',
      chosen: method,
      choices: (['all', ...METHODS] as const).map((value) => ({
        value,
        label: METHOD_LABELS[value],
        disabled: value !== 'all' && !methods.includes(value),
      })),
      note:
        methods.length < METHODS.length
          ? `Greyed: not offered by ${OFFERS[provider].label} in ${currency}.`
          : undefined,
    },
    {
      name: 'scenario',
      legend: 'Scenario',
      chosen: scenario,
      choices: SCENARIOS.map((value) => ({
        value,
        label: SCENARIO_LABELS[value],
        disabled: scenarioGap(settings, value) !== undefined,
      })),
      note: [SCENARIO_NOTES[scenario], ...gaps].join(' '),
    },
    {
      name: 'locale',
      legend: 'Language',
      chosen: locale,
      choices: LOCALES.map((value) => ({ value, label: LOCALE_LABELS[value] })),
    },
    {
      name: 'theme',
      legend: 'Theme',
      chosen: theme,
      choices: THEMES.map((value) => ({ value, label: value })),
    },
  ];
}

const hintList = (
  list: readonly Hint[],
  copied: string | undefined,
  copy: (value: string) => void,
): TemplateResult => html`
  <ul class="hints">
    ${list.map(
      ({ value, note }) =>
        html`<li>
          <code>${value}</code>
          <button
            type="button"
            aria-label=${`Copy ${value}`}
            @click=${() => {
              copy(value);
            }}
          >
            ${copied === value ? 'Copied' : 'Copy'}
          </button>
          <small>${note}</small>
        </li>`,
    )}
  </ul>
`;

const hints = (
  { settings, copied }: PanelState,
  { copy }: PanelHandlers,
): TemplateResult | typeof nothing => {
  const list = hintsFor(settings);
  return list.length
    ? html`<section>
        <h3>What to type</h3>
        ${hintList(list, copied, copy)}
      </section>`
    : nothing;
};

const ACTIONS: Readonly<Record<string, string>> = {
  qr_code: 'Open the bank app',
  voucher: 'Open the bank app',
  phone_prompt: 'Open the phone',
  wallet_code: 'Open the wallet app',
};

const payer = ({ action = '', data }: PanelState, { copy }: PanelHandlers): TemplateResult => {
  const label = ACTIONS[action];
  if (label === undefined)
    return html`<section>
      <h3>The payer’s side</h3>
      ${
        action === 'one_time_code'
          ? hintList([{ value: '123456', note: 'The code that came by SMS' }], undefined, copy)
          : html`<p class="note">
              Start a payment: the phone or the bank app that has to approve it opens here.
            </p>`
      }
    </section>`;
  return html`<section>
    <h3>The payer’s side</h3>
    <a class="open" href=${`/try-it/payer?order=${data.order}`} target="_blank" rel="noopener">${label}</a>
  </section>`;
};

/** The whole panel. It is the demo's, in colours of its own, so that nobody takes it for a part of the shop. */
export const panelTemplate = (state: PanelState, handlers: PanelHandlers): TemplateResult => {
  const { settings, data, open, busy, error, events } = state;
  return html`<aside class="panel" aria-label="Demo controls">
    <button type="button" class="handle" aria-expanded=${open ? 'true' : 'false'} @click=${handlers.toggle}>
      <b>Try it</b
      ><span
        >${open ? 'Close' : `${OFFERS[settings.provider].label} · ${settings.currency} · ${SCENARIO_LABELS[settings.scenario]}`}</span
      >
    </button>
    <div class="panel-body" ?hidden=${!open}>
      <p class="intro">Demo controls. Not part of the shop.</p>
      <form
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          handlers.change(input.name, input.value);
        }}
        @submit=${(event: Event) => {
          event.preventDefault();
        }}
      >
        ${groups(settings).map(group)}
      </form>
      <p class="note alert" role="alert">${error ?? nothing}</p>
      ${hints(state, handlers)} ${payer(state, handlers)}
      <section>
        <h3>What the page was given</h3>
        <pre>
${`<checkout-session
  provider="${data.provider}"
  api-base="${data.apiBase}"
  token="${data.tokenStart}…">`}</pre>
        <p class="note">${busy ? 'Asking for a session …' : `Order ${data.order}`}</p>
      </section>
      <section>
        <h3>Events</h3>
        <ol class="events">
          ${events.length ? events.map((text) => html`<li>${text}</li>`) : html`<li>None yet.</li>`}
        </ol>
      </section>
    </div>
  </aside>`;
};
