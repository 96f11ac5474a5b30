import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-6',
  about: 'A welcome counts whichever window it comes from, made-up events included.',
  file: 'src/card-frame/host/frame-link.ts',
  find: 'if (!event.isTrusted || !contentWindow || event.source !== contentWindow) return;',
  replace: 'if (!contentWindow) return;',
  test: 'test/card-frame/hostile-messages.test.ts',
  title: 'kinds of windows',
};
