/** One change of a field, as the `input` event tells it. */
export interface Edit {
  /** What the field showed before. */
  readonly before: string;
  /** What the browser made of it. */
  readonly value: string;
  readonly caret: number;
  /** `InputEvent.inputType`; empty for autofill and for leaving the field: then the value stands as a whole. */
  readonly inputType: string;
}

/** What the field shows next, and where the caret stands in it. */
export interface Shown {
  readonly value: string;
  readonly caret: number;
}

/** Only the digits; what a field hands on is ASCII. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** One character typed by hand, as against pasted, dropped, dictated, suggested by the keyboard or filled in. */
export const isTyped = ({ inputType, before, value }: Edit): boolean =>
  inputType === 'insertText' && value.length === before.length + 1;

export const isDeletion = ({ inputType }: Edit): boolean => inputType.startsWith('delete');

/**
 * A deletion that hit only a separator takes the digit beyond it: the separator would come back by itself, and
 * Backspace would stop there for good. Every other edit is returned as it is.
 *
 * @param kept what of a text is not a separator
 */
export function repairDeletion(edit: Edit, kept = digitsOf): Edit {
  const { before, value, caret } = edit;
  const hitSeparator = isDeletion(edit) && before.length === value.length + 1 && kept(before) === kept(value);
  if (!hitSeparator) return edit;
  const separator = before.charAt(caret);
  return edit.inputType.endsWith('Forward')
    ? { ...edit, value: value.slice(0, caret) + separator + value.slice(caret + 1), caret: caret + 1 }
    : {
        ...edit,
        value: value.slice(0, Math.max(0, caret - 1)) + separator + value.slice(caret),
        caret: Math.max(0, caret - 1),
      };
}
