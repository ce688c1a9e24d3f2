import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { wordsByLanguage } from '../client/i18n/by-language.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Two runs: `unit` (everything without a browser) and `e2e` (Chromium, one file at a time). */
export default defineConfig({
  test: {
    projects: [
      {
        root,
        plugins: [wordsByLanguage()],
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          environment: 'node',
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          include: ['test/e2e/*.e2e.ts'],
          environment: 'node',
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
