import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_REMEDY, findChromium } from './test/api/find-chromium.ts';
import { ByPath } from './test/by-path.ts';

/** graphql ships two copies of itself; the libraries load the CommonJS one, and all must share it. */
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

/** What is installed for the benches has tests of its own. */
const INSTALLED = ['**/node_modules/**'];

/** Tests of pages need a Chromium. Where there is none they are skipped, and named; never in CI. */
const BROWSER_TESTS = '.browser.it.test.ts';
const skipBrowserTests = !process.env.CI && findChromium(process.env) === undefined;
if (skipBrowserTests) {
  const names = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(BROWSER_TESTS),
  );
  process.stderr.write(`SKIPPED, as there is no Chromium here: ${names.join(', ')}. ${CHROMIUM_REMEDY}\n`);
}

/**
 * How long a test may take, in ms. That answers come in time is tested by limits of the product; a clock of the tests
 * would only say how busy the machine is.
 */
const LONGEST = { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 60_000 } } };

/**
 * Unit tests need no database and no process of their own; `.process.` tests run `kg` as its users do, without a
 * database; `.it.` tests run against a real Neo4j, two files at a time, each with a Neo4j for itself alone.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: ByPath },
    coverage: { provider: 'v8', include: ['src/**'] },
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...INSTALLED, 'test/**/*.{it,process}.test.ts', 'test/container/**'],
          setupFiles: ['test/random-seed.ts'],
          maxWorkers: availableParallelism(),
          ...LONGEST,
        },
      },
      {
        resolve,
        test: {
          name: 'process',
          include: ['test/**/*.process.test.ts'],
          exclude: INSTALLED,
          setupFiles: ['test/random-seed.ts'],
          maxWorkers: availableParallelism(),
          ...LONGEST,
        },
      },
      {
        resolve,
        test: {
          name: 'graph',
          include: ['test/**/*.it.test.ts'],
          exclude: [...INSTALLED, ...(skipBrowserTests ? [`test/**/*${BROWSER_TESTS}`] : [])],
          globalSetup: ['test/start-neo4j.ts'],
          setupFiles: ['test/random-seed.ts', 'test/log-in.ts'],
          // What a test starts runs for a minute: it gains nothing from the second compiler of Java, which takes more than
          // all else in a start. The databases of the workers run for all tests, and do have it.
          env: { JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1' },
          // As many as there are databases: NEO4J_URI names the only one.
          maxWorkers: process.env.NEO4J_URI ? 1 : 2,
          sequence: { groupOrder: 1 },
          ...LONGEST,
        },
      },
    ],
  },
});
