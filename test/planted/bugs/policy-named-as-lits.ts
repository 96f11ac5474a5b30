import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-18',
  about: 'Our script makes a policy of the name that the host’s Lit needs.',
  file: 'src/elements/define-element.ts',
  find: 'let warned = false;',
  replace:
    "let warned = false;\n(globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } }).trustedTypes?.createPolicy('lit-html', {});",
  test: 'test/e2e/integrity/two-lits.test.ts',
  title: 'host’s last, at the end',
  built: true,
};
