import type { CardFrameText } from '../shared/strings.js';
import { isDeletion, isTyped, repairDeletion, type Edit, type Shown } from './typing.js';

interface Parts {
  readonly month: string;
  readonly year: string;
  /** Whether something stands after the month already: a slash, or the year. */
  readonly isSplit: boolean;
}

/** How many digits of an unbroken run are the month: two, or the one that can be nothing else. */
const monthLength = (run: string): number => (/^(?:0|1[0-2])/.test(run) || run === '1' ? 2 : 1);

function splitRun(run: string): Parts {
  // 203112: no month is 20, so the year comes first.
  if (/^20\d\d(?:0[1-9]|1[0-2])$/.test(run))
    return { month: run.slice(4), year: run.slice(0, 4), isSplit: true };
  // 12031 is 1/2031 rather than 12/031.
  const length = /^\d20\d\d$/.test(run) ? 1 : monthLength(run);
  return { month: run.slice(0, length), year: run.slice(length), isSplit: run.length > length };
}

/** `12/28`, `12 / 2028`, `12-28`, `122028`, `1/28`, `2028-12`: the month and the year as they stand. */
function split(text: string): Parts {
  // Invisible characters come with what is copied from a page, and may stand within a number.
  const ascii = text.replace(/\p{Cf}/gu, '').replace(/^[^\d/]+/, '');
  const [first = '', second = ''] = ascii.match(/\d+/g) ?? [];
  // What a deletion of the whole month leaves.
  if (first && ascii.startsWith('/')) return { month: '', year: first, isSplit: true };
  if (second && first.length === 4) return { month: second, year: first, isSplit: true };
  return /^\d+\D/.test(ascii) ? { month: first, year: second, isSplit: true } : splitRun(first);
}

const isMonth = (month: string): boolean => /^(?:0[1-9]|1[0-2])$/.test(month);

/** `20` and `202` stand until the year is whole, so that somebody who types 2028 may. */
const isYearStart = (year: string): boolean => year.length <= 2 || /^20\d$/.test(year);

const shortYear = (year: string): string => (/^20\d\d$/.test(year) ? year.slice(2) : year);

/** The expiry as `MM/YY`; the slash comes by itself as soon as the month is whole. */
export function formatExpiry(edit: Edit): Shown {
  const { value: text, caret } = repairDeletion(edit);
  const { month, year: longYear, isSplit } = split(text);
  const year = shortYear(longYear);
  const atEnd = caret >= text.length;
  const show = (value: string): Shown => ({
    value,
    caret: atEnd ? value.length : Math.min(caret, value.length),
  });

  if (isDeletion(edit)) return show(year ? `${month}/${year}` : month);
  if (isTyped(edit)) {
    // A digit too many is not taken.
    if (month.length > 2 || !isYearStart(year)) return { value: edit.before, caret: edit.caret - 1 };
    // A month in front of a year is being corrected: a zero put before it would be in the way.
    if (!atEnd) return show(month + (isSplit ? '/' : '') + year);
  }
  const isWhole = isSplit || (isTyped(edit) && month > '1');
  const padded = /^[1-9]$/.test(month) && isWhole ? `0${month}` : month;
  return show(padded + (padded && (isSplit || (isTyped(edit) && isMonth(padded))) ? '/' : '') + year);
}

/** Month 1–12 and the four-digit year of a whole expiry; `undefined` for anything else. */
export function parseExpiry(text: string): { month: number; year: number } | undefined {
  const { month, year } = split(text);
  if (!/^\d{1,2}$/.test(month) || !/^(?:\d\d|\d{4})$/.test(year)) return undefined;
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) return undefined;
  return { month: monthNumber, year: Number(year.length === 2 ? `20${year}` : year) };
}

/** Issuers print no card for longer; a later year is a slip of the finger. */
const MAX_YEARS_AHEAD = 20;
/** A card is good to the end of its month wherever the shopper is: the last place on earth is 12 hours behind UTC. */
const LAST_TIMEZONE_MS = 12 * 3_600_000;

/** What is wrong with an expiry, if anything. `nowMs`: the wall clock, milliseconds. */
export function checkExpiry(text: string, nowMs: number): CardFrameText | undefined {
  if (!text.trim()) return 'expiryRequired';
  const expiry = parseExpiry(text);
  if (!expiry) {
    const { month, year } = split(text);
    const mayBecomeMonth = month.length < 2 || isMonth(month);
    return mayBecomeMonth && year.length !== 2 && isYearStart(year) ? 'expiryIncomplete' : 'expiryInvalid';
  }
  const now = new Date(nowMs - LAST_TIMEZONE_MS);
  const monthsLeft = (expiry.year - now.getUTCFullYear()) * 12 + expiry.month - 1 - now.getUTCMonth();
  if (monthsLeft < 0) return 'expiryPast';
  return monthsLeft > MAX_YEARS_AHEAD * 12 ? 'expiryInvalid' : undefined;
}
