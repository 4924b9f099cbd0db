/** What to find out next about the product's seeds: really changed, they answer as each item weighs (§20.1 to §20.5). */

import { expect, test } from 'vitest';
import type { Dataset, DatasetNode, DatasetRelationship } from '../../src/model/dataset.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { decideEligibility } from '../../src/rules/eligibility/decide-eligibility.ts';
import type { Rulebook } from '../../src/rules/eligibility/rulebook.ts';
import { countAnswers } from '../../src/rules/page-of-answers.ts';
import { finish } from '../../src/rules/steps.ts';
import { supportDiff } from '../../src/rules/support-diff.ts';
import type { WorkItem } from '../../src/rules/worklist/work-item.ts';
import { model } from '../graph-fixture.ts';
import { readProductSeeds } from '../load-product.ts';
import { viewsOf } from '../rules/answer-by-rules.ts';
import { rulebookOfDataset } from '../rules/rulebook-of-dataset.ts';
import { firmsOf, weakFactsOf, worklistOfDataset } from './worklist-of-dataset.ts';

const DAY = 20261101;
const seeds = readProductSeeds();
const views = viewsOf(seeds);
const derived = deriveFacts(model, seeds);
const rulebook = rulebookOfDataset(derived);
const items = worklistOfDataset(derived, views, rulebook, {
  day: DAY,
  place: undefined,
  industry: undefined,
});

/** Some items of a kind, the heaviest and others spread over all. */
function someOf(kind: WorkItem['kind'], count: number): readonly WorkItem[] {
  const all = items.filter((each) => each.kind === kind);
  return all.filter((_, at) => at % Math.max(1, Math.ceil(all.length / count)) === 0);
}

function changed(nodes: readonly DatasetNode[], facts: readonly DatasetRelationship[]): Dataset {
  return {
    ...seeds,
    nodes: new Map([...seeds.nodes, ...nodes.map((each) => [each.id, each] as const)]),
    relationships: new Map([...seeds.relationships, ...facts.map((each) => [each.key, each] as const)]),
  };
}

function answersOf(dataset: Dataset, policy: string): number {
  const other = viewsOf(dataset);
  const asked = { policy: other.ground.numbers.get(policy) ?? -1, day: DAY, includePlanned: false };
  return finish(countAnswers(other, asked));
}

test('has items of every kind', () => {
  expect(new Set(items.map(({ kind }) => kind)).size).toBe(4);
});

test.each(someOf('EMPTY_CELL', 6))(
  '$key weighs what a policy there answers',
  ({ about, place = '', weight }) => {
    const id = 'policy:assumed';
    const properties = { name: id, stage: 'ADOPTED', issuedOn: '1990' };
    const fact = (type: string, to: string): DatasetRelationship => {
      return { key: `${type} ${to}`, type, from: id, to, properties: { modality: 'STATED' }, evidence: [] };
    };
    const facts = [fact('SUPPORTS_INDUSTRY', about), fact('POLICY_APPLIES_IN', place)];
    expect(answersOf(changed([{ id, type: 'Policy', properties, evidence: [] }], facts), id)).toBe(weight);
  },
);

test.each(someOf('MISSING_START', 3))(
  '$key weighs what it answers once it has begun',
  ({ about, weight }) => {
    const policy = seeds.nodes.get(about);
    if (!policy) throw new Error(`${about} is a policy of the seeds`);
    const started = { ...policy, properties: { ...policy.properties, issuedOn: '1990' } };
    expect(answersOf(changed([started], []), about)).toBe(weight);
  },
);

test.each(someOf('WEAK_CLAIMS', 6))('$key weighs what goes without its facts', ({ about, weight }) => {
  const weak = weakFactsOf(seeds);
  const kept = [...seeds.relationships].filter(([key, { from }]) => from !== about || !weak.has(key));
  const after = viewsOf({ ...seeds, relationships: new Map(kept) });
  expect(finish(supportDiff({ before: views, after }, { day: DAY })).length).toBe(weight);
});

test.each(someOf('CRITERION_WITHOUT_FACTS', 1))(
  '$key weighs the verdicts that are others when all firms meet it, or none',
  { timeout: 300_000 },
  ({ criterion, weight }) => {
    const title = { title: 'only here', fromDay: 0, toDay: 99_991_231, modality: 0, readings: [] };
    const overall = (operator: string) => {
      const alternatives = [{ conditions: [{ attribute: 'TITLE', operator, values: ['only here'] }] }];
      const criteria = [...rulebook.criteria].map(([measure, own]) => {
        const replaced = own.map((each) => (each.id === criterion ? { ...each, alternatives } : each));
        return [measure, replaced] as const;
      });
      const rules: Rulebook = { ...rulebook, criteria: new Map(criteria) };
      const asked = { day: DAY, includePlanned: false, policy: undefined };
      return firmsOf(derived).flatMap(({ id, applicant }) => {
        const holding = { ...applicant, titles: [...applicant.titles, title] };
        return finish(decideEligibility(views, rules, holding, asked, [])).map(
          (each) => [`${id} ${each.id}`, each.overall] as const,
        );
      });
    };
    const other = new Map(overall('NOT_IN'));
    expect(overall('IN').filter(([pair, verdict]) => other.get(pair) !== verdict).length).toBe(weight);
  },
);
