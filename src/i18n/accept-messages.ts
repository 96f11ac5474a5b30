import { bare } from '../core/bare.js';
import type { LocaleFault } from './create-i18n.js';

/** What was read of a merchant's own words: those to show, and why others are not shown. */
export interface AcceptedMessages {
  /** By tag, with `-x-own` behind it. */
  readonly words: Readonly<Record<string, object>>;
  readonly faults: readonly LocaleFault[];
}

/** One text of ours takes no more room than this, and no word of a merchant's does. */
const LONGEST = 1_000;
/** The card frame shows no longer ones. */
const LONGEST_IN_FRAME = 300;

const PLURAL = /_(zero|one|two|few|many|other)$/;

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const placeholders = (text: string): string =>
  [...new Set(text.match(/\{\{.*?\}\}/g) ?? [])].sort().join(' ');

/** Why this may not stand for our word; empty where it may. */
function faultOf(own: unknown, ours: unknown, key: string): string {
  if (typeof ours !== 'string') return 'is no word of the checkout';
  if (typeof own !== 'string') return 'is no text';
  if (own.trim() === '') return 'is empty';
  const longest = key.includes('.card.frame.') ? LONGEST_IN_FRAME : LONGEST;
  if (own.length > longest) return `is longer than ${String(longest)} characters`;
  // Without the amount on the button, or with a sign that nobody fills in, the shopper reads something else than is paid.
  if (placeholders(own) !== placeholders(ours))
    return `must hold ${placeholders(ours) || 'nothing to fill in'}, as ours does`;
  return '';
}

/** Texts only, in the groups of `Messages`, each with the placeholders of ours. */
function acceptGroup(group: unknown, prefix: string, ourWord: (key: string) => unknown): AcceptedGroup {
  if (!isGroup(group)) return { words: {}, refused: [`${prefix} is no group of words`] };
  const words: Record<string, unknown> = {};
  const refused: string[] = [];
  for (const [name, value] of Object.entries(group)) {
    const key = `${prefix}.${name}`;
    const ours = ourWord(key) ?? ourWord(key.replace(PLURAL, ''));
    if (isGroup(ours)) {
      const inner = acceptGroup(value, key, ourWord);
      words[name] = inner.words;
      refused.push(...inner.refused);
    } else {
      const fault = faultOf(value, ours, key);
      if (fault) refused.push(`${key} ${fault}`);
      else words[name] = value;
    }
  }
  return { words, refused };
}

interface AcceptedGroup {
  readonly words: Readonly<Record<string, unknown>>;
  readonly refused: readonly string[];
}

const isTag = (tag: string): boolean => {
  try {
    return /^[a-z]{2,3}(-|$)/.test(tag) && Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
};

/** Own members only: what a page has put on every object is no word. */
const memberOf = (value: unknown, name: string): unknown =>
  isGroup(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/**
 * Reads a merchant's own words. What is refused is not shown, everything else is.
 * @param own by language tag, as the merchant set it
 * @param tags whose words are looked for now, best first
 * @param builtIn our words by tag
 */
export function acceptMessages(
  own: unknown,
  tags: readonly string[],
  builtIn: Readonly<Record<string, object>>,
): AcceptedMessages {
  // Of each tag, if only none: those that were shown before must not stay.
  const words: Record<string, object> = bare(Object.fromEntries(tags.map((tag) => [`${tag}-x-own`, {}])));
  const refused: string[] = [];
  try {
    acceptTags(own, tags, builtIn, words, refused);
  } catch {
    // A getter of the merchant's that throws is no reason for another language.
    refused.push('messages cannot be read');
  }
  return { words, faults: refused.length > 0 ? [faultOfAll(refused)] : [] };
}

function acceptTags(
  own: unknown,
  tags: readonly string[],
  builtIn: Readonly<Record<string, object>>,
  words: Record<string, object>,
  refused: string[],
): void {
  if (!isGroup(own)) {
    refused.push('messages is no object');
    return;
  }
  for (const tag of Object.keys(own))
    if (!isTag(tag)) refused.push(`${tag} is no language tag such as pt-BR`);
  for (const [index, tag] of tags.entries()) {
    const group = memberOf(own, tag);
    if (group === undefined) continue;
    const ourWord = (key: string): unknown =>
      tags
        .slice(index)
        .map((from) => key.split('.').slice(1).reduce<unknown>(memberOf, builtIn[from]))
        .find((word) => word !== undefined);
    const accepted = acceptGroup(group, tag, ourWord);
    words[`${tag}-x-own`] = accepted.words;
    refused.push(...accepted.refused);
  }
}

const faultOfAll = (refused: readonly string[]): LocaleFault => [
  'invalid_messages',
  `Not all of messages is shown: ${refused.join('; ')}.`,
  'Give texts by language and key: { es: { checkout: { shop: "…" } } }.',
];
