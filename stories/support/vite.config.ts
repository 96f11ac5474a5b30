import path from 'node:path';
import { defineConfig } from 'vite';

/** How the stories are built: the sources as they are, with nothing of what the shipped files go through. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  publicDir: false,
  build: { target: 'es2022', chunkSizeWarningLimit: 4000 },
  optimizeDeps: {
    // All of them: one that is found late loads the page anew in the middle of a test.
    include: [
      'lit',
      'lit/decorators.js',
      'lit/directives/repeat.js',
      'zod/mini',
      'i18next',
      'axe-core',
      'hono',
      'lean-qr/nano',
      '@stripe/stripe-js/pure',
      'storybook/actions',
    ],
  },
});
