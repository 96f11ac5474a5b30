import { render } from 'lit';
import { formatMoney } from '../../src/core/money/format-money.js';
import { PRODUCTS } from './catalogue.js';
import { EVENT_NAMES } from './event-names.js';
import { panelTemplate, type PanelState } from './panel.js';
import type { PanelData, SessionForPage } from './session-for-page.js';
import { parseSettings, sessionKey, settingsQuery, type Settings } from './settings.js';
import { WORDS, type WordKey } from './words.js';

/** The script of the cart page. The checkout needs none of it: this is the demo's panel. */
const MAX_EVENTS = 12;
const COPIED_MS = 1_500;
const WIDE = '(min-width: 1240px)';

const host = document.querySelector<HTMLElement>('#try-it');
const checkout = document.querySelector('checkout-session');
if (host && checkout) startPanel(host, checkout);

function startPanel(root: HTMLElement, element: Element): void {
  let state: PanelState = {
    settings: JSON.parse(root.dataset['settings'] ?? '{}') as Settings,
    data: JSON.parse(root.dataset['panel'] ?? '{}') as PanelData,
    open: matchMedia(WIDE).matches,
    busy: false,
    events: [],
  };
  let asked = 0;

  const show = (change: Partial<PanelState>): void => {
    state = { ...state, ...change };
    document.body.classList.toggle('panel-open', state.open);
    render(panelTemplate(state, handlers), root);
  };

  const handlers = {
    toggle(): void {
      show({ open: !state.open });
    },
    change(name: string, value: string): void {
      const before = state.settings;
      const settings = parseSettings({ ...before, [name]: value });
      show({ settings });
      history.replaceState(null, '', settingsQuery(settings));
      applyLook(element, settings);
      if (sessionKey(settings) !== sessionKey(before)) void freshSession();
    },
    copy(value: string): void {
      // Without the spaces, as a card form may count them.
      void navigator.clipboard.writeText(value.replaceAll(' ', '')).then(() => {
        show({ copied: value });
        setTimeout(() => {
          show({ copied: undefined });
        }, COPIED_MS);
      });
    },
  };

  /** Asks the shop's server for a session and hands the checkout what came back. The last question counts. */
  const freshSession = async (): Promise<void> => {
    const mine = ++asked;
    show({ busy: true, error: undefined, action: undefined, events: [] });
    try {
      const response = await fetch('/cart/session', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(state.settings),
      });
      if (!response.ok) throw new Error(`The shop answered ${String(response.status)}.`);
      const { session, panel } = (await response.json()) as { session: SessionForPage; panel: PanelData };
      if (mine !== asked) return;
      openSession(element, session);
      show({ busy: false, data: panel });
    } catch (error) {
      if (mine === asked) show({ busy: false, error: String(error) });
    }
  };

  for (const type of EVENT_NAMES) {
    element.addEventListener(type, (event) => {
      const { detail } = event as unknown as { detail: Record<string, unknown> };
      const action = type === 'payment-action' ? { action: String(detail['type']) } : {};
      show({ events: [describe(type, detail), ...state.events].slice(0, MAX_EVENTS), ...action });
    });
  }
  show({});
}

/** Attributes are all it takes. */
function openSession(element: Element, session: SessionForPage): void {
  element.setAttribute('provider', session.provider);
  element.setAttribute('api-base', session.apiBase);
  element.setAttribute('success-url', session.successUrl);
  element.setAttribute('cancel-url', session.cancelUrl);
  element.setAttribute('token', session.token);
}

/** Language, prices and colours change in place: no new session, and nothing typed is lost. */
function applyLook(element: Element, { locale, theme, currency }: Settings): void {
  document.documentElement.lang = locale;
  document.documentElement.dataset['theme'] = theme;
  element.setAttribute('locale', locale);
  element.setAttribute('theme', theme);
  for (const word of document.querySelectorAll<HTMLElement>('[data-word]')) {
    word.textContent = WORDS[locale][word.dataset['word'] as WordKey];
  }
  for (const { id, price } of PRODUCTS) {
    const money = (times: number): string => formatMoney(price[currency] * times, currency, locale);
    for (const unit of document.querySelectorAll(`[data-unit="${id}"]`)) unit.textContent = money(1);
    for (const line of document.querySelectorAll<HTMLElement>(`[data-line="${id}"]`)) {
      line.textContent = money(Number(line.dataset['quantity']));
    }
  }
}

function describe(type: string, detail: Record<string, unknown>): string {
  const facts = ['state', 'method', 'type', 'code', 'reason', 'attempt'].flatMap((key) =>
    detail[key] === undefined ? [] : [String(detail[key])],
  );
  return [type, ...facts].join(' · ');
}
