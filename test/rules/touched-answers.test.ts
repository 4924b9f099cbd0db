/** The touched answers include every answer that a change affects, by the oracle before and after (§6). */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import {
  type ProvedAnswer,
  SUPPORT_READS,
  spreadTouched,
  touchedAnswers,
} from '../../src/rules/touched-answers.ts';
import { randomCase } from '../oracle/random-case.ts';
import { supportOracle } from '../oracle/support-oracle.ts';
import { deskOf } from './answer-by-rules.ts';

const RUNS = 1_500;

const textOf = ({ policy, cluster, place, scope, modality }: ProvedAnswer) =>
  [policy, cluster, place, scope, modality].join(' ');

/** What a list has that another has not. */
const beyond = (some: readonly string[], others: readonly string[]) =>
  some.filter((each) => !others.includes(each)).sort();

test('a fact that is added or deleted changes only the answers that it touches', {
  timeout: 120_000,
}, () => {
  let changed = 0;
  fc.assert(
    fc.property(randomCase(1), fc.nat(), fc.boolean(), ({ dataset, queries }, choice, comes) => {
      const day = queries[0]?.day ?? 20220615;
      const facts = [...dataset.relationships.values()];
      const fact = facts[choice % facts.length];
      if (!fact) return;
      const what = Object.entries(SUPPORT_READS).find(([type]) => type === fact.type)?.[1];
      const relationships = new Map(dataset.relationships);
      relationships.delete(fact.key);
      const without: Dataset = { ...dataset, relationships };
      const [before, after] = comes ? [without, dataset] : [dataset, without];
      const all = (of: Dataset) =>
        supportOracle(of, { day, includePlanned: false, orderBy: 'POLICY' }).rows.map(textOf);
      const [was, is] = [all(before), all(after)];
      // A successor decides whether a policy is in force: that is a change of the policy's own days.
      if (fact.type === 'SUPERSEDES') return;
      if (!what) {
        expect(is).toEqual(was);
        return;
      }
      const none = { policy: [], cluster: [], industry: [], place: [], [what]: [fact.from] };
      const asked = {
        policy: new Set<string>(none.policy),
        cluster: new Set<string>(none.cluster),
        industry: new Set<string>(none.industry),
        place: new Set<string>(none.place),
      };
      const touched = spreadTouched(deskOf(before).ground, asked);
      const of = (each: Dataset) => (touchedAnswers(deskOf(each), touched, day, 1_000) ?? []).map(textOf);
      const [touchedWas, touchedIs] = [of(before), of(after)];
      expect([beyond(touchedWas, touchedIs), beyond(touchedIs, touchedWas)]).toEqual([
        beyond(was, is),
        beyond(is, was),
      ]);
      expect(was).toEqual(expect.arrayContaining(touchedWas));
      changed += beyond(was, is).length + beyond(is, was).length;
    }),
    { numRuns: RUNS },
  );
  // Changes of nothing would prove nothing.
  expect(changed).toBeGreaterThan(RUNS / 4);
});
