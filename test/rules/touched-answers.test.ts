/** The touched answers include every answer that a change affects, by the oracle before and after (§6). */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import type { FactType } from '../../src/rules/ground.ts';
import {
  type ProvedAnswer,
  SUPPORT_READS,
  spreadTouched,
  type Touched,
  touchedAnswers,
} from '../../src/rules/touched-answers.ts';
import { graph } from '../oracle/build-dataset.ts';
import { randomCase } from '../oracle/random-case.ts';
import { supportOracle } from '../oracle/support-oracle.ts';
import { viewsOf } from './answer-by-rules.ts';

/** More on demand: RULES_RUNS=100000. */
const RUNS = Number(process.env.RULES_RUNS ?? 12_000) / 8;

const textOf = ({ policy, cluster, place, scope, modality }: ProvedAnswer) =>
  [policy, cluster, place, scope, modality].join(' ');

const DAY = 20230601;
const NOTHING: Touched = { policy: new Set(), cluster: new Set(), industry: new Set(), place: new Set() };

/** The touched answers of a graph on a day, as `policy cluster place`. */
function touchedOf(text: string, touched: Partial<Touched>, most = 1_000): readonly string[] | undefined {
  const views = viewsOf(graph(text));
  const spread = spreadTouched(views.ground, { ...NOTHING, ...touched });
  return touchedAnswers(views, spread, DAY, most)?.map(({ policy, cluster, place }) =>
    [policy, cluster, place].map((id) => id.replace(/.*:/, '')).join(' '),
  );
}

describe('touched answers', () => {
  const CHAIN =
    'p1 SUPPORTS i2; i1 SUBCLASS_OF i2; c1 FOCUSES_ON i1; c1 LOCATED_IN z1; z1 WITHIN z2; p1 APPLIES_IN z2';
  const NAMED = 'p1 SUPPORTS c1; c1 LOCATED_IN z1; p1 APPLIES_IN z1';
  /** Nothing of these is touched. */
  const OTHERS = 'p9 SUPPORTS c9; c9 LOCATED_IN z9; p9 APPLIES_IN z9';

  test.each([
    ...CHAIN.split('; ').map((fact) => [fact, CHAIN] as const),
    ...NAMED.split('; ').map((fact) => [fact, NAMED] as const),
  ])('of a change of %s are those that rest on it, and no others: %s', (fact, text) => {
    const [changed] = graph(fact).relationships.values();
    const kind = SUPPORT_READS[changed?.type as FactType];
    expect(kind).toBeDefined();
    const touched = { [kind ?? '']: new Set([changed?.from ?? '']) };
    expect(touchedOf(`${text}; ${OTHERS}`, touched)).toEqual(['p1 c1 z1']);
  });

  test('of a touched policy are its own, of a touched cluster all of it', () => {
    const text = `${NAMED}; p2 SUPPORTS c1; p2 APPLIES_IN z1; p2 SUPPORTS c2; c2 LOCATED_IN z1`;
    expect(touchedOf(text, { policy: new Set(['policy:p1']) })).toEqual(['p1 c1 z1']);
    expect(touchedOf(text, { cluster: new Set(['cluster:c1']) })).toEqual(['p1 c1 z1', 'p2 c1 z1']);
    expect(touchedOf(text, {})).toEqual([]);
  });

  test('are listed up to the greatest number, and not past it', () => {
    const text = `${NAMED}; p2 SUPPORTS c1; p2 APPLIES_IN z1`;
    const touched = { cluster: new Set(['cluster:c1']) };
    expect([touchedOf(text, touched, 2)?.length, touchedOf(text, touched, 1)]).toEqual([2, undefined]);
  });

  test('of records that are gone from the graph are none', () => {
    expect(touchedOf(NAMED, { industry: new Set(['industry:gone']), place: new Set(['zone:gone']) })).toEqual(
      [],
    );
  });
});

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
      const touched = spreadTouched(viewsOf(before).ground, asked);
      const of = (each: Dataset) => (touchedAnswers(viewsOf(each), touched, day, 1_000) ?? []).map(textOf);
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
