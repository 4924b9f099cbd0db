/** The rules of `chain` held against the oracle on random graphs, without a database (§10). */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { chainSegments, linksOf, segmentsOf } from '../../src/rules/chain.ts';
import { finish } from '../../src/rules/steps.ts';
import { type ChainOracleAnswer, type ChainQuery, chainOracle } from '../oracle/chain-oracle.ts';
import { at, index, randomDataset } from '../oracle/random-dataset.ts';
import { firmsDrawn, withFirms } from '../oracle/random-firms.ts';
import { knownNoneDrawn, withKnownNone } from '../oracle/random-known-none.ts';
import { viewsOf } from './answer-by-rules.ts';
import { firmFactsOfDataset } from './firm-facts-of-dataset.ts';
import { knownNoneOfDataset } from './known-none-of-dataset.ts';

/** More on demand: RULES_RUNS=100000. */
const RUNS = Number(process.env.RULES_RUNS ?? 600);

const stages = readModel('schema').nodeTypes.get('Industry')?.properties.get('chainStage')?.values ?? [];

const query = fc.record({
  industry: index,
  place: fc.option(index, { nil: undefined, freq: 4 }),
  roles: fc.constantFrom(['R_AND_D', 'PRODUCTION', 'SITE', 'HEADQUARTERS'], ['REGISTERED', 'TAX', 'SITE']),
  day: fc.constantFrom(20220615, 20220615, 20220614, 20220616, 20230101),
  includePlanned: fc.boolean(),
});

function answer(dataset: Dataset, query: ChainQuery): ChainOracleAnswer {
  const views = viewsOf(dataset);
  const { ground } = views;
  const number = (id: string) => ground.numbers.get(id) ?? -1;
  const { industry, place, day, includePlanned } = query;
  const asked = {
    industry: number(industry),
    place: place === undefined ? undefined : number(place),
    ...{ day, includePlanned, stages },
  };
  const segments = segmentsOf(views, asked);
  const found = finish(
    chainSegments(views, asked, segments, {
      operates: firmFactsOfDataset(ground, dataset, 'OPERATES_IN'),
      located:
        place === undefined ? undefined : firmFactsOfDataset(ground, dataset, 'FIRM_LOCATED_IN', query.roles),
      knownNone: knownNoneOfDataset(ground, dataset, 'firms'),
    }),
  );
  const id = (node: number | undefined) => ground.ids[node ?? -1] ?? '';
  const { FEEDS } = ground.facts;
  return {
    segments: found.map((each) => ({
      ...each,
      industry: id(each.industry),
      policies: each.policies.map(id),
      knownNone: each.knownNone?.id,
    })),
    links: linksOf(views, asked, segments).map((fact) => [id(FEEDS.from[fact]), id(FEEDS.to[fact])] as const),
  };
}

test('on random graphs the rules answer chain as the oracle does', { timeout: 600_000 }, () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      ...([
        randomDataset(),
        knownNoneDrawn,
        firmsDrawn,
        fc.array(query, { minLength: 4, maxLength: 4 }),
      ] as const),
      (given, none, firms, drawn) => {
        const dataset = withFirms(withKnownNone(given, none), firms);
        const ids = (...types: readonly string[]) =>
          [...dataset.nodes.values()].filter(({ type }) => types.includes(type)).map(({ id }) => id);
        for (const { industry, place, ...asked } of drawn) {
          const question = {
            ...asked,
            industry: at(ids('Industry'), industry),
            place: place === undefined ? undefined : at(ids('Region', 'Zone'), place),
          };
          const expected = chainOracle(dataset, question);
          for (const { state, elsewhere, planned } of expected.segments) {
            seen
              .add(state)
              .add(elsewhere.length > 0 ? 'elsewhere' : '')
              .add(planned > 0 ? 'planned' : '');
          }
          if (expected.links.length > 0) seen.add('links');
          expect(answer(dataset, question)).toEqual(expected);
        }
      },
    ),
    { numRuns: RUNS },
  );
  for (const each of ['SEVERAL', 'SINGLE', 'KNOWN_NONE', 'NOT_RESEARCHED', 'elsewhere', 'planned', 'links']) {
    expect(seen).toContain(each);
  }
});
