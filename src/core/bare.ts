/**
 * Takes an object's prototype away: where it has no member of a name, there is none, whatever the page has put on
 * `Object.prototype` (S-14). Only for what the language or the platform makes; what is written `{ … }` has none in the build.
 */
export const bare = <T extends object>(value: T): T => Object.setPrototypeOf(value, null) as T;
