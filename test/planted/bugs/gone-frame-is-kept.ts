import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-9',
  about: 'The page does not hear that the frame is gone.',
  file: 'src/card-frame/host/frame-link.ts',
  find: "if (message.type === 'gone') {",
  replace: "if (message.type === 'gone' && this.iframe.title === '') {",
  test: 'test/card-frame/card-frame-host.test.ts',
  title: 'says that it is being left',
};
