import { defineConfig } from 'vitest/config'

/** Generous, for a machine that does other work beside: a test waits for conditions, never for time. */
const PATIENCE_MS = 30_000

export default defineConfig({
  test: {
    include: ['{shared,server,client,scripts,bench}/**/*.test.{ts,tsx,mjs}'],
    environment: 'node',
    setupFiles: ['scripts/testing/fail-on-console-error.ts'],
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    maxWorkers: 2,
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
})
