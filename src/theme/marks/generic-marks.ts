import { disc, line, shape, type Mark } from './mark.js';

const PLATE = '#f2f4f7';
const INK = '#344054';

const drawn = (d: string): Mark => [PLATE, line(INK, d, 1.5)];

/** Kinds of payment: what stands for a bank, a wallet or a shop that has no mark of its own. */
export const GENERIC_MARKS: Readonly<Record<string, Mark>> = {
  card: drawn(
    'M10 5.5h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM8 9.5h20M11.5 14.5h4',
  ),
  bank_redirect: drawn('m9.5 9 8.5-5 8.5 5zM12 11.5v5.5m4 -5.5v5.5m4-5.5v5.5m4-5.5v5.5M9.5 19.5h17'),
  bank_transfer: [
    PLATE,
    line(INK, 'm5 9.5 6.5-4 6.5 4zM7 12v4.5m4.5-4.5v4.5m4.5-4.5v4.5M5 19h13', 1.5),
    line('#2457d6', 'M22 12.5h9m-3.5-3.5 3.5 3.5-3.5 3.5', 1.7),
  ],
  mobile_money: drawn(
    'M14.5 3.5h7a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2zM17 17.5h2',
  ),
  wallet: drawn(
    'M25 8V6.500a2 2 0 0 0-2-2H11.500a2.5 2.5 0 0 0-2.5 2.5v10a2.5 2.5 0 0 0 2.5 2.5H25a2 2 0 0 0 2-2V10a2 2 0 0 0-2-2H11M27 12h-4a1.7 1.7 0 0 0 0 3.5h4',
  ),
  cash: [
    PLATE,
    line(INK, 'M8 6.5h20v11H8z', 1.5),
    disc(INK, 18, 12, 2.7),
    disc(INK, 11.5, 12, 1),
    disc(INK, 24.5, 12, 1),
  ],
  voucher: drawn(
    'M12.5 3.5h11v17l-2.2-1.5-1.6 1.5-1.7-1.5-1.7 1.5-1.6-1.5-2.2 1.5zM15.5 8h5m-5 3.5h5m-5 3.5h3',
  ),
  qr: [
    PLATE,
    line(INK, 'M12 5h5v5h-5zm8 0h5v5h-5zm-8 8.5h5v5h-5z', 1.5),
    shape(INK, 'M19.5 12.8h2v2h-2zm4 0h2v2h-2zm-2 2h2v2.2h-2zm-2 2.2h2v2.3h-2zm4 0h2v2.3h-2z'),
  ],
  redirect: drawn('M17 6h-5a2 2 0 0 0-2 2v8.500a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2V13M20.5 4.5H26V10M26 4.5l-8 8'),
};
