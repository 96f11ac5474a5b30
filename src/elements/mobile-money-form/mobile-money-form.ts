import { nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { methodIdOf, sessionOf } from '../../core/machine/state.js';
import { methodRecord } from '../../core/payment-methods/index.js';
import type { PaymentMethod } from '../../core/session/session.js';
import { guessNetwork, mobileFault, normalizePhone } from '../../core/validation/mobile-money.js';
import { countriesOfNetworks } from '../../core/validation/mobile-networks.js';
import { controlsStyles } from '../../theme/controls.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { CheckoutElement } from '../checkout-element.js';
import type { FieldSpec } from '../form-field/field-spec.js';
import { showInTurn } from '../form-field/form-turn.js';
import { FieldsController } from '../form-field/fields-controller.js';
import { formFieldStyles } from '../form-field/form-field.styles.js';
import { renderForm } from '../form-field/render-field.js';
import { networkName } from '../method-words.js';
import { exampleNumber, formatMobileNumber, keptNumber } from '../mobile-number.js';

/** Set in the draft as soon as the shopper picked a network: from then on the number no longer decides. */
const CHOSEN = 'network.chosen';

/**
 * Asks for the number of a wallet. The network is guessed from the number while it is typed; a choice by hand is never
 * overridden.
 *
 * @summary Mobile money
 * @tag mobile-money-form
 * @csspart form - the form around the fields
 * @csspart label - the label of a field
 * @csspart input - the number's input
 * @csspart error - what is wrong with a field
 * @csspart field - a label, its control and its note
 * @csspart hint - a note
 * @csspart choice - one of several choices
 */
export class MobileMoneyFormElement extends CheckoutElement {
  static override readonly styles = [tokensStyles, controlsStyles, formFieldStyles];

  /** The method to ask for; the checkout's picked one where it is not set. */
  @property({ attribute: false }) method: PaymentMethod | undefined;

  readonly #fields = new FieldsController(this, this.checkout);
  #specs: readonly FieldSpec[] = [];

  constructor() {
    super();
    showInTurn(this, this.checkout, 'mobile_money');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // On the way in: heard before the draft tells of the new value, which would have the network guessed again.
    this.renderRoot.addEventListener('input', this.#noteChoice, { capture: true });
  }

  protected override willUpdate(): void {
    const networks = this.#method?.networks ?? [];
    const session = sessionOf(this.checkout.state);
    const countries = countriesOfNetworks(networks, this.#method?.currency ?? session?.currency);
    const typed = this.#fields.draft.get('phone');
    // A number that several countries read has the network of the one that reads it whole.
    const guesses = [...countries.filter((country) => normalizePhone(typed, country)), ...countries].map(
      (country) => guessNetwork(typed, country),
    );
    const guess = guesses.find((id) => id !== undefined && networks.includes(id));
    this.#specs = this.#method ? this.#specsOf(networks, countries, guess) : [];
    this.#fields.set(this.#specs);
    const { draft } = this.#fields;
    const only = networks.length === 1 ? networks[0] : undefined;
    if (only !== undefined) draft.set('network', only);
    else if (!draft.get(CHOSEN) || !networks.includes(draft.get('network')))
      draft.set('network', guess ?? '');
  }

  protected override render(): unknown {
    return this.#specs.length === 0 ? nothing : renderForm(this.#specs, this.#fields, this.i18n);
  }

  /** The form stays while another method is picked, so that what was typed stays too. */
  get #method(): PaymentMethod | undefined {
    const { state } = this.checkout;
    const wallets = sessionOf(state)?.paymentMethods.filter(
      ({ type }) => methodRecord(type)?.form === 'mobile_money',
    );
    return this.method ?? wallets?.find(({ id }) => id === methodIdOf(state)) ?? wallets?.[0];
  }

  #specsOf(
    networks: readonly string[],
    countries: readonly string[],
    guess: string | undefined,
  ): readonly FieldSpec[] {
    const { i18n } = this;
    const isNumber = (text: string): boolean => countries.some((country) => normalizePhone(text, country));
    const known = sessionOf(this.checkout.state)?.customer.phone ?? '';
    const phone: FieldSpec = {
      name: 'phone',
      label: i18n.t('phone.number'),
      type: 'tel',
      autocomplete: 'tel-national',
      inputMode: 'tel',
      placeholder: exampleNumber(countries),
      hint: i18n.t('phone.hint'),
      ...(isNumber(known) && { initial: keptNumber(known, countries) }),
      missing: 'mobile',
      refusal: ['payer_not_found', 'wallet'],
      check: (value) => {
        const fault = mobileFault(value, countries);
        return fault && `mobile_${fault}`;
      },
      toValue: (typed) => keptNumber(typed, countries),
      toText: (value) => formatMobileNumber(value, countries),
    };
    if (networks.length < 2) return [phone];
    const isOther = guess !== undefined && this.#fields.draft.get('network') !== guess;
    const network: FieldSpec = {
      name: 'network',
      label: i18n.t('phone.network'),
      kind: 'radio',
      options: networks.map((value) => ({ value, label: networkName(value) })),
      ...(isOther && { hint: i18n.t('phone.looksLike', { network: networkName(guess) }) }),
      missing: 'network',
      check: (value) => (networks.includes(value) ? undefined : 'network'),
    };
    return [phone, network];
  }

  readonly #noteChoice = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return;
    const { draft } = this.#fields;
    draft.set(CHOSEN, 'true');
    draft.set('network', target.value);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mobile-money-form': MobileMoneyFormElement;
  }
}
