/** Laws of answers: how additions, narrower arguments and other days may change them (§6). */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset, DatasetRelationship } from '../../src/model/dataset.ts';
import { relationshipKey } from '../../src/model/identity.ts';
import { countCandidates } from '../../src/rules/candidates.ts';
import { countAnswers } from '../../src/rules/page-of-answers.ts';
import { finish } from '../../src/rules/steps.ts';
import { whyNot } from '../../src/rules/why-not.ts';
import { randomCase, type SupportCase } from '../oracle/random-case.ts';
import type { SupportAnswer, SupportQuery } from '../oracle/support-oracle.ts';
import { answerByRules, askedOf, viewsOf } from './answer-by-rules.ts';

/** More on demand: RULES_RUNS=100000. */
const RUNS = Number(process.env.RULES_RUNS ?? 12_000) / 30;

/** Checks a law on random questions. */
function holds(check: (asked: { readonly dataset: Dataset; readonly query: SupportQuery }) => void): void {
  const property = fc.property(randomCase(1), ({ dataset, queries }: SupportCase) => {
    for (const query of queries) check({ dataset, query });
  });
  fc.assert(property, { numRuns: RUNS });
}

const rows = ({ rows }: SupportAnswer) => rows.map((row) => JSON.stringify(row));

type Fact = readonly [type: string, from: string, to: string];

/** A dataset with more facts, and the nodes in them that are new. */
function withFacts(dataset: Dataset, facts: readonly Fact[]): Dataset {
  const nodes = new Map(dataset.nodes);
  const relationships = new Map<string, DatasetRelationship>(dataset.relationships);
  const evidence = [{ source: 'source:s', locator: 'p1' }];
  const types: Readonly<Record<string, string>> = { zone: 'Zone', industry: 'Industry', policy: 'Policy' };
  for (const [type, from, to] of facts) {
    const kind = types[from.split(':')[0] ?? ''] ?? '';
    if (!nodes.has(from)) nodes.set(from, { id: from, type: kind, properties: { name: from }, evidence });
    const key = relationshipKey(type, from, to, []);
    const properties = { modality: 'STATED', ...(type === 'WITHIN' ? { extent: 'WHOLE' } : {}) };
    relationships.set(key, { key, type, from, to, properties, evidence });
  }
  return { ...dataset, nodes, relationships };
}

const idsOf = (dataset: Dataset, ...types: readonly string[]) =>
  [...dataset.nodes.values()].filter(({ type }) => types.includes(type)).map(({ id }) => id);

describe('answers by the rules', { timeout: 300_000 }, () => {
  test('are not changed by an empty zone and an industry that nothing focuses on', () => {
    holds(({ dataset, query }) => {
      const more = withFacts(dataset, [
        ...idsOf(dataset, 'Region', 'Zone').map((id): Fact => ['WITHIN', 'zone:empty', id]),
        ...idsOf(dataset, 'Industry').map((id): Fact => ['SUBCLASS_OF', 'industry:empty', id]),
      ]);
      expect(answerByRules(more, query)).toEqual(answerByRules(dataset, query));
    });
  });

  test('are among those for a larger place, or a broader industry', () => {
    let narrowed = 0;
    holds(({ dataset, query: { place: _place, industry: _industry, ...query } }) => {
      for (const { type, from, to, properties } of dataset.relationships.values()) {
        const name = type === 'WITHIN' ? 'place' : 'industry';
        const whole = type === 'SUBCLASS_OF' || properties.extent === 'WHOLE';
        if (!['WITHIN', 'SUBCLASS_OF'].includes(type) || !whole || properties.modality !== 'STATED') continue;
        if (properties.validFrom !== undefined || properties.validTo !== undefined) continue;
        const larger = rows(answerByRules(dataset, { ...query, [name]: to }));
        const smaller = rows(answerByRules(dataset, { ...query, [name]: from }));
        expect(larger).toEqual(expect.arrayContaining(smaller));
        narrowed += smaller.length;
      }
    });
    expect(narrowed).toBeGreaterThan(RUNS / 4);
  });

  test('are the same on all days between two on which something changes', () => {
    // Every date of random datasets is the first or the last of a month, or the middle of one.
    holds(({ dataset, query }) => {
      const month = Math.floor(query.day / 100) * 100;
      const [early, late] = [
        answerByRules(dataset, { ...query, day: month + 3 }),
        answerByRules(dataset, { ...query, day: month + 13 }),
      ];
      expect(early).toEqual(late);
    });
  });

  test('are the same for a policy and a copy of it', () => {
    let compared = 0;
    holds(({ dataset, query: { policy: _policy, ...query } }) => {
      const [original] = idsOf(dataset, 'Policy');
      if (original === undefined || query.instrument !== undefined) return;
      const record = dataset.nodes.get(original);
      const facts = [...dataset.relationships.values()].filter(({ from }) => from === original);
      const twin = 'policy:twin';
      const nodes = new Map(dataset.nodes);
      if (record) nodes.set(twin, { ...record, id: twin });
      const relationships = new Map(dataset.relationships);
      const successions = [...dataset.relationships.values()].filter(
        ({ type, to }) => type === 'SUPERSEDES' && to === original,
      );
      for (const fact of [
        ...facts.map((each) => ({ ...each, from: twin })),
        ...successions.map((each) => ({ ...each, to: twin })),
      ]) {
        if (fact.type === 'SUPERSEDES' && fact.from === twin) continue;
        const key = relationshipKey(fact.type, fact.from, fact.to, [String(fact.properties.validFrom ?? '')]);
        relationships.set(key, { ...fact, key });
      }
      const doubled = { ...dataset, nodes, relationships };
      const of = (policy: string) =>
        answerByRules(doubled, { ...query, policy }).rows.map(({ cluster, place, scope }) => ({
          cluster,
          place,
          scope,
        }));
      const copied = of(twin);
      expect(copied).toEqual(of(original));
      compared += copied.length;
    });
    expect(compared).toBeGreaterThan(RUNS / 4);
  });

  test('together with the counts of reasons cover all candidates of a policy', () => {
    holds(({ dataset, query }) => {
      const views = viewsOf(dataset);
      const { policies, adopted } = views.ground;
      for (const policy of policies) {
        const why = finish(whyNot(views, { ...askedOf(views.ground, query), policy, cluster: undefined }));
        const counted = why.reasons.reduce((sum, { count }) => sum + count, why.total);
        // Each candidate counts at least once; one that two tests let in, each alone, under both (§6.11).
        expect(counted).toBeGreaterThanOrEqual((adopted[policy] ?? 0) * views.sites.length);
      }
    });
  });

  test('are at most as many as the candidates that counting them goes through', () => {
    holds(({ dataset, query }) => {
      const views = viewsOf(dataset);
      const asked = askedOf(views.ground, query);
      const reasons = finish(whyNot(views, asked)).reasons;
      const excluded = Math.max(0, ...reasons.map(({ count }) => count));
      expect(finish(countAnswers(views, asked))).toBeLessThanOrEqual(
        finish(countCandidates(views, asked, 'totalCount')),
      );
      expect(excluded).toBeLessThanOrEqual(finish(countCandidates(views, asked, 'whyNot')));
    });
  });
});
