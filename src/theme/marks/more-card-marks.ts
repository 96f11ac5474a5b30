import { line, shape, word, type Mark } from './mark.js';

const WHITE = '#fff';

/** Card brands that a session may list and the card frame cannot tell from the number. */
export const MORE_CARD_MARKS: Readonly<Record<string, Mark>> = {
  aura: ['#00498f', word('aura', '#ffd200', { height: 9, width: 25 })],
  cabal: [WHITE, word('CABAL', '#003a70', { y: 10, height: 7 }), line('#5fae2f', 'M5 18.5h26', 2)],
  dankort: [
    WHITE,
    shape('#ed1c24', 'M18 3.5a12.5 8.5 0 0 0 0 17z'),
    shape('#16346f', 'M18 3.5a12.5 8.5 0 0 1 0 17z'),
    word('D', WHITE, { x: 13, height: 6.5 }),
    word('K', WHITE, { x: 23, height: 6.5 }),
  ],
  rupay: [
    WHITE,
    word('RuPay', '#1b3281', { x: 14.5, width: 21, slant: 8 }),
    shape('#f47920', 'M26.5 5.5l4 6.5-5.5 6.5z'),
    shape('#097a44', 'M29.5 5.5l4 6.5-5.5 6.5z'),
  ],
  bancontact: [
    WHITE,
    shape('#005498', 'M5 5h16l-7 7H3v-5a2 2 0 0 1 2-2'),
    shape('#ffd800', 'M22 12h11v5a2 2 0 0 1-2 2H15z'),
  ],
};
