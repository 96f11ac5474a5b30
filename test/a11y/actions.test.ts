import { describe } from 'vitest';
import { walkScenes } from './screens.js';
import { ACTIONS } from './scenes.js';

describe('what is to be done', () => {
  walkScenes(ACTIONS);
});
