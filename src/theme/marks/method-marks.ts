import { line, lines, shape, word, type Mark } from './mark.js';

const WHITE = '#fff';
const INK = '#101828';

/** Modules of a code that is scanned: three eyes and some of the rest. */
const CODE =
  'M0 0h5v5H0zM1.5 1.5v2h2v-2zM9 0h5v5H9zM10.5 1.5v2h2v-2zM0 9h5v5H0zM1.5 10.5v2h2v-2zM6.3 0h1.5v3H6.3zM6.3 6.3h3v1.5H6.3zM0 6.3h3v1.5H0zM11 6.3h3v1.5h-3zM7.5 9h1.5v2H7.5zM9.5 11.5h1.5V14H9.5zM12 9.5h2v2h-2zM12.5 12.8H14V14h-1.5zM6.3 12.5h1.5V14H6.3z';

/** A code to scan, from `x` on, `size` wide. */
const code = (ink: string, x: number, size: number): Mark[1] => ({
  ...shape(ink, CODE),
  transform: `translate(${x} ${12 - size / 2}) scale(${Math.round((size / 14) * 100) / 100})`,
});

const PIX = 'translate(2 2.6) scale(.78)';

/** Ways to pay that have a name of their own, by their word. */
export const METHOD_MARKS: Readonly<Record<string, Mark>> = {
  pix: [
    WHITE,
    {
      ...shape(
        '#32bcad',
        'M10.2 2.7 2.7 10.2a2.5 2.5 0 0 0 0 3.6l7.5 7.5a2.5 2.5 0 0 0 3.6 0l7.5-7.5a2.5 2.5 0 0 0 0-3.6l-7.5-7.5a2.5 2.5 0 0 0-3.6 0',
      ),
      transform: PIX,
    },
    {
      ...line(
        WHITE,
        'M5 8.2h1.1c1 0 1.7.3 2.3.9l3.6 3.6 3.6-3.6c.6-.6 1.3-.9 2.3-.9H19M5 15.8h1.1c1 0 1.7-.3 2.3-.9l3.6-3.6 3.6 3.6c.6.6 1.3.9 2.3.9H19',
        1.7,
      ),
      transform: PIX,
    },
    word('pix', '#3d4347', { x: 27.2, y: 12, width: 11.5, height: 9 }),
  ],
  boleto: [
    WHITE,
    line(INK, 'M7 5v14M13 5v14M21.5 5v14M29 5v14', 1.2),
    line(INK, 'M10 5v14M17.3 5v14M25.3 5v14', 2.6),
  ],
  pse: ['#0051a8', word('PSE', WHITE, { y: 10.5, height: 8.5 }), line('#fdb718', 'M9 18.5h18', 2)],
  khipu: ['#8347ad', word('khipu', WHITE, { y: 11.5, height: 8.5, width: 27 })],
  bancolombia: ['#fdda24', line('#2c2a29', 'm10.5 9.5 13-4M8.5 14l17-5.2M15.5 18.3l9.5-2.9', 2.8)],
  davivienda: [
    '#e1111c',
    shape(WHITE, 'M18 4l11 8.3-1.3 1.6L26 12.7V20h-5.5v-5h-5v5H10v-7.3l-1.7 1.2L7 12.3z'),
  ],
  webpay: [WHITE, ...lines('web', 'pay', '#6d2077', '#d00070')],
  wompi: ['#2c2a29', word('wompi', '#b0f2ae', { width: 28 })],
  etpay: [
    '#27348b',
    word('ET', '#4fd1ff', { x: 9.8, width: 10 }),
    word('pay', WHITE, { x: 24.5, width: 14 }),
  ],
  spei: [
    '#002972',
    word('SPEI', WHITE, { y: 9.5, height: 7 }),
    line('#f19700', 'M9 18h17m-3-2.6 3 2.6-3 2.6', 1.5),
  ],
  codi: ['#0c7c75', code(WHITE, 3, 13), word('CoDi', WHITE, { x: 26, width: 15.5 })],
  oxxo: [
    '#e70020',
    shape('#fbb110', 'M4 0h28a4 4 0 0 1 4 4v1H0V4a4 4 0 0 1 4-4M0 19h36v1a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4z'),
    word('OXXO', WHITE, { height: 8 }),
  ],
  cvu: ['#2b6cb0', word('CVU', WHITE, { height: 8.5 })],
  ach: ['#1f3a5f', word('ACH', WHITE, { height: 8.5 })],
  fednow: ['#0f2d5c', ...lines('Fed', 'Now', WHITE, '#8fc7ff')],
  rtp: [
    '#0a6b5e',
    word('RTP', WHITE, { x: 15, width: 20, height: 8, slant: 10 }),
    shape('#ffd84d', 'M30.5 5l-4.5 8h3l-1 6 4.5-8.2h-3z'),
  ],
  pagomovil: [
    WHITE,
    line(
      '#12336b',
      'M6.5 4.5h5a1.5 1.5 0 0 1 1.5 1.5v12a1.5 1.5 0 0 1-1.5 1.5h-5A1.5 1.5 0 0 1 5 18V6a1.5 1.5 0 0 1 1.5-1.5M8.2 17h1.6',
      1.5,
    ),
    word('PM', '#12336b', { x: 24.5, width: 15, height: 7.5, y: 10 }),
    line('#f2b700', 'M18 18h4', 2),
    line('#12336b', 'M23 18h3', 2),
    line('#cf142b', 'M27 18h4', 2),
  ],
  pct: [WHITE, code('#1f5fa8', 3.5, 14), word('PCT', '#1f5fa8', { x: 26.5, width: 14, height: 6.5 })],
  ligo: ['#5b2bd9', word('ligo', WHITE, { y: 11, height: 9 })],
  sip: [WHITE, code('#0b6b4f', 3.5, 14), word('QR', '#0b6b4f', { x: 26.5, width: 14, height: 7.5 })],
  breb: [
    WHITE,
    word('Bre', '#0093c4', { x: 12.3, width: 16.6 }),
    word('-B', '#27a035', { x: 26.8, width: 10.4 }),
  ],
  transfiya: ['#0a2c6b', ...lines('Transfi', 'YA', WHITE, '#00e0a4')],
};
