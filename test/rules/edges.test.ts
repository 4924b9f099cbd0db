/** Edges that random graphs seldom reach: single days, parallel facts, ids that are first, and pauses of long work (§6). */

import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { policiesOf } from '../../src/rules/policies.ts';
import { proofOf } from '../../src/rules/proof.ts';
import { createProvisions } from '../../src/rules/provisions.ts';
import { memoize } from '../../src/rules/view.ts';
import { graph } from '../oracle/build-dataset.ts';
import type { SupportQuery } from '../oracle/support-oracle.ts';
import { answerByRules, askedOf, keysOf, viewsOf } from './answer-by-rules.ts';

const WHOLE = 'p1 SUPPORTS i1; c1 FOCUSES_ON i1; c1 LOCATED_IN z1; p1 APPLIES_IN z1';
const ASKED: SupportQuery = { day: 20230615, includePlanned: false, orderBy: 'POLICY' };

const answersOn = (text: string, day: number) => answerByRules(graph(text), { ...ASKED, day }).rows.length;
const AROUND = [20230614, 20230615, 20230616];

describe('on the days before, of and after it (§2.3, §5.1)', () => {
  test('a policy that is in force for one day answers on that day', () => {
    const text = `${WHOLE}; p1: issuedOn 2023-06-15, expiresOn 2023-06-15`;
    expect(AROUND.map((day) => answersOn(text, day))).toEqual([0, 1, 0]);
  });

  test.each(['p1 SUPPORTS i1', 'c1 FOCUSES_ON i1', 'c1 LOCATED_IN z1', 'p1 APPLIES_IN z1'])(
    'an answer that needs %s holds on the one day of that fact',
    (fact) => {
      const text = WHOLE.replace(fact, `${fact} from 2023-06-15 to 2023-06-15`);
      expect(AROUND.map((day) => answersOn(text, day))).toEqual([0, 1, 0]);
    },
  );
});

/** The facts of the only proof, as `type validFrom modality`. */
function proofFacts(dataset: Dataset, asked: Partial<SupportQuery> = {}): readonly string[] {
  const views = viewsOf(dataset);
  const { ground } = views;
  const question = askedOf(ground, { ...ASKED, includePlanned: true, ...asked });
  const number = (id: string) => ground.numbers.get(id) ?? -1;
  const answer = { policy: number('policy:p1'), cluster: number('cluster:c1'), place: number('zone:z1') };
  const proof = proofOf(views, question, answer);
  if (!proof) throw new Error('there is no proof');
  return keysOf(ground, proof).map((key) => {
    const fact = dataset.relationships.get(key);
    return `${fact?.type} ${fact?.properties.validFrom ?? ''} ${fact?.properties.modality}`;
  });
}

describe('of parallel facts a proof takes the firmest, then the earliest (§6.10)', () => {
  const years = ['2019', '2020', '2021', '2022'];
  /** The same facts twice: with the keys of each, which are hashes, in any order. */
  test.each(years)('of a step within a place, whatever their keys: %s', (best) => {
    const others = years.filter((year) => year !== best);
    const parallel = (fact: string, of: (year: string) => string) =>
      years.map((year) => `${fact} from ${year} ${of(year)}`).join('; ');
    const within = parallel('z1 WITHIN z2', (year) => (year === best ? '' : 'ESTIMATED'));
    const text = `p1 SUPPORTS i1; c1 FOCUSES_ON i1; c1 LOCATED_IN z1; p1 APPLIES_IN z2; ${within}`;
    expect(proofFacts(graph(text))[3]).toBe(`WITHIN ${best} STATED`);
    const measured = parallel('p1 HAS_MEASURE m1', (year) => (year === best ? 'ESTIMATED' : 'PLANNED'));
    expect(proofFacts(graph(`${WHOLE}; ${measured}`), { instrument: 'GRANT' })[0]).toBe(
      `HAS_MEASURE ${best} ESTIMATED`,
    );
    const same = others.map((year) => `p1 HAS_MEASURE m1 from ${year}; z1 WITHIN z2 from ${year}`).join('; ');
    const earliest = [...others].sort()[0];
    const both = `p1 SUPPORTS i1; c1 FOCUSES_ON i1; c1 LOCATED_IN z1; p1 APPLIES_IN z2; ${same}`;
    expect(proofFacts(graph(both), { instrument: 'GRANT' })).toEqual([
      `HAS_MEASURE ${earliest} STATED`,
      'SUPPORTS_INDUSTRY  STATED',
      'FOCUSES_ON  STATED',
      'CLUSTER_LOCATED_IN  STATED',
      `WITHIN ${earliest} STATED`,
      'POLICY_APPLIES_IN  STATED',
    ]);
  });

  test('of facts with the same first day, the one with the first key', () => {
    const dataset = graph(`${WHOLE.replace('p1 APPLIES_IN z1', 'p1 APPLIES_IN z2')};
      z1 WITHIN z2 from 2021; z1 WITHIN z2 from 2021-01; p1 HAS_MEASURE m1 from 2021; p1 HAS_MEASURE m1 from 2021-01`);
    const first = (type: string) => {
      const keys = [...dataset.relationships.values()]
        .filter((fact) => fact.type === type)
        .map(({ key }) => key);
      return dataset.relationships.get(keys.sort()[0] ?? '')?.properties.validFrom;
    };
    const found = proofFacts(dataset, { instrument: 'GRANT' });
    expect([found[0], found[4]]).toEqual([
      `HAS_MEASURE ${first('HAS_MEASURE')} STATED`,
      `WITHIN ${first('WITHIN')} STATED`,
    ]);
  });
});

test('an industry has the policies for all industries where no cluster comes before it (§4.6, §6.15)', () => {
  const views = viewsOf(graph('p1 SUPPORTS all; i1 SUBCLASS_OF i2'));
  expect(views.ground.allIndustries).toBe(0);
  const policies = policiesOf(views, 'industry', views.ground.numbers.get('industry:i1') ?? -1, ASKED.day);
  expect(policies.map((policy) => views.ground.ids[policy])).toEqual(['policy:p1']);
});

test('a policy of unknown start is not in force on the last day of all (§5.1)', () => {
  const views = viewsOf(graph('p1 APPLIES_IN z1; p1: issuedOn none; p2 APPLIES_IN z1 from 9999-12-31'));
  const policies = policiesOf(views, 'place', views.ground.numbers.get('zone:z1') ?? -1, 99991231);
  expect(policies.map((policy) => views.ground.ids[policy])).toEqual(['policy:p2']);
});

test('provisions are made in steps of 64 policies, so that other work runs in between', () => {
  const policies = Array.from({ length: 130 }, (_, n) => `p${n} SUPPORTS i1`).join('; ');
  const work = createProvisions(viewsOf(graph(policies)).onDay(ASKED.day, false), undefined);
  let pauses = 0;
  while (!work.next().done) pauses += 1;
  // Three for policies, and three for their provisions.
  expect(pauses).toBe(6);
});

test('a cached function of nodes is asked once for each', () => {
  const asked: number[] = [];
  const double = memoize((node) => {
    asked.push(node);
    return 2 * node;
  });
  expect([double(1), double(2), double(1), asked]).toEqual([2, 4, 2, [1, 2]]);
});
