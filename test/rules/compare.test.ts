/** The rules of `compare` held against the oracle on random graphs, without a database (§11). */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { latestOf } from '../../src/questions/compare/read-latest.ts';
import { comparePlaces } from '../../src/rules/compare.ts';
import { finish } from '../../src/rules/steps.ts';
import { graph } from '../oracle/build-dataset.ts';
import { type CompareOracleAnswer, type CompareQuery, compareOracle } from '../oracle/compare-oracle.ts';
import { index, randomDataset } from '../oracle/random-dataset.ts';
import { firmsDrawn, withFirms } from '../oracle/random-firms.ts';
import { viewsOf } from './answer-by-rules.ts';
import { firmFactsOfDataset } from './firm-facts-of-dataset.ts';

/** More on demand: RULES_RUNS=100000. */
const RUNS = Number(process.env.RULES_RUNS ?? 600);

const query = fc.record({
  places: fc.uniqueArray(index, { minLength: 2, maxLength: 4 }),
  day: fc.constantFrom(20220615, 20220615, 20220614, 20220616, 20230101),
  includePlanned: fc.boolean(),
});

function answer(dataset: Dataset, { places, ...asked }: CompareQuery): CompareOracleAnswer {
  const views = viewsOf(dataset);
  const { ids, numbers } = views.ground;
  const id = (node: number) => ids[node] ?? '';
  const question = { ...asked, places: places.map((place) => numbers.get(place) ?? -1) };
  const { common, profiles } = finish(
    comparePlaces(views, question, {
      located: firmFactsOfDataset(views.ground, dataset, 'FIRM_LOCATED_IN'),
      operates: firmFactsOfDataset(views.ground, dataset, 'OPERATES_IN'),
    }),
  );
  return {
    common: common.map(id),
    profiles: profiles.map((each) => ({
      ...each,
      place: id(each.place),
      clusters: each.clusters.map(id),
      policies: each.policies.map(id),
      only: each.only.map(id),
      industries: [...each.industries].map(([industry, count]) => [id(industry), count] as const),
    })),
  };
}

test('on random graphs the rules answer compare as the oracle does', { timeout: 600_000 }, () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      ...([randomDataset(), firmsDrawn, fc.array(query, { minLength: 3, maxLength: 3 })] as const),
      (given, firms, drawn) => {
        const dataset = withFirms(given, firms);
        const places = [...dataset.nodes.values()]
          .filter(({ type }) => ['Region', 'Zone'].includes(type))
          .map(({ id }) => id);
        for (const { places: at, ...asked } of drawn) {
          const named = [...new Set(at.map((each) => places[each % places.length] ?? ''))];
          const question = { ...asked, places: named };
          const expected = compareOracle(dataset, question);
          for (const kind of expected.common) seen.add(`common ${kind.split(':')[0]}`);
          for (const { only } of expected.profiles)
            for (const kind of only) seen.add(`only ${kind.split(':')[0]}`);
          if (expected.profiles.some(({ planned }) => planned > 0)) seen.add('planned');
          expect(answer(dataset, question)).toEqual(expected);
        }
      },
    ),
    { numRuns: RUNS },
  );
  for (const kind of ['cluster', 'industry', 'policy']) {
    expect(seen).toContain(`common ${kind}`);
    expect(seen).toContain(`only ${kind}`);
  }
  expect(seen).toContain('planned');
});

// §11.3
test('the newest observation is that of the latest period, and of one period the one from the better source', () => {
  const row = (id: string, toDay: number, tier: string, industry = '') => ({
    ...{ place: 'region:r', indicator: 'indicator:i', industry },
    observed: {
      ...{ id, fromDay: toDay - 1130, toDay, value: '1', bound: 'EXACT' },
      readings: [{ tier, source: `source:${id}`, locator: 'p1' }],
    },
  });
  const tiers = ['OFFICIAL', 'FILING', 'DATASET', 'REPRINT', 'NEWS', 'EDITORIAL'];
  const rows = [
    row('old', 20221231, 'OFFICIAL'),
    row('news', 20231231, 'NEWS'),
    row('official', 20231231, 'OFFICIAL'),
    row('chips', 20211231, 'NEWS', 'industry:chips'),
  ];
  expect(latestOf(rows, tiers)).toEqual(['official', 'chips']);
});

test('an industry counts whatever its number, and none that is not there', () => {
  // Without clusters the first node of all is an industry.
  const views = viewsOf(graph('p1 SUPPORTS i1; p1 APPLIES_IN z1; z2 WITHIN z3'));
  const { ids, numbers } = views.ground;
  const [first, z1, z2] = ['industry:i1', 'zone:z1', 'zone:z2'].map((id) => numbers.get(id) ?? -1);
  const always = { firm: 'firm:f', fromDay: 0, toDay: 99_991_231, modality: 0 };
  const { profiles } = finish(
    comparePlaces(
      views,
      { places: [z1 ?? -1, z2 ?? -1], day: 20220615, includePlanned: false },
      {
        located: [{ ...always, to: z1 ?? -1 }],
        operates: [
          { ...always, to: first ?? -1 },
          { ...always, to: -1 },
        ],
      },
    ),
  );
  expect(ids[0]).toBe('industry:i1');
  expect(profiles.map(({ industries }) => [...industries])).toEqual([[[0, 1]], []]);
});
