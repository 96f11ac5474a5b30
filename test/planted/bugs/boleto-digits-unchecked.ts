import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'A boleto is shown although a check digit of its line is wrong.',
  file: 'src/core/boleto/read-boleto.ts',
  find: 'if (!validateBoleto(line).isValid) throw',
  replace: "if (line === '') throw",
  test: 'test/core/read-boleto.test.ts',
  title: 'refuses a line',
};
