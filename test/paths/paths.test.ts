/** The search for paths held against the oracle, without a database (§12.1 to §12.6). */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset, DatasetNode, DatasetRelationship } from '../../src/model/dataset.ts';
import { firstDay } from '../../src/model/day.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { model } from '../graph-fixture.ts';
import { graph } from '../oracle/build-dataset.ts';
import { type OraclePath, type PathsQuery, pathsOracle } from '../oracle/paths-oracle.ts';
import { CAST, DATES, DAYS, randomListDataset } from '../oracle/random-lists.ts';
import { findInDataset } from './find-in-dataset.ts';

const EVERYONE = Object.values(CAST).flat();
const RUNS = Number(process.env.PATHS_RUNS ?? 400);

const drawnQuery = fc.record({
  from: fc.constantFrom(...EVERYONE),
  to: fc.constantFrom(...EVERYONE),
  maxHops: fc.integer({ min: 1, max: 6 }),
  first: fc.constantFrom(1, 2, 5, 200),
  day: fc.constantFrom(...DAYS, ...DATES.filter((date) => date.length === 10)),
});

/** A dataset of the cast in which regions are of any level, and some places have figures, which make their degrees. */
const drawnDataset = fc
  .record({
    dataset: randomListDataset(model),
    levels: fc.tuple(...(CAST.Region ?? []).map(() => fc.constantFrom('CITY', 'DISTRICT', 'TOWN'))),
    observed: fc.array(fc.constantFrom(...(CAST.Zone ?? []), ...(CAST.Region ?? [])), { maxLength: 6 }),
  })
  .map(({ dataset, levels, observed }): Dataset => {
    const nodes = new Map(dataset.nodes);
    for (const [at, id] of (CAST.Region ?? []).entries()) {
      const node = nodes.get(id);
      if (node) nodes.set(id, { ...node, properties: { ...node.properties, level: levels[at] ?? 'TOWN' } });
    }
    const relationships = new Map(dataset.relationships);
    for (const [at, place] of observed.entries()) {
      const id = `observation:o${at}`;
      const [key, evidence] = [`${id} ${place}`, [{ source: 'source:s', locator: 'p1' }]];
      const node: DatasetNode = { id, type: 'Observation', properties: {}, evidence };
      const fact: DatasetRelationship = {
        key,
        type: 'OBSERVED_IN',
        from: id,
        to: place,
        properties: { modality: 'STATED' },
        evidence,
      };
      nodes.set(id, node);
      relationships.set(key, fact);
    }
    return deriveFacts(model, { ...dataset, nodes, relationships });
  });

function answer(dataset: Dataset, query: PathsQuery): readonly OraclePath[] {
  const { found } = findInDataset(model, dataset, query);
  if (found.tooFar !== undefined) throw new Error(`too far at ${found.tooFar}`);
  return found.paths.map(({ ids, steps }) => ({ ids, keys: steps.map(({ key }) => key) }));
}

function asked({ day, ...query }: Omit<PathsQuery, 'day'> & { readonly day: string }): PathsQuery {
  return { ...query, day: firstDay(day) ?? 0 };
}

test('on random graphs the search finds what trying every path finds', { timeout: 600_000 }, () => {
  const seen = { paths: 0, long: 0 };
  fc.assert(
    fc.property(drawnDataset, fc.array(drawnQuery, { minLength: 3, maxLength: 3 }), (dataset, queries) => {
      for (const each of queries) {
        const query = asked(each);
        const expected = pathsOracle(model, dataset, query);
        expect(answer(dataset, query)).toEqual(expected);
        seen.paths += expected.length;
        seen.long += expected.filter(({ keys }) => keys.length > 3).length;
      }
    }),
    { numRuns: RUNS },
  );
  expect([seen.paths > RUNS, seen.long > RUNS / 10]).toEqual([true, true]);
});

test('paths are the same from either end', () => {
  fc.assert(
    fc.property(drawnDataset, drawnQuery, (dataset, each) => {
      const query = { ...asked(each), maxHops: Math.min(each.maxHops, 4), first: 10_000 };
      const there = answer(dataset, query).map(({ ids }) => ids.join(' '));
      const back = answer(dataset, { ...query, from: query.to, to: query.from }).map(({ ids }) =>
        [...ids].reverse().join(' '),
      );
      expect([...back].sort()).toEqual([...there].sort());
    }),
    { numRuns: 100 },
  );
});

describe('a question reads', () => {
  const STAR = graph(
    Array.from({ length: 40 }, (_, at) => `c${at} LOCATED_IN z1; c${at} FOCUSES_ON i${at}`).join(';'),
  );
  const QUERY = { from: 'industry:i1', to: 'industry:i2', maxHops: 4, first: 1, day: 20240101 };

  test('one statement a hop at most, beside that for its ends', () => {
    const { found, statements } = findInDataset(model, STAR, QUERY);
    expect(found).toMatchObject({
      paths: [{ ids: ['industry:i1', 'cluster:c1', 'zone:z1', 'cluster:c2', 'industry:i2'] }],
    });
    expect(statements).toBeLessThanOrEqual(1 + 4);
  });

  test('never more facts than it may, and reports the hops that it could not look through', () => {
    const stars = graph(
      `${Array.from({ length: 40 }, (_, at) => `c${at} LOCATED_IN z1; f${at} OPERATES_IN i1`).join(';')};
      c1 FOCUSES_ON i2; f1 LOCATED_IN z2 SITE`,
    );
    const far = { ...QUERY, from: 'zone:z1', to: 'industry:i1' };
    const { found, factsRead } = findInDataset(model, stars, far, 30);
    expect(found).toEqual({ tooFar: 1 });
    expect(factsRead).toBe(0);
  });
});
