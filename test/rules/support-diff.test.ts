/** What became of answers between two revisions, held against the oracle's answers at both (§19.1, §19.2, §19.3). */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { createGroundViews } from '../../src/rules/ground-views.ts';
import { finish } from '../../src/rules/steps.ts';
import { type BothViews, type Cause, type ChangedAnswer, supportDiff } from '../../src/rules/support-diff.ts';
import { model } from '../graph-fixture.ts';
import { graph } from '../oracle/build-dataset.ts';
import { randomCase } from '../oracle/random-case.ts';
import { type SupportQuery, supportOracle } from '../oracle/support-oracle.ts';
import { randomEdits } from '../past/random-edits.ts';
import { groundOfDataset } from './ground-of-dataset.ts';

/** Two states of a dataset, and questions about the first. */
const drawn = randomCase(3).chain(({ dataset, queries }) =>
  fc.record({
    one: fc.constant(dataset),
    other: randomEdits(model, dataset),
    queries: fc.constant(queries),
    isBack: fc.boolean(),
  }),
);

/** What the answers are at a state, by their ids. */
function answersOf(dataset: Dataset, query: SupportQuery): ReadonlyMap<string, string> {
  const { rows } = supportOracle(dataset, { ...query, includePlanned: false, dropping: undefined });
  return new Map(
    rows.map(({ policy, cluster, place, scope, modality }) => [
      `${policy} ${cluster} ${place}`,
      `${scope} ${modality}`,
    ]),
  );
}

function changeOf({ policy, cluster, place, before, after }: ChangedAnswer): string {
  const change = before && after ? 'CHANGED' : after ? 'ADDED' : 'REMOVED';
  return `${policy} ${cluster} ${place} ${change}`;
}

/** Whether a cause names what is not the same in the two states. */
function isDifferent(views: BothViews, cause: Cause, before: Dataset, after: Dataset): boolean {
  const both = [before, after];
  if ('id' in cause) {
    const [one, other] = both.map(({ nodes }) => JSON.stringify(nodes.get(cause.id)?.properties));
    return one !== other;
  }
  const key = views[cause.side].ground.facts[cause.step.type].keys[cause.step.fact] ?? '';
  const [one, other] = both.map(({ relationships }) => relationships.get(key));
  if (!one || !other) return cause.action === (other ? 'CREATE' : 'DELETE');
  return cause.action === 'UPDATE' && JSON.stringify(one.properties) !== JSON.stringify(other.properties);
}

test('on random graphs and edits they are those of the oracle, each with its causes', () => {
  const seen = { ADDED: 0, REMOVED: 0, CHANGED: 0 };
  fc.assert(
    fc.property(drawn, ({ one, other, queries, isBack }) => {
      const [before, after] = (isBack ? [other, one] : [one, other]).map((each) => deriveFacts(model, each));
      if (!before || !after) return;
      const views = {
        before: createGroundViews(groundOfDataset(model, before)),
        after: createGroundViews(groundOfDataset(model, after)),
      };
      for (const query of queries) {
        const [was, is] = [answersOf(before, query), answersOf(after, query)];
        const expected = [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
          const change = !was.has(key) ? 'ADDED' : !is.has(key) ? 'REMOVED' : 'CHANGED';
          return was.get(key) === is.get(key) ? [] : [`${key} ${change}`];
        });
        const found = finish(supportDiff(views, query));
        expect(found.map(changeOf)).toEqual(expected.sort());
        for (const each of found) {
          seen[each.before && each.after ? 'CHANGED' : each.after ? 'ADDED' : 'REMOVED'] += 1;
          expect(each.causes.length).toBeGreaterThan(0);
          expect(each.causes.filter((cause) => !isDifferent(views, cause, before, after))).toEqual([]);
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(5);
});

/** What became of the answers of an industry between two graphs. */
function changesOf(before: string, after: string, industry: string): readonly string[] {
  const [one, other] = [before, after].map((text) =>
    createGroundViews(groundOfDataset(model, deriveFacts(model, graph(text)))),
  );
  if (!one || !other) throw new Error('two graphs are compared');
  return finish(supportDiff({ before: one, after: other }, { industry, day: 20240601 })).map(changeOf);
}

const SUPPORTED = 'c1 FOCUSES_ON i1; c1 LOCATED_IN z1; p1 SUPPORTS c1; p1 APPLIES_IN z1';

test('every industry is in all industries at both revisions, whether that is on record or not (§4.6)', () => {
  expect(changesOf(`${SUPPORTED}; i1 SUBCLASS_OF all`, SUPPORTED, 'industry:all')).toEqual([]);
  expect(changesOf(SUPPORTED, `${SUPPORTED}; i1 SUBCLASS_OF all`, 'industry:all')).toEqual([]);
});

test('an industry that is no longer on record keeps nothing, whether all industries are on record or not', () => {
  const removed = ['policy:p1 cluster:c1 zone:z1 REMOVED'];
  expect(changesOf(`${SUPPORTED}; i1 SUBCLASS_OF i2`, SUPPORTED, 'industry:i2')).toEqual(removed);
  const other = `${SUPPORTED}; i1 SUBCLASS_OF all`;
  expect(changesOf(`${other}; i1 SUBCLASS_OF i2`, other, 'industry:i2')).toEqual(removed);
});
