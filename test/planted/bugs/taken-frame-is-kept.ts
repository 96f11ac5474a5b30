import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-9',
  about: 'The page waits for the last word of a frame that was taken away.',
  file: 'src/card-frame/host/frame-link.ts',
  find: 'if (!this.iframe.isConnected)',
  replace: "if (!this.iframe.isConnected && this.iframe.title === '')",
  test: 'test/card-frame/card-frame-host.test.ts',
  title: 'its last word is lost',
};
