/** Mutates the rules of one section and runs its tests on each mutant: `npm run prove:mutants`, in the folder of the project. */

import { readFileSync } from 'node:fs';

/** The name of a section: `MUTANTS=paths npm run prove:mutants`. */
const name = process.env.MUTANTS ?? 'support';
const sections = JSON.parse(readFileSync('test/mutants/sections.json', 'utf8'));

/** Fewer are mutated by `npm run prove:mutants -- --mutate src/rules/provisions.ts:10-40`. */
export default {
  testRunner: 'vitest',
  plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
  vitest: { configFile: 'test/mutants/vitest.config.ts', related: false },
  mutate: sections[name].rules.map((each) => `src/rules/${each}.ts`),
  ignorePatterns: ['test/bench', '.neo4j'],
  tempDirName: '.mutants',
  // The compiler here has no interface for programs; nothing of its settings has to be rewritten.
  tsconfigFile: 'none',
  concurrency: 1,
  timeoutMS: 10_000,
  incremental: true,
  incrementalFile: `.mutants/known-${name}.json`,
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: `.mutants/report-${name}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 100, low: 95, break: null },
};
