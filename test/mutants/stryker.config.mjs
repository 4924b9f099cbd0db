/** Mutates the rules and runs their tests on each mutant: `npm run prove:mutants`, in the folder of the project. */

/**
 * The rules of §5 and §6, which the tests below hold against the oracle; those of other sections have tests elsewhere. Fewer
 * are mutated by `npm run prove:mutants -- --mutate src/rules/offers.ts:10-40`.
 */
const OTHERS = [
  'cheapest-paths',
  'coverage*',
  'excluded',
  'expiring',
  'known-none',
  'path*',
  'support-intervals',
];
const RULES = ['src/rules/*.ts', ...OTHERS.map((name) => `!src/rules/${name}.ts`)];

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
