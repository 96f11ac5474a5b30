import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-6',
  about:
    'The region for what went wrong comes into the page together with its words, when no screen reader listens to it yet.',
  file: 'src/elements/checkout-session/checkout-session.ts',
  find: '<div class="alert" role="alert">${parts.renderFailure(state, i18n)}</div>',
  replace:
    '${parts.failureNotice(state, i18n) ? html`<div class="alert" role="alert">${parts.renderFailure(state, i18n)}</div>` : nothing}',
  test: 'test/a11y/forms.test.ts',
  title: 'after a decline',
  built: true,
};
