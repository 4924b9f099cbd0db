import { defineConfig } from 'vitest/config';

/** graphql ships two copies of itself; the libraries load the CommonJS one, and all must share it. */
const resolve = { alias: { graphql: 'graphql/index.js' } };

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
          exclude: ['test/**/*.{it,process}.test.ts', 'test/container/**'],
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        test: { name: 'process', include: ['test/**/*.process.test.ts'], testTimeout: 30_000 },
      },
      {
        resolve,
        test: {
          name: 'graph',
          include: ['test/**/*.it.test.ts'],
          globalSetup: ['test/start-neo4j.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
