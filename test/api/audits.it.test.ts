/** GraphQL over HTTP, as its specification has it. */

import { auditServer } from 'graphql-http';
import { expect, it } from 'vitest';
import { serveProduct } from './serve.ts';

const server = serveProduct();

it('every audit of graphql-http is ok', async () => {
  const results = await auditServer({ url: `${server.url}/graphql`, fetchFn: fetch });
  const others = results.flatMap((each) =>
    each.status === 'ok' ? [] : [`${each.status} ${each.id} ${each.name}: ${each.reason}`],
  );
  expect(others).toEqual([]);
  expect(results.length).toBeGreaterThanOrEqual(60);
});
