import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_REMEDY, findChromium } from './test/api/find-chromium.ts';

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
 * Unit tests need no database and no process of their own; `.process.` tests run `kg` as its users do, without a
 * database; `.it.` tests run against a real Neo4j, one file after the other.
 */
export default defineConfig({
  test: {
    coverage: { provider: 'v8', include: ['src/**'] },
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...INSTALLED, 'test/**/*.{it,process}.test.ts', 'test/container/**'],
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        test: {
          name: 'process',
          include: ['test/**/*.process.test.ts'],
          exclude: INSTALLED,
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        test: {
          name: 'graph',
          include: ['test/**/*.it.test.ts'],
          exclude: [...INSTALLED, ...(skipBrowserTests ? [`test/**/*${BROWSER_TESTS}`] : [])],
          globalSetup: ['test/start-neo4j.ts'],
          setupFiles: ['test/log-in.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
