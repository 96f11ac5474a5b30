import { toValidation, type Validation } from './validation.js';

/** What an unquoted name cannot hold (RFC 5322, `specials`), spaces, control and invisible characters, odd dots. */
const NOT_IN_NAME = /[\s\p{C}"(),:;<>[\]\\]|^\.|\.\./u;
/** Letters of any script are allowed, as browsers accept them typed. */
const NOT_IN_DOMAIN = /[^\p{L}\p{M}\p{N}.-]|^[.-]|\.[.-]|-\./u;

/** Two labels or more of up to 63 characters; the last is no number and not a single letter. */
const isComplete = (domain: string): boolean =>
  domain.split('.').every((label) => label.length < 64) && /\.[^\d.][^.]*[^.-]$/.test(domain);

/**
 * Checks the form of an e-mail address: one `@`, a name, a domain with a dot. Quoted names, comments and addresses
 * of bare hosts are refused: legal, but nobody's receipt goes there. Spaces around it do not count.
 */
export function validateEmail(text: string): Validation {
  const email = text.trim();
  const [name = '', domain, ...rest] = email.split('@');
  const isPossible = email.length <= 254 && name.length <= 64 && rest.length === 0 && !NOT_IN_NAME.test(name);
  if (domain === undefined) return toValidation(false, isPossible);
  const isBegun = isPossible && name !== '' && !name.endsWith('.') && !NOT_IN_DOMAIN.test(domain);
  return toValidation(isBegun && isComplete(domain), isBegun);
}
