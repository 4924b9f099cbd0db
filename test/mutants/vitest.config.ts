/** The tests that run on each mutant of the rules: those of `test/rules`, with few cases, the same for every mutant. */

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Every graph up to a small size, and the laws, take too long to be tried on each mutant.
    include: ['test/rules/{support,edges,policies,touched-answers,check-proof}.test.ts'],
    setupFiles: ['test/mutants/same-cases.ts'],
    env: { RULES_RUNS: '1000' },
    testTimeout: 60_000,
  },
});
