/** Mutates the rules and runs their tests on each mutant: `npm run prove:mutants`, in the folder of the project. */

/** The rules alone; a file or a range of lines is given as `-- --mutate src/rules/offers.ts:10-40`. */
const RULES = ['src/rules/*.ts'];

export default {
  testRunner: 'vitest',
  plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
  vitest: { configFile: 'test/mutants/vitest.config.ts', related: false },
  mutate: RULES,
  ignorePatterns: ['seeds', 'test/bench', '.neo4j'],
  tempDirName: '.mutants',
  // The compiler here has no interface for programs; nothing of its settings has to be rewritten.
  tsconfigFile: 'none',
  concurrency: 1,
  timeoutMS: 10_000,
  incremental: true,
  incrementalFile: '.mutants/known.json',
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: '.mutants/report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 100, low: 95, break: null },
};
