import { asciiDigits } from '../../core/ascii-digits.js';
import type { CardFrameText } from '../shared/strings.js';
import { html } from './dom.js';
import type { Edit, Shown } from './typing.js';

export type Texts = Readonly<Record<CardFrameText, string>>;

export interface FieldSpec {
  readonly label: CardFrameText;
  readonly placeholder?: CardFrameText;
  /** Token of the HTML standard's autofill list, or a name that is none; also the control's id and name. */
  readonly autocomplete: 'cc-number' | 'cc-exp' | 'cc-csc' | 'cc-name' | 'document';
  /** Digits: numeric keyboard, left to right in every language. */
  readonly isNumeric: boolean;
  /** What the field shows after a change. */
  format(edit: Edit): Shown;
  /** The text that says what is wrong, if anything. */
  check(value: string): CardFrameText | undefined;
}

/** A labelled native input with its error text; formats while it is typed in, judges when it is left. */
export class Field {
  readonly element = html('div');
  readonly input: HTMLInputElement;
  /** Holds what stands inside the field's end: a picture, a word. */
  readonly adornment = html('span', { class: 'adornment' });

  readonly #spec: FieldSpec;
  readonly #label: HTMLLabelElement;
  readonly #error: HTMLElement;
  #errorCode: CardFrameText | undefined;
  #texts!: Texts;
  #before = '';

  constructor(spec: FieldSpec, texts: Texts, onChange: () => void, onError: (message: string) => void) {
    const id = spec.autocomplete;
    this.#spec = spec;
    this.#label = html('label', { for: id });
    this.#error = html('p', { class: 'error', id: `${id}-error` });
    this.input = createInput(spec, this.#error.id);
    const control = html('div', { class: 'control' }, this.input, this.adornment);
    this.element.append(this.#label, control, this.#error);
    this.setTexts(texts);
    this.#listen(onChange, onError);
  }

  /** With its digits in ASCII, whatever keyboard they were typed on. */
  get value(): string {
    return asciiDigits(this.input.value);
  }

  get isValid(): boolean {
    return !this.#spec.check(this.value);
  }

  setTexts(texts: Texts): void {
    const { label, placeholder } = this.#spec;
    this.#texts = texts;
    this.#label.textContent = texts[label];
    if (placeholder) this.input.placeholder = texts[placeholder];
    this.showError(this.#errorCode);
  }

  /** A further text that describes the field: a hint, the brand. */
  describeBy(id: string): void {
    this.input.setAttribute('aria-describedby', `${id} ${this.#error.id}`);
  }

  /** Shows what is wrong, or takes the error away; the answer is the text shown. */
  validate(): string {
    return this.showError(this.#spec.check(this.value));
  }

  showError(code: CardFrameText | undefined): string {
    this.#errorCode = code;
    const message = code ? this.#texts[code] : '';
    this.#error.textContent = message;
    this.input.setAttribute('aria-invalid', String(code !== undefined));
    return message;
  }

  /** An error goes as soon as it is mended; a new one waits until the field is left. */
  dropMendedError(): void {
    if (this.#errorCode?.endsWith('Required') ? this.value : this.isValid) this.showError(undefined);
  }

  clear(): void {
    this.input.value = this.#before = '';
    this.showError(undefined);
  }

  #listen(onChange: () => void, onError: (message: string) => void): void {
    this.input.addEventListener('input', (event) => {
      // An IME is still at work: the text is not the shopper's yet.
      if (event instanceof InputEvent && event.isComposing) return;
      this.#rewrite(event instanceof InputEvent ? event.inputType : '');
      onChange();
    });
    this.input.addEventListener('compositionend', () => {
      this.#rewrite('');
      onChange();
    });
    this.input.addEventListener('blur', () => {
      this.#rewrite('', false);
      // Passing through an empty field is no mistake yet.
      if (this.value) onError(this.validate());
    });
  }

  #rewrite(inputType: string, movesCaret = true): void {
    const { input, value } = this;
    // A digit of some scripts is two units long: in ASCII it is counted as the one character that was typed.
    const caret = asciiDigits(input.value.slice(0, input.selectionStart ?? 0)).length;
    const shown = this.#spec.format({ before: this.#before, value, caret, inputType });
    this.#before = shown.value;
    if (shown.value === input.value) return;
    input.value = shown.value;
    if (movesCaret && document.activeElement === input) input.setSelectionRange(shown.caret, shown.caret);
  }
}

const createInput = ({ autocomplete: id, isNumeric }: FieldSpec, errorId: string): HTMLInputElement =>
  html('input', {
    id,
    name: id,
    type: 'text',
    autocomplete: id === 'document' ? 'off' : id,
    inputmode: isNumeric ? 'numeric' : 'text',
    autocapitalize: isNumeric ? 'off' : id === 'document' ? 'characters' : 'words',
    autocorrect: 'off',
    spellcheck: 'false',
    enterkeyhint: 'done',
    'aria-required': 'true',
    'aria-describedby': errorId,
    ...(id !== 'cc-name' && { dir: 'ltr' }),
  });
