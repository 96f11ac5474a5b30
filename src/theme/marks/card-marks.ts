import { disc, line, shape, word, type Mark } from './mark.js';

const WHITE = '#fff';

/** Two discs, and where they meet. */
const discs = (left: string, right: string, lens: string): Mark => [
  WHITE,
  disc(left, 13.5, 12, 7.5),
  disc(right, 22.5, 12, 7.5),
  shape(lens, 'M18 6a7.5 7.5 0 0 1 0 12a7.5 7.5 0 0 1 0-12'),
];

/** The card brands that the card frame knows, by the word of `brandId`. Each word has the width it takes: the frame sets it in type. */
export const CARD_MARKS: Readonly<Record<string, Mark>> = {
  visa: [WHITE, word('VISA', '#1434cb', { height: 9, slant: 12, width: 25 })],
  mastercard: discs('#eb001b', '#f79e1b', '#ff5f00'),
  maestro: discs('#eb001b', '#00a2e5', '#7375cf'),
  amex: ['#016fd0', word('AMEX', WHITE, { height: 9 })],
  diners: [
    WHITE,
    disc('#004c97', 18, 12, 9),
    disc(WHITE, 18, 12, 6.8),
    shape('#004c97', 'M16.7 6.5a5.6 5.6 0 0 0 0 11zM19.3 6.5a5.6 5.6 0 0 1 0 11z'),
  ],
  discover: [
    WHITE,
    shape('#ff6000', 'M36 13v7a4 4 0 0 1-4 4H10c12-1 20-5 26-11'),
    word('DISC', '#231f20', { x: 10, y: 9, height: 6, width: 15 }),
    disc('#ff6000', 20.8, 9, 3),
    word('VER', '#231f20', { x: 29, y: 9, height: 6, width: 11 }),
  ],
  jcb: [
    WHITE,
    shape('#0e4c96', 'M5 3h8v18H5z'),
    shape('#d7182a', 'M14 3h8v18h-8z'),
    shape('#007b40', 'M23 3h8v18h-8z'),
    word('J', WHITE, { x: 9, width: 4 }),
    word('C', WHITE, { width: 5 }),
    word('B', WHITE, { x: 27, width: 5 }),
  ],
  unionpay: [
    WHITE,
    shape('#e21836', 'M7.5 3h8l-4 18h-8z'),
    shape('#00447c', 'M16 3h8l-4 18h-8z'),
    shape('#007b84', 'M24.5 3h8l-4 18h-8z'),
    word('UP', WHITE, { slant: 12, width: 14 }),
  ],
  elo: [
    '#000',
    line('#ffcb05', 'M6 9a5 5 0 0 1 8 0', 2.4),
    line('#00a4e0', 'M15 12a5 5 0 0 1-4 5', 2.4),
    line('#ef4123', 'M9 17a5 5 0 0 1-4-5', 2.4),
    word('elo', WHITE, { x: 25, width: 14 }),
  ],
  hiper: ['#ea6a12', word('hiper', WHITE, { y: 11.5, height: 9, width: 26 })],
  hipercard: [
    '#b3131b',
    word('Hiper', WHITE, { y: 7.6, height: 6.2, width: 22 }),
    word('card', WHITE, { y: 16.6, height: 6.2, width: 18.6 }),
  ],
  mir: [WHITE, word('MIR', '#0f754e', { y: 13, height: 9, width: 20 }), line('#00a0e5', 'M23 4.5h7', 2)],
  troy: [
    WHITE,
    word('tr', '#3d4b54', { x: 8.7, width: 8.5, height: 9 }),
    word('o', '#0097a3', { x: 17.5, height: 9, width: 7 }),
    word('y', '#3d4b54', { x: 26, height: 9, width: 6 }),
  ],
  verve: [
    '#00425f',
    disc('#ee312a', 8, 12, 5.2),
    line(WHITE, 'm5.6 9.8 2.4 4.4 2.4-4.4', 1.5),
    word('verve', WHITE, { x: 24, width: 18.6 }),
  ],
  naranja: ['#f65100', word('naranja', WHITE, { width: 29 })],
  zimswitch: [
    '#ffec00',
    word('Zim', '#231f20', { y: 7.6, height: 6.2, width: 14 }),
    word('Switch', '#231f20', { y: 16.6, height: 6.2, width: 27.6 }),
  ],
  cartesbancaires: [
    '#00a84a',
    shape('#083969', 'M16 0h16a4 4 0 0 1 4 4v16a4 4 0 0 1-4 4H20z'),
    word('C', WHITE, { x: 12, height: 11, width: 9 }),
    word('B', WHITE, { x: 24.5, height: 11, width: 9 }),
  ],
};
