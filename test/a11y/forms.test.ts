import { describe } from 'vitest';
import { walkScenes } from './screens.js';
import { FORMS } from './scenes.js';

describe('the form', () => {
  walkScenes(FORMS);
});
