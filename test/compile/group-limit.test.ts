/** As many groups as are allowed are listed; one more is refused. */

import { describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { buildSchema, runOperation } from '../run-operation.ts';

const api = buildSchema();
const refuse = () => Promise.reject(new Error('only read'));

/** A graph that answers each statement with so many groups, as rows come from Neo4j. */
function graphOfGroups(count: number): Graph {
  const groups = Array.from({ length: count }, (_, n) => [`policy ${n}`, 1]);
  return {
    read: async () => [{ revision: 1, value: groups }],
    readAll: refuse,
    readStreams: refuse,
    write: refuse,
    changeSchema: refuse,
    ping: refuse,
    close: refuse,
  };
}

describe('of groups', () => {
  test('1,000 are listed', async () => {
    const { result } = await runOperation(
      api,
      graphOfGroups(1_000),
      '{ policyGroups(by: ISSUED_ON) { key count } }',
    );
    expect(result.errors).toBeUndefined();
    expect(result.data?.policyGroups).toHaveLength(1_000);
  });

  test('1,001 are too many', async () => {
    const { result } = await runOperation(
      api,
      graphOfGroups(1_001),
      '{ policyGroups(by: ISSUED_ON) { key count } }',
    );
    expect(result.errors?.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'QUERY_TOO_COMPLEX', allowed: 1_000 },
    ]);
  });
});
