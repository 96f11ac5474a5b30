import { formatDocument, normalizeDocument, validateDocument } from '../../core/validation/document.js';
import type { CardFrameText } from '../shared/strings.js';
import { isTyped, repairDeletion, type Edit, type Shown } from './typing.js';

/** A CNPJ's; a CPF has 11. */
const MAX_CHARACTERS = 14;

/** The document with its usual dots, as it is typed; letters too, since a CNPJ may have them. */
export function formatHolderDocument(edit: Edit): Shown {
  const { value, caret } = repairDeletion(edit, normalizeDocument);
  const text = normalizeDocument(value);
  if (isTyped(edit) && text.length > MAX_CHARACTERS) return { value: edit.before, caret: edit.caret - 1 };
  const shown = formatDocument(text);
  // The caret keeps its place among the characters, whatever the dots do.
  const left = normalizeDocument(value.slice(0, caret)).length;
  let at = 0;
  while (normalizeDocument(shown.slice(0, at)).length < left && at < shown.length) at++;
  return { value: shown, caret: at };
}

/** The tokenizer takes digits only, and a CNPJ with letters is said to be no mistake of the shopper's. */
export const checkHolderDocument = (value: string): CardFrameText | undefined => {
  if (!value) return 'documentRequired';
  if (!validateDocument(value).isValid) return 'documentInvalid';
  return /[a-z]/i.test(value) ? 'documentDigitsOnly' : undefined;
};
