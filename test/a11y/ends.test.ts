import { describe } from 'vitest';
import { walkScenes } from './screens.js';
import { ENDS } from './scenes.js';

describe('what became of it', () => {
  walkScenes(ENDS);
});
