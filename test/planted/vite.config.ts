import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vite.config.js';
import { plant, type PlantedBug } from './planted-bug.js';

const root = path.join(import.meta.dirname, '../..');

/** The bug to plant, as JSON, from `run.ts`: the product's own configuration knows nothing of it. */
const bug = JSON.parse(process.env['PLANTED_BUG'] ?? '') as PlantedBug;
const target = path.join(root, bug.file);

export default mergeConfig(
  base,
  defineConfig({
    root,
    plugins: [
      {
        name: 'planted-bug',
        enforce: 'pre',
        load(id) {
          const [file, query] = id.split('?');
          if (file !== target) return undefined;
          const source = plant(bug, readFileSync(target, 'utf8'));
          // A test may read the text and not run it.
          return query === 'raw' ? `export default ${JSON.stringify(source)}` : source;
        },
      },
    ],
  }),
);
