import { CARD_MARKS } from './card-marks.js';
import { GENERIC_MARKS } from './generic-marks.js';
import type { Mark } from './mark.js';
import { METHOD_MARKS } from './method-marks.js';
import { MOBILE_MARKS } from './mobile-marks.js';
import { MORE_CARD_MARKS } from './more-card-marks.js';

/** Every drawing, by the word it is asked for. A map: an object would answer inherited names. */
export const MARKS: ReadonlyMap<string, Mark> = new Map(
  [CARD_MARKS, MORE_CARD_MARKS, METHOD_MARKS, MOBILE_MARKS, GENERIC_MARKS].flatMap((group) =>
    Object.entries(group),
  ),
);

/** The words there is a drawing for. */
export const MARK_NAMES: readonly string[] = [...MARKS.keys()];
