/** The tests that run on each mutant of the rules: those of `test/rules`, with few cases, the same for every mutant. */

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/rules/*.test.ts'],
    // Every graph up to a small size takes too long to be tried on each mutant.
    exclude: ['test/rules/{small-graphs,laws}.test.ts'],
    setupFiles: ['test/mutants/same-cases.ts'],
    env: { RULES_RUNS: '400' },
    testTimeout: 60_000,
  },
});
