import { testSequences } from './run-many.js';

testSequences(50_001, 100_000);
