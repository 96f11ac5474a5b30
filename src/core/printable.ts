/**
 * Control, format (bidirectional, zero-width), private-use characters, lone surrogates and whatever else draws
 * nothing; the emoji selector U+FE0F is part of a visible character.
 */
export const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]|(?!\ufe0f)\p{DI}/u;
