import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-11',
  about: 'The address of a boleto’s PDF goes into a link as the server sent it.',
  file: 'src/elements/boleto-payment/boleto-payment.ts',
  find: 'const pdfUrl = safeUrl(action.pdfUrl);',
  replace: 'const { pdfUrl } = action;',
  test: 'test/links.test.ts',
  title: 'wherever one stands',
};
