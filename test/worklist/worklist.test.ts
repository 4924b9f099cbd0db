/** What to find out next, held against the oracle on random graphs, without a database (§20.1 to §20.6). */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finish } from '../../src/rules/steps.ts';
import { emptyCells, workMatrix } from '../../src/rules/worklist/empty-cells.ts';
import { missingStarts } from '../../src/rules/worklist/missing-starts.ts';
import { measuresAsked, openCriteria } from '../../src/rules/worklist/open-criteria.ts';
import { SUPPORTING_TYPES, weakClaims } from '../../src/rules/worklist/weak-claims.ts';
import { compareWork, type WorkItem } from '../../src/rules/worklist/work-item.ts';
import { at, index } from '../oracle/random-dataset.ts';
import { randomEligibility } from '../oracle/random-eligibility.ts';
import { knownNoneDrawn, withKnownNone } from '../oracle/random-known-none.ts';
import {
  cellsOracle,
  criteriaWorkOracle,
  startsOracle,
  type WorklistQuery,
  weakOracle,
} from '../oracle/worklist-oracle.ts';
import { viewsOf } from '../rules/answer-by-rules.ts';
import { knownNoneOfDataset } from '../rules/known-none-of-dataset.ts';
import { applicantOf, rulebookOf } from '../rules/oracle-applicant.ts';

/** More on demand: RULES_RUNS=100000. */
const RUNS = Number(process.env.RULES_RUNS ?? 400);

/** A random graph with firms, criteria and weak facts, and a question about a place, an industry, both or neither. */
const drawnCase = fc
  .record({
    drawn: fc.array(randomEligibility(), { minLength: 3, maxLength: 3 }),
    knownNone: knownNoneDrawn,
    place: fc.option(index, { nil: undefined, freq: 1 }),
    industry: fc.option(index, { nil: undefined, freq: 1 }),
    weak: fc.array(index, { minLength: 1, maxLength: 12 }),
  })
  .map(({ drawn, knownNone, place, industry, weak }) => {
    const [first] = drawn;
    if (!first) throw new Error('three cases are drawn');
    const dataset = withKnownNone(first.dataset, knownNone);
    const ids = (...types: readonly string[]) =>
      [...dataset.nodes.values()].filter(({ type }) => types.includes(type)).map(({ id }) => id);
    const supporting = [...dataset.relationships.values()]
      .filter(({ type }) => SUPPORTING_TYPES.some((each) => each === type))
      .map(({ key }) => key);
    const query: WorklistQuery = {
      day: first.day,
      place: place === undefined ? undefined : at(ids('Region', 'Zone'), place),
      industry: industry === undefined ? undefined : at(ids('Industry'), industry),
    };
    return {
      dataset,
      query,
      criteria: first.criteria,
      firms: drawn.map(({ firm }, of) => ({ id: `firm:f${of}`, firm })),
      weak: new Set(supporting.length === 0 ? [] : weak.map((each) => at(supporting, each))),
    };
  });

const plain = (items: readonly WorkItem[]) => sorted(items.map(({ key, weight }) => ({ key, weight })));
const sorted = <T extends { readonly key: string }>(items: readonly T[]) =>
  [...items].sort((a, b) => (a.key < b.key ? -1 : 1));

test('on random graphs each item weighs what changing the graph changes', { timeout: 600_000 }, () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(drawnCase, ({ dataset, query, criteria, firms, weak }) => {
      const views = viewsOf(dataset);
      const { ground } = views;
      const number = (id: string | undefined) =>
        id === undefined ? undefined : (ground.numbers.get(id) ?? -1);
      const asked = { day: query.day, place: number(query.place), industry: number(query.industry) };
      const matrix = finish(workMatrix(views, asked));
      const knownNone = knownNoneOfDataset(ground, dataset, 'policies');
      const cells = matrix ? finish(emptyCells(views, asked, matrix, knownNone)) : [];
      expect(plain(cells)).toEqual(sorted(cellsOracle(dataset, query)));
      const starts = finish(missingStarts(views, asked));
      expect(plain(starts)).toEqual(sorted(startsOracle(dataset, query)));
      const claims = finish(weakClaims(views, asked, weak));
      expect(plain(claims)).toEqual(sorted(weakOracle(dataset, query, weak)));
      const measures = finish(measuresAsked(views, asked));
      const applicants = firms.map(({ id, firm }) => ({ id, applicant: applicantOf(firm) }));
      const open = finish(openCriteria(views, rulebookOf(criteria), measures, applicants, query.day, []));
      expect(sorted(open.map(({ key, weight, firms: of }) => ({ key, weight, firms: of })))).toEqual(
        sorted(criteriaWorkOracle(dataset, criteria, firms, query)),
      );
      for (const { kind } of [...cells, ...starts, ...claims, ...open])
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }),
    { numRuns: RUNS },
  );
  // Random cases without items would prove little.
  for (const kind of ['EMPTY_CELL', 'MISSING_START', 'CRITERION_WITHOUT_FACTS', 'WEAK_CLAIMS']) {
    expect([kind, (seen.get(kind) ?? 0) > RUNS / 20]).toEqual([kind, true]);
  }
});

test('the heaviest come first, then those with the smaller key', () => {
  const item = (key: string, weight: number): WorkItem => ({
    kind: 'MISSING_START',
    key,
    weight,
    about: key,
  });
  const items = [item('b', 2), item('c', 10), item('a', 2), item('d', 1)];
  expect(items.sort(compareWork).map(({ key }) => key)).toEqual(['c', 'a', 'b', 'd']);
});
