import type { CardFrameStrings, CardFrameText } from '../shared/strings.js';
import { CardBrand } from './card-brand.js';
import type { AskBrands } from './brand-lookup.js';
import { brandName } from './brands.js';
import { checkCardNumber, formatCardNumber } from './card-number.js';
import { DEFAULT_TEXTS } from './default-texts.js';
import { html } from './dom.js';
import { checkExpiry, formatExpiry, parseExpiry } from './expiry.js';
import { Field, type FieldSpec, type Texts } from './field.js';
import { checkHolderDocument, formatHolderDocument } from './holder-document.js';
import { brandMark, codeMark } from './marks.js';
import { digitsOf, isTyped, type Edit, type Shown } from './typing.js';

/** What the tokenizer gets. It exists only while it is sent. */
export interface CardData {
  readonly number: string;
  readonly expiryMonth: number;
  readonly expiryYear: number;
  readonly cvc: string;
  readonly holderName: string;
  /** Only where the digits do not say it: the one that is picked on a co-badged card. */
  readonly brand?: string;
  /** Digits of the holder's CPF or CNPJ, where the tokenizer needs it. */
  readonly document?: string;
}

/** What the host may know of a form that is being filled in. */
export interface CardFormState {
  readonly complete: boolean;
  readonly brand: string | undefined;
}

export interface CardFormEvents {
  onChange(state: CardFormState): void;
  onSubmit(): void;
  readonly askBrands?: AskBrands;
}

/** Longest name EMV puts on a chip is 26 characters; banks' forms take more. */
const MAX_NAME_LENGTH = 100;

/** Number, expiry, security code and name: the only place where they are typed. */
export class CardForm {
  readonly element = html('form', { novalidate: '', autocomplete: 'on' });

  readonly #number: Field;
  readonly #expiry: Field;
  readonly #code: Field;
  readonly #name: Field;
  readonly #document: Field;
  #fields: readonly Field[];
  readonly #live = html('div', { class: 'hidden', role: 'status' });
  readonly #brandName = html('span', { class: 'brand', id: 'brand' });
  readonly #codeHint = html('span', { class: 'hidden', id: 'code-hint' });
  readonly #events: CardFormEvents;
  #texts: Texts = DEFAULT_TEXTS;
  readonly #brand: CardBrand;
  #accepted: readonly string[] = [];

  constructor(events: CardFormEvents) {
    this.#events = events;
    this.#brand = new CardBrand(events.askBrands, this.#changed, () => {
      this.#changed();
      this.#number.dropMendedError();
    });
    this.#number = this.#field(
      'cardNumber',
      'cc-number',
      'cardNumberPlaceholder',
      formatCardNumber,
      (value) => checkCardNumber(digitsOf(value), this.#accepted, this.#brand.carried),
    );
    this.#expiry = this.#field('expiry', 'cc-exp', 'expiryPlaceholder', formatExpiry, (value) =>
      checkExpiry(value, Date.now()),
    );
    this.#code = this.#field('securityCode', 'cc-csc', undefined, this.#formatCode, this.#checkCode);
    this.#name = this.#field(
      'holderName',
      'cc-name',
      undefined,
      ({ value, caret }) => ({ value, caret }),
      checkName,
    );
    this.#document = this.#field(
      'document',
      'document',
      undefined,
      formatHolderDocument,
      checkHolderDocument,
    );
    this.#fields = [this.#number, this.#expiry, this.#code, this.#name];
    this.#name.input.maxLength = MAX_NAME_LENGTH;
    this.#number.element.className = 'marked wide';
    this.#code.element.className = 'marked';
    this.#number.describeBy(this.#brandName.id);
    this.#code.describeBy(this.#codeHint.id);
    this.element.append(
      this.#number.element,
      this.#brand.choice.element,
      html('div', { class: 'pair' }, this.#expiry.element, this.#code.element),
      this.#name.element,
      this.#live,
    );
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    this.element.addEventListener('keydown', this.#submitOnEnter);
    this.#showBrand();
  }

  get state(): CardFormState {
    return { complete: this.#fields.every((field) => field.isValid), brand: this.#brand.id };
  }

  /** The words of another language; what is typed stays. */
  setStrings({ lang, dir, texts }: CardFrameStrings): void {
    document.documentElement.lang = lang;
    document.documentElement.dir = dir;
    this.#texts = { ...DEFAULT_TEXTS, ...texts };
    document.title = this.#texts.title;
    for (const field of this.#fields) field.setTexts(this.#texts);
    this.#showBrand();
  }

  /** The brands the merchant takes, as `brandId` words; none = all. */
  setAcceptedBrands(brands: readonly string[]): void {
    this.#accepted = brands;
    this.#changed();
    this.#number.dropMendedError();
  }

  /** Asks for the holder's document as well, or no longer. */
  needDocument(isNeeded: boolean): void {
    const asked = this.#fields.filter((field) => field !== this.#document);
    this.#fields = isNeeded ? [...asked, this.#document] : asked;
    this.#document.setTexts(this.#texts);
    if (isNeeded) this.#name.element.after(this.#document.element);
    else this.#document.element.remove();
    this.#report();
  }

  /** While the card is on its way nothing in it may change. */
  setBusy(isBusy: boolean): void {
    for (const field of this.#fields) field.input.readOnly = isBusy;
    this.#brand.choice.isBusy = isBusy;
  }

  /** The first field that wants attention. */
  focus(): void {
    (this.#fields.find((field) => !field.isValid) ?? this.#number).input.focus();
  }

  /** The whole card, or `undefined`: then every error is shown and spoken, and the first field has the focus. */
  read(): CardData | undefined {
    const errors = this.#fields.map((field) => field.validate()).filter(Boolean);
    const expiry = parseExpiry(this.#expiry.value);
    const { told } = this.#brand;
    if (errors.length > 0 || !expiry) {
      // The field that is left says something of its own, so the focus moves first.
      this.focus();
      this.#say(errors.join(' '));
      return undefined;
    }
    return {
      number: digitsOf(this.#number.value),
      expiryMonth: expiry.month,
      expiryYear: expiry.year,
      cvc: this.#code.value,
      holderName: this.#name.value.trim(),
      ...(told !== undefined && { brand: told }),
      ...(this.#fields.includes(this.#document) && { document: digitsOf(this.#document.value) }),
    };
  }

  /** The tokenizer refused one member of the card: shown at its field. `false` if it has none here. */
  refuse(param: string): boolean {
    const refusals: Readonly<Record<string, readonly [Field, CardFrameText]>> = {
      number: [this.#number, 'cardNumberInvalid'],
      expiryMonth: [this.#expiry, 'expiryInvalid'],
      expiryYear: [this.#expiry, 'expiryInvalid'],
      cvc: [this.#code, 'securityCodeInvalid'],
      holderName: [this.#name, 'holderNameInvalid'],
      brand: [this.#number, 'brandNotAccepted'],
      document: [this.#document, 'documentInvalid'],
    };
    const refusal = Object.hasOwn(refusals, param) ? refusals[param] : undefined;
    if (!refusal) return false;
    const [field, code] = refusal;
    field.input.focus();
    this.#say(field.showError(code));
    return true;
  }

  clearSecurityCode(): void {
    this.#code.clear();
    this.#report();
  }

  clearAll(): void {
    for (const field of this.#fields) field.clear();
    this.#live.textContent = '';
    this.#brand.forget();
    this.#changed();
  }

  #field(
    label: CardFrameText,
    autocomplete: FieldSpec['autocomplete'],
    placeholder: CardFrameText | undefined,
    format: (edit: Edit) => Shown,
    check: (value: string) => CardFrameText | undefined,
  ): Field {
    const field: Field = new Field(
      {
        label,
        autocomplete,
        ...(placeholder && { placeholder }),
        isNumeric: autocomplete !== 'cc-name' && autocomplete !== 'document',
        format,
        check,
      },
      this.#texts,
      () => {
        this.#changed();
        field.dropMendedError();
      },
      (message) => {
        this.#say(message);
      },
    );
    return field;
  }

  readonly #formatCode = (edit: Edit): Shown => {
    const digits = digitsOf(edit.value);
    // As for the number: a digit too many is not taken, a pasted one too many is judged.
    if (isTyped(edit) && digits.length > this.#codeLength(4))
      return { value: edit.before, caret: edit.caret - 1 };
    return { value: digits.slice(0, 8), caret: digitsOf(edit.value.slice(0, edit.caret)).length };
  };

  readonly #checkCode = (value: string): CardFrameText | undefined => {
    if (!value) return 'securityCodeRequired';
    if (value.length < this.#codeLength(3)) return 'securityCodeIncomplete';
    return value.length > this.#codeLength(4) ? 'securityCodeInvalid' : undefined;
  };

  #codeLength(whileUnknown: number): number {
    return this.#brand.codeLength ?? whileUnknown;
  }

  readonly #submitOnEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || event.repeat) return;
    event.preventDefault();
    // A script's key is nobody's wish to pay.
    if (event.isTrusted) this.#events.onSubmit();
  };

  readonly #changed = (): void => {
    const { id, codeLength } = this.#brand;
    const words = this.#brand.follow(digitsOf(this.#number.value), this.#accepted);
    if (id !== this.#brand.id) this.#showBrand();
    if (codeLength !== this.#brand.codeLength) this.#code.dropMendedError();
    if (words) this.#say(words);
    this.#report();
  };

  #showBrand(): void {
    const { id } = this.#brand;
    const onFront = this.#codeLength(3) === 4;
    this.#brandName.textContent = id === undefined ? '' : brandName(id);
    this.#codeHint.textContent = this.#texts[onFront ? 'securityCodeHintFront' : 'securityCodeHint'];
    this.#number.adornment.replaceChildren(this.#brandName, brandMark(id));
    this.#code.adornment.replaceChildren(this.#codeHint, codeMark(onFront));
    this.#brand.choice.setText(this.#texts.brandChoice);
  }

  #report(): void {
    this.#events.onChange(this.state);
  }

  /** Into the live region. A new text node each time: the same words twice are spoken twice. */
  #say(message: string): void {
    this.#live.replaceChildren(message);
  }
}

const checkName = (value: string): CardFrameText | undefined => {
  if (!value.trim()) return 'holderNameRequired';
  // A number here is a card number in the wrong field, and names are kept by systems that must never see one.
  return digitsOf(value).length >= 12 || !/\p{L}/u.test(value) ? 'holderNameInvalid' : undefined;
};
