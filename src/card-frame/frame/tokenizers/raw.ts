import { originsIn } from '../connection.js';

/** The name a session's method gives where there is no tokenizer: its API takes the card itself. */
export const RAW = 'raw';

/**
 * Whether the card may leave the frame as it is, to a page of this origin. A page may ask for it, and so may a script that
 * was smuggled into the page of a shop that never did: what counts is that the frame's own server names the origin in
 * `<meta name="card-frame-raw">`. Where it names none, this frame hands over no card whatever the page says.
 */
export const mayHandOver = (origin: string): boolean =>
  originsIn('card-frame-raw')?.includes(origin) ?? false;
