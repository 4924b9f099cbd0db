import { defineConfig } from 'vitest/config';

/** Run by `npm run test:container` and `npm run prove:deploy`: containers take minutes to start, and need an engine. */
export default defineConfig({
  test: {
    name: 'container',
    include: ['test/container/*.test.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
  },
});
