import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-3',
  about: 'The body carries the time of the send, so that a re-send is another request.',
  file: 'src/core/transport/payment-sender.ts',
  find: 'const outcome = await this.#api.send(held.request);',
  replace: `const outcome = await this.#api.send({ ...held.request, body: held.request.body?.replace('{', \`{"sentAt":\${String(this.#clock.now())},\`) });`,
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
