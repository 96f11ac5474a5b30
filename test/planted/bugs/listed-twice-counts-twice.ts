import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-20',
  about: 'A payment that an answer lists twice is money that came twice.',
  file: 'src/core/providers/z2pay-session.ts',
  find: 'const told = [...byId.values()];',
  replace: 'const told = payments.map((wire) => paymentOf(wire, session));',
  test: 'test/core/providers/z2pay.test.ts',
  title: 'asks for no more than is due',
};
