import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-4',
  about: 'A list in which nothing is picked is wrong in colour alone.',
  file: 'src/elements/form-field/render-field.ts',
  find: `    ?required=\${!isOptional}
    aria-invalid=\${error ? 'true' : nothing}
`,
  replace: `    ?required=\${!isOptional}
`,
  test: 'test/a11y/fields.test.ts',
  title: 'is wrong says so',
  built: true,
};
