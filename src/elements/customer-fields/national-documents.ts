import {
  DOCUMENT_RULES,
  nationalDocumentError,
  normalizeNationalDocument,
} from '../../core/validation/national-document.js';
import type { Recipe } from './field-specs.js';

const ERRORS = { form: 'documentForm', digit: 'documentDigit', none: undefined } as const;

/** How a document of a type is asked; of a type without rules nothing is known. */
export function documentRule(type: string): Partial<Recipe> {
  const rule = DOCUMENT_RULES.get(type);
  return rule
    ? {
        placeholder: rule.example,
        check: (value) => ERRORS[nationalDocumentError(value, type) ?? 'none'],
        toValue: normalizeNationalDocument,
      }
    : {};
}
