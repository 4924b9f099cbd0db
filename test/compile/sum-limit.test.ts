/** As many figures as are allowed are added up, and as many nodes are counted for an order; one more is refused. */

import { describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { derivedPolicyCounts } from '../../src/questions/policies/compile-policies.ts';
import { createGroundViews } from '../../src/rules/ground-views.ts';
import { buildDataset } from '../oracle/build-dataset.ts';
import { groundOfDataset } from '../rules/ground-of-dataset.ts';
import { buildSchema, runOperation } from '../run-operation.ts';

const api = buildSchema();
const refuse = () => Promise.reject(new Error('only read'));

/** A graph that answers each statement with so many figures, as rows come from Neo4j. */
function graphOfFigures(count: number, value = '2 CNY'): Graph {
  const figures = Array.from({ length: count }, (_, n) => [
    ...[`measure:${n}`, '补助', value, 'AT_MOST', 'STATED'],
    ...[null, null, []],
  ]);
  return {
    read: async () => [{ revision: 1, value: [[figures]] }],
    readAll: refuse,
    readStreams: refuse,
    write: refuse,
    changeSchema: refuse,
    ping: refuse,
    close: refuse,
  };
}

const sumOf = (graph: Graph) => runOperation(api, graph, '{ measures { sum(of: CAP) { value count } } }');

describe('of figures (§18)', () => {
  test('1,000 are added up by one statement', async () => {
    const { result, statements } = await sumOf(graphOfFigures(1_000));
    expect(result.errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(result.data))).toEqual({
      measures: { sum: { value: '2000', count: 1_000 } },
    });
    expect(statements).toHaveLength(1);
    // One more than are added up is read at most.
    expect(Object.values(statements[0]?.parameters ?? {})).toContain(1_001);
  });

  test('1,001 are too many', async () => {
    const { result } = await sumOf(graphOfFigures(1_001));
    expect(result.errors?.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'QUERY_TOO_COMPLEX', limit: 'figures', allowed: 1_000 },
    ]);
  });

  test('one that an edit outside kg left without a number is named', async () => {
    const { result } = await sumOf(graphOfFigures(2, '许多'));
    expect(result.errors?.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'RECORD_INCOMPLETE', field: 'Measure.cap', id: 'measure:0' },
    ]);
  });
});

describe('of nodes with derived policies', () => {
  const countOf = (length: number) => {
    const clusters = Array.from({ length }, (_, n) => [`cluster:c${n}`, {}] as const);
    const ground = groundOfDataset(api.model, buildDataset(Object.fromEntries(clusters), []));
    const count = derivedPolicyCounts(() => createGroundViews(ground)).get('ClusterPoliciesConnection');
    return () => count?.({ day: 20_241_001, today: 20_241_001 });
  };

  test('10,000 are counted for an order', () => {
    expect(countOf(10_000)()).toEqual({});
  });

  test('10,001 are refused, before any statement', () => {
    expect(countOf(10_001)).toThrow(
      expect.objectContaining({
        extensions: expect.objectContaining({
          code: 'QUERY_TOO_COMPLEX',
          limit: 'counted',
          allowed: 10_000,
          found: 10_001,
        }),
      }),
    );
  });
});
