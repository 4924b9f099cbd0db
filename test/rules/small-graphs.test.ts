/** All graphs up to a small size, not a random sample: the rules against the oracle (§6). */

import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { graph } from '../oracle/build-dataset.ts';
import { DROPPING, type SupportQuery, supportOracle } from '../oracle/support-oracle.ts';
import { answerByRules } from './answer-by-rules.ts';

const ASKED: SupportQuery = { day: 20230601, includePlanned: false, orderBy: 'POLICY' };

/** Every way of choosing one of each list. */
function* choices(lists: readonly (readonly string[])[]): Generator<readonly string[]> {
  const [first, ...rest] = lists;
  if (!first) yield [];
  else for (const chosen of first) for (const others of choices(rest)) yield [chosen, ...others];
}

/** A fact that is not there, or there. */
const maybe = (fact: string) => ['', fact];
/** A fact that is not there, there, or only planned. */
const firmly = (fact: string) => ['', fact, `${fact} PLANNED`];
/** A step between places that is not there, or of either extent. */
const within = (step: string) => ['', `${step} WHOLE`, `${step} PART`];

/** Compares both on every choice; returns the number of graphs and answers. */
function holdAll(lists: readonly (readonly string[])[], queries: readonly Partial<SupportQuery>[]) {
  const seen = { graphs: 0, answers: 0 };
  for (const facts of choices(lists)) {
    const dataset: Dataset = graph(facts.filter((fact) => fact !== '').join(';'));
    seen.graphs += 1;
    for (const asked of queries) {
      const query = { ...ASKED, ...asked };
      const expected = supportOracle(dataset, query);
      const answer = answerByRules(dataset, query);
      // Texts are compared first, since most graphs have no answer and are equal.
      if (JSON.stringify(answer) !== JSON.stringify(expected))
        expect({ facts, answer }).toEqual({ facts, answer: expected });
      seen.answers += answer.rows.length;
    }
  }
  return seen;
}

describe('on every graph the rules answer as the oracle', { timeout: 600_000 }, () => {
  test('of three places, with a policy and a cluster anywhere in them', () => {
    const places = ['z1', 'z2', 'z3'];
    const lists = [
      ['p1 SUPPORTS c1'],
      ...['z1 WITHIN z2', 'z1 WITHIN z3', 'z2 WITHIN z3'].map(within),
      ...places.map((place) => maybe(`c1 LOCATED_IN ${place}`)),
      ...places.map((place) => maybe(`p1 APPLIES_IN ${place}`)),
    ];
    const seen = holdAll(lists, [{}]);
    expect([seen.graphs, seen.answers > 1_000]).toEqual([27 * 64, true]);
  });

  test('of three industries and the one that all are in', () => {
    const steps = ['i1 SUBCLASS_OF i2', 'i1 SUBCLASS_OF i3', 'i2 SUBCLASS_OF i3'];
    const lists = [
      ['c1 LOCATED_IN z1; p1 APPLIES_IN z1'],
      ...steps.map(maybe),
      ...['i1', 'i2', 'i3', 'all'].map((industry) => maybe(`c1 FOCUSES_ON ${industry}`)),
      ...['i1', 'i2', 'i3', 'all'].map((industry) => maybe(`p1 SUPPORTS ${industry}`)),
    ];
    const seen = holdAll(lists, [{}]);
    expect([seen.graphs, seen.answers > 1_000]).toEqual([2 ** 11, true]);
  });

  test('of a policy, its measure, and facts that are there, planned or not there', () => {
    const lists = [
      firmly('p1 SUPPORTS i2'),
      firmly('i1 SUBCLASS_OF i2'),
      ['c1 FOCUSES_ON i1'],
      firmly('c1 LOCATED_IN z1'),
      ['', 'z1 WITHIN z2 WHOLE', 'z1 WITHIN z2 PART', 'z1 WITHIN z2 WHOLE PLANNED'],
      ['p1 APPLIES_IN z2'],
      firmly('p1 HAS_MEASURE m1'),
      firmly('m1 SUPPORTS i1'),
      firmly('m1 APPLIES_IN z1'),
    ];
    const queries = [true, false].flatMap((includePlanned) => [
      { includePlanned },
      { includePlanned, instrument: 'GRANT' },
    ]);
    const seen = holdAll(lists, queries);
    expect([seen.graphs, seen.answers > 1_000]).toEqual([3 ** 6 * 4, true]);
  });

  test('with each test dropped, of a policy that starts, reaches and supports or not', () => {
    const lists = [
      ['', 'p1: issuedOn none', 'p1: issuedOn 2024'],
      maybe('p1 SUPPORTS i1'),
      firmly('c1 FOCUSES_ON i1'),
      firmly('c1 LOCATED_IN z1'),
      within('z1 WITHIN z2'),
      ['p1 APPLIES_IN z2', 'p1 APPLIES_IN z3'],
      ['', 'p1 HAS_MEASURE m1; m1 SUPPORTS i2'],
    ];
    const given: Partial<Record<(typeof DROPPING)[number], Partial<SupportQuery>>> = {
      OTHER_INDUSTRY: { industry: 'industry:i1' },
      OTHER_PLACE: { place: 'zone:z2' },
      OTHER_INSTRUMENT: { instrument: 'GRANT' },
    };
    const queries = DROPPING.map((dropping) => ({ dropping, ...given[dropping] }));
    const seen = holdAll(lists, queries);
    expect([seen.graphs, seen.answers > 50]).toEqual([3 ** 4 * 2 ** 3, true]);
  });
});
