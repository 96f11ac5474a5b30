import { html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { EVENT_NAMES } from '../../demo/shop/event-names.js';
import { PROVIDERS, type ProviderId } from '../../src/core/providers/dialect.js';
import type { Fault } from '../../src/sandbox/index.js';
import { deskStyles } from './desk.styles.js';
import type { Shown } from './render-scene.js';

/** What the network does from now on. */
const NETWORKS: Readonly<Record<string, Fault>> = {
  works: {},
  'is slow (2 s)': { latencyMs: 2000 },
  'is down': { mode: 'network' },
  'loses every answer': { mode: 'network', when: 'after' },
  'brings server errors': { mode: '500' },
  'never answers': { mode: 'hang' },
};

/** What the sandbox offers by itself in a currency, and which providers take it. */
const CURRENCIES: Readonly<Record<string, readonly ProviderId[]>> = {
  BRL: ['native', 'z2pay', 'plugtopay', 'conomy'],
  USD: ['native', 'plugtopay', 'conomy', 'payonify'],
  ZWG: ['native', 'payonify'],
  CLP: ['native', 'conomy'],
};

/** No server calls a page, and a form that only stands there asks for nothing. */
const EXPIRED =
  'The time of the session is over, and as with any server nobody tells the page: the checkout hears of it at its next ' +
  'request. Press Pay, or leave this tab and come back. A payment that was begun before lives on.';
const SOON = 'The checkout asks every few seconds, and hears of it then.';

const providersIn = (currency: string): readonly ProviderId[] =>
  PROVIDERS.filter((provider) => CURRENCIES[currency]?.includes(provider));

/** Everybody but the shopper: the shop that makes the session, the payer's bank, the clock, the network. */
export class PaymentDeskElement extends LitElement {
  static override readonly styles = deskStyles;

  @property({ attribute: false }) scene?: Shown;

  @state() private _currency = 'BRL';
  @state() private _provider: ProviderId = 'native';
  @state() private _network = 'works';
  @state() private _said = '';
  @state() private _log: readonly string[] = [];

  #token = '';
  #listening: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const name of EVENT_NAMES) this.scene?.checkout.addEventListener(name, this.#note, { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
  }

  protected override render(): TemplateResult {
    return html`<h2>The other side of the payment</h2>
      <div class="row" role="group" aria-label="Session">
        ${renderList('Currency', Object.keys(CURRENCIES), this._currency, this.#setCurrency)}
        ${renderList('Provider', providersIn(this._currency), this._provider, this.#setProvider)}
        <button type="button" @click=${this.#begin}>New session</button>
        <button type="button" @click=${this.#expire}>Expire the session</button>
      </div>
      <div class="row" role="group" aria-label="Payer and network">
        <button type="button" @click=${this.#pay}>The payer pays</button>
        <button type="button" @click=${this.#decline}>The bank declines</button>
        <button type="button" @click=${this.#refuse}>The payer turns it down</button>
        ${renderList('The network', Object.keys(NETWORKS), this._network, this.#setNetwork)}
      </div>
      <p role="status">${this._said}</p>
      <h2 id="events">Events of the checkout</h2>
      <ol aria-labelledby="events" tabindex="0">
        ${this._log.map((line) => html`<li>${line}</li>`)}
      </ol>`;
  }

  get #session(): string {
    return this.#token || (this.scene?.session.token ?? '');
  }

  readonly #setCurrency = (value: string): void => {
    this._currency = value;
    if (!providersIn(value).includes(this._provider)) this._provider = 'native';
  };

  readonly #setProvider = (value: string): void => {
    this._provider = value as ProviderId;
  };

  readonly #setNetwork = (value: string): void => {
    this._network = value;
    this.scene?.sandbox.setFault(NETWORKS[value] ?? {});
  };

  readonly #note = ({ type, detail }: Event & { detail?: unknown }): void => {
    this._log = [`${type} ${shortJson(detail)}`, ...this._log].slice(0, 50);
  };

  readonly #begin = (): void => {
    if (!this.scene) return;
    const { sandbox, checkout } = this.scene;
    const { token, apiBase } = sandbox.createSession(this._provider, {
      currency: this._currency,
      merchant: { name: 'Café do Porto' },
      cancelUrl: 'https://shop.example/cart',
      successUrl: 'https://shop.example/thanks',
    });
    this.#token = token;
    Object.assign(checkout, { provider: this._provider, apiBase, token });
    this._said = `A session in ${this._currency}.`;
  };

  readonly #expire = (): void => this.#do(EXPIRED, (sandbox, id) => sandbox.expire(id));
  readonly #pay = (): void => this.#do(`Paid. ${SOON}`, (sandbox, id) => sandbox.pay(id));
  readonly #decline = (): void => this.#do(`Declined. ${SOON}`, (sandbox, id) => sandbox.decline(id));
  readonly #refuse = (): void => this.#do(`Turned down. ${SOON}`, (sandbox, id) => sandbox.refuse(id));

  #do(done: string, act: (sandbox: Shown['sandbox'], id: string) => void): void {
    if (!this.scene) return;
    try {
      act(this.scene.sandbox, this.#session);
      this._said = done;
    } catch (error) {
      this._said = error instanceof Error ? error.message : String(error);
    }
  }
}

const renderList = (
  label: string,
  values: readonly string[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult =>
  html`<label
    >${label}
    <select
      @change=${({ target }: Event) => {
        choose((target as HTMLSelectElement).value);
      }}
    >
      ${values.map((value) => html`<option value=${value} ?selected=${value === chosen}>${value}</option>`)}
    </select></label
  >`;

/** Enough of an event to follow a payment by. */
const shortJson = (detail: unknown): string => {
  const text = JSON.stringify(detail) ?? '';
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
};

customElements.define('payment-desk', PaymentDeskElement);
