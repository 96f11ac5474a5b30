import type { SessionInput } from '../../src/sandbox/index.js';

/** What the session says of the merchant. One accent that takes light text, one that takes dark text. */
export const BRANDS: Readonly<Record<string, Pick<SessionInput, 'branding' | 'merchant'>>> = {
  none: { merchant: { name: 'Café do Porto' } },
  forest: { merchant: { name: 'Mata Verde' }, branding: { primaryColor: '#14532d', name: 'Mata Verde' } },
  sunflower: { merchant: { name: 'Girassol' }, branding: { primaryColor: '#facc15', name: 'Girassol' } },
};
