import { defineConfig } from 'vitest/config';

/** These need the packed plugin. */
const packed = ['tests/e2e/**/*.test.ts', 'tests/package/**/*.test.ts', 'tests/types/**/*.test.ts'];

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: packed, testTimeout: 120_000 } },
      { extends: true, test: { name: 'e2e', include: packed, globalSetup: 'tests/e2e/setup.ts', testTimeout: 300_000, hookTimeout: 300_000 } },
    ],
  },
});
