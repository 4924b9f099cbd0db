/** What ends soon, held against the oracle without a database (§17.1 to §17.4). */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { daysLater } from '../../src/model/day.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { storedNode } from '../../src/model/stored/stored-form.ts';
import { endingOfPolicy, endingOfWindow } from '../../src/questions/expiring/ending-statements.ts';
import { expiringSentence } from '../../src/questions/expiring/expiring-sentence.ts';
import { type Ending, expiringOf } from '../../src/rules/expiring.ts';
import { model } from '../graph-fixture.ts';
import { type ExpiringQuery, expiringOracle } from '../oracle/expiring-oracle.ts';
import { randomCase } from '../oracle/random-case.ts';
import { viewsOf } from '../rules/answer-by-rules.ts';

const CLOSING = ['2022-06-14', '2022-06-15', '2022-06', '2022-09-30', '2023'];

/** A dataset whose measures have windows, and a question about a place, an industry, both or neither. */
const drawnCase = fc
  .record({
    drawn: randomCase(1),
    windows: fc.array(fc.constantFrom(...CLOSING), { maxLength: 4 }),
    within: fc.constantFrom(0, 1, 15, 100, 365, 3_660),
  })
  .map(({ drawn: { dataset, queries }, windows, within }) => {
    const [{ day = 20220615, place = undefined, industry = undefined } = {}] = queries;
    return { dataset: withWindows(dataset, windows), query: { day, place, industry, within } };
  });

function withWindows(dataset: Dataset, closings: readonly string[]): Dataset {
  const nodes = new Map(dataset.nodes);
  const relationships = new Map(dataset.relationships);
  const measures = [...nodes.keys()].filter((id) => id.startsWith('measure:'));
  for (const [at, closesOn] of closings.entries()) {
    const measure = measures[at % measures.length];
    if (measure === undefined) continue;
    const id = `${measure}#windows/${closesOn}`;
    const evidence = [{ source: 'source:s', locator: 'p1' }];
    const type = model.nodeTypes.get('Measure')?.owned.get('windows')?.relationshipType ?? '';
    nodes.set(id, { id, type: 'ApplicationWindow', properties: { closesOn }, evidence });
    relationships.set(id, { key: id, type, from: measure, to: id, properties: {}, evidence: [] });
  }
  return { ...dataset, nodes, relationships };
}

/** What the statements would read: every adopted policy and every window whose last day is among those asked for. */
function endingsOf(dataset: Dataset, { day, within }: ExpiringQuery): readonly Ending[] {
  const { nodes, relationships } = deriveFacts(model, dataset);
  const isSoon = (each: unknown) => typeof each === 'number' && day <= each && each <= daysLater(day, within);
  const stored = [...nodes.values()].map((node) => storedNode(model, node));
  const policies = stored
    .filter(({ nodeType, stage, endDay }) => nodeType === 'Policy' && stage === 'ADOPTED' && isSoon(endDay))
    .map(({ id, endDay, expiresOnDay, repealedOnDay }) =>
      endingOfPolicy({ id, day: endDay, expiresOn: expiresOnDay, repealedOn: repealedOnDay }),
    );
  const ownerOf = (to: unknown, type?: string) =>
    [...relationships.values()].find((fact) => fact.to === to && (type === undefined || fact.type === type))
      ?.from;
  const windows = stored
    .filter(({ nodeType, closesOnDay }) => nodeType === 'ApplicationWindow' && isSoon(closesOnDay))
    .map(({ id, closesOnDay }) => {
      const measure = ownerOf(id);
      return endingOfWindow({
        id: measure,
        policy: ownerOf(measure, 'HAS_MEASURE'),
        part: id,
        day: closesOnDay,
      });
    });
  return [...policies, ...windows];
}

test('on random graphs the rules keep what the oracle keeps', { timeout: 600_000 }, () => {
  const seen = { policies: 0, windows: 0 };
  fc.assert(
    fc.property(drawnCase, ({ dataset, query }) => {
      const views = viewsOf(dataset);
      const number = (id: string | undefined) =>
        id === undefined ? undefined : (views.ground.numbers.get(id) ?? -1);
      const asked = { day: query.day, place: number(query.place), industry: number(query.industry) };
      const found = expiringOf(views, asked, endingsOf(dataset, query));
      expect(found).toEqual(expiringOracle(dataset, query));
      seen.windows += found.filter(({ window }) => window !== undefined).length;
      seen.policies += found.filter(({ window }) => window === undefined).length;
    }),
    { numRuns: 1_000 },
  );
  expect([seen.policies > 50, seen.windows > 50]).toEqual([true, true]);
});

test.each([
  ['EXPIRY', '《甲》有效期至2025-12-31', '《甲》 expires on 2025-12-31'],
  ['REPEAL', '《甲》自2026-01-01起废止', '《甲》 is repealed from 2026-01-01'],
  ['SUCCESSION', '《甲》自2026-01-01起被新政策替代', '《甲》 is superseded from 2026-01-01'],
  ['CLOSING', '《甲》的申报于2025-12-31截止', 'Applications for 《甲》 close on 2025-12-31'],
] as const)('%s is said in both languages', (cause, zh, en) => {
  expect(expiringSentence(cause, '《甲》', 20251231, 'ZH')).toBe(zh);
  expect(expiringSentence(cause, '《甲》', 20251231, 'EN')).toBe(en);
});
