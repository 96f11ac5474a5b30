import { shape, word, type Mark } from './mark.js';

const WHITE = '#fff';

/** Card brands that a session may list and the card frame cannot tell from the number. */
export const MORE_CARD_MARKS: Readonly<Record<string, Mark>> = {
  aura: ['#00498f', word('aura', '#ffd200', { height: 9, width: 25 })],
  cabal: ['#00609c', word('CABAL', WHITE, { width: 29 })],
  dankort: [
    WHITE,
    shape('#e31f28', 'M18 3a13.5 9 0 0 1 0 18a13.5 9 0 0 1 0-18'),
    word('DK', WHITE, { height: 8, slant: 12 }),
  ],
  rupay: [
    WHITE,
    word('RuPay', '#302f82', { x: 14.5, width: 21, slant: 8 }),
    shape('#f46f20', 'M26.5 5.5l4 6.5-5.5 6.5z'),
    shape('#097a44', 'M29.5 5.5l4 6.5-5.5 6.5z'),
  ],
  bancontact: [
    WHITE,
    shape('#005498', 'M3 12h18l-7 7H5a2 2 0 0 1-2-2z'),
    shape('#ffd800', 'M22 5h9a2 2 0 0 1 2 2v5H15z'),
  ],
};
