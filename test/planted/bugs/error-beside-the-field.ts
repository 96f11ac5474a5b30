import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-4',
  about:
    'An error stands below its field and is not tied to it: who does not see the page hears only that the field is wrong.',
  file: 'src/elements/form-field/render-field.ts',
  find: `    ?required=\${!spec.isOptional}
    aria-invalid=\${error ? 'true' : nothing}
    aria-describedby=\${describedBy}
`,
  replace: `    ?required=\${!spec.isOptional}
    aria-invalid=\${error ? 'true' : nothing}
`,
  test: 'test/elements/customer-fields.test.ts',
  title: 'on submit',
};
