import { disc, line, lines, shape, word, type Mark } from './mark.js';

const WHITE = '#fff';

/** Wallets on the phone, by the word a session names them by. */
export const MOBILE_MARKS: Readonly<Record<string, Mark>> = {
  ecocash: [WHITE, ...lines('Eco', 'Cash', '#105baa', '#ec2027')],
  onemoney: [
    '#ee8422',
    shape('#000', 'M4 0h28a4 4 0 0 1 4 4v8H0V4a4 4 0 0 1 4-4'),
    ...lines('One', 'Money', '#ee8422', '#000'),
  ],
  telecash: ['#e3001b', ...lines('Tele', 'cash', WHITE)],
  innbucks: [
    '#1f2440',
    ...lines('Inn', 'Bucks', WHITE),
    disc('#e9b721', 5, 7.5, 1.6),
    disc('#8e4fb7', 9, 7.5, 1.6),
    disc('#2aa684', 27, 7.5, 1.6),
    disc('#d83a3a', 31, 7.5, 1.6),
  ],
  omari: ['#009677', word('O’mari', WHITE)],
  mpesa: [WHITE, word('M-PESA', '#2f9a3e', { y: 10, height: 8 }), line('#ec1d27', 'M5 18.5h26', 2.2)],
  airtel: [
    '#e40000',
    line(
      WHITE,
      'M15.5 18.500c-3 .6-5.3-1-4.6-4.2.8-3.8 4.8-8.4 8.4-8.8 3.2-.3 3.9 2.2 2.3 5.3-1.7 3.3-4.9 6-3.6 7.4 1.4 1.5 4.8-.6 6.3-2.6',
      2.3,
    ),
  ],
  mtn: [
    '#ffcb05',
    line('#0b0b0b', 'M18 4.500c7.5 0 13 3 13 7.5s-5.5 7.5-13 7.5-13-3-13-7.5 5.5-7.5 13-7.5z', 1.5),
    word('MTN', '#0b0b0b', { height: 6.5 }),
  ],
  orange: ['#000', line('#ff7900', 'M9 16 17 8m-6 0h6v6', 3), line(WHITE, 'M27 8l-8 8m6 0h-6v-6', 3)],
  tigo: ['#ffd100', word('Mixx', '#1b2a6b', { height: 9 })],
  wave: [
    '#1dc8ff',
    shape(
      '#10131a',
      'M18 3c4.2 0 6.5 3.3 6.5 8.5 0 3 1.5 4.5 1.5 6.5l-2.8-.5C22.5 20 20.5 21.5 18 21.5s-4.5-1.5-5.2-4L10 18c0-2 1.5-3.5 1.5-6.5C11.5 6.3 13.8 3 18 3',
    ),
    shape(WHITE, 'M18 9.500c3 0 4.2 2.3 4.2 5.2 0 3-1.7 5-4.2 5s-4.2-2-4.2-5c0-2.9 1.2-5.2 4.2-5.2'),
    disc(WHITE, 15.9, 7.4, 1.1),
    disc(WHITE, 20.1, 7.4, 1.1),
    shape('#ffa400', 'M16.3 9.3h3.4L18 11.8z'),
  ],
  moov: [
    '#005ca8',
    word('moov', WHITE, { y: 10.5, height: 9, width: 25 }),
    line('#f60', 'M7 18c7 2.6 15 2.6 22 0', 2),
  ],
  vodafone: [
    '#e60000',
    disc(WHITE, 18, 12, 8.5),
    shape(
      '#e60000',
      'M22.5 13.200a4.5 4.5 0 1 1-9-.3c.1-4.3 3.3-7.4 7.3-7.9.2 0 .3.2.1.3-1.7.8-2.7 2.1-2.8 3.7 2.5.2 4.3 1.9 4.4 4.2',
    ),
  ],
  telecel: ['#e3001b', word('telecel', WHITE, { height: 8, width: 29 })],
  nequi: [
    '#200020',
    shape('#da0081', 'M3.5 6.5h3.6v3.2H3.5z'),
    word('Nequi', WHITE, { x: 21, y: 11.5, width: 24 }),
  ],
  daviplata: ['#e1111c', ...lines('Davi', 'Plata', WHITE)],
  yape: [
    '#742284',
    word('yape', WHITE, { x: 15, y: 11.5, width: 20, height: 9 }),
    disc('#10cbb4', 29.5, 9, 3),
  ],
};
