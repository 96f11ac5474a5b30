/** The process in which `run.ts` plays sequences of tier F: a seed comes in, what was found goes out. */
import { runSequence } from '../properties/sequence.js';

process.on('message', (seed) => {
  void runSequence(seed as number).then((result) => process.send?.(result));
});
