import { testSequences } from './run-many.js';

// Half of them here and half beside it, so that two workers share the load.
testSequences(1, 50_000);
