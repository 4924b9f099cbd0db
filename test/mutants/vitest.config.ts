/** The tests that run on each mutant of a section, with few random cases, the same for every mutant. */

import { defineConfig } from 'vitest/config';
import sections from './sections.json' with { type: 'json' };

const name = (process.env.MUTANTS ?? 'support') as keyof typeof sections;

export default defineConfig({
  test: {
    // Every graph up to a small size, and the laws, take too long to be tried on each mutant.
    include: sections[name].tests.map((each) => `test/${each}.test.ts`),
    setupFiles: ['test/mutants/same-cases.ts'],
    env: { RULES_RUNS: process.env.RULES_RUNS ?? '200', PATHS_RUNS: '150' },
    testTimeout: 60_000,
  },
});
