/** The rules of `eligibility` held against the oracle on random graphs and firms, without a database (§8). */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Alternative } from '../../src/model/criterion-sentence.ts';
import { deriveFacts } from '../../src/model/derive-facts.ts';
import { readModel } from '../../src/model/read-model.ts';
import { type Applicant, OWN_WORD } from '../../src/rules/eligibility/applicant.ts';
import {
  askedKey,
  decideEligibility,
  type Eligibility,
  missingOf,
} from '../../src/rules/eligibility/decide-eligibility.ts';
import { nextQuestions } from '../../src/rules/eligibility/next-questions.ts';
import { buildRulebook } from '../../src/rules/eligibility/rulebook.ts';
import { finish } from '../../src/rules/steps.ts';
import { askOracle, type OracleAnswer, type OracleFirm } from '../oracle/eligibility-oracle.ts';
import { type EligibilityCase, randomEligibility } from '../oracle/random-eligibility.ts';
import { deskOf } from './answer-by-rules.ts';

const RUNS = Number(process.env.RULES_RUNS ?? 2_000);
const DECLARED = readModel('schema').nodeTypes.get('FirmFigure')?.properties.get('attribute')?.values ?? [];

test('on random graphs and firms they answer as the oracle does', { timeout: 600_000 }, () => {
  const verdicts = new Map<string, number>();
  fc.assert(
    fc.property(randomEligibility(), (drawn) => {
      const answers = answerByRules(drawn);
      expect(answers.map(comparable)).toEqual(askOracle(drawn));
      for (const { overall } of answers) verdicts.set(overall, (verdicts.get(overall) ?? 0) + 1);
    }),
    { numRuns: RUNS },
  );
  // Random cases that seldom reach a verdict would prove little.
  expect([...verdicts.keys()].sort()).toEqual(['MET', 'NOT_CHECKABLE', 'NOT_MET', 'UNKNOWN']);
});

test('a question settles as many measures as the right value of it decides', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(randomEligibility(), (drawn) => {
      const answers = answerByRules(drawn);
      const oracle = askOracle(drawn);
      for (const { attribute, of, settles, touches } of nextQuestions(answers, DECLARED)) {
        const key = askedKey({ attribute, of }).trim();
        const lacking = oracle.filter(({ missing }) => missing.includes(key));
        expect(touches).toBe(lacking.length);
        if (attribute !== 'REVENUE') continue;
        const settled = answers.filter((each) => lacksAlone(each, key));
        expect(settles).toBe(settled.length);
        const decided = FIGURES.map((value) =>
          askOracle({ ...drawn, firm: withFigure(drawn.firm, of, value) }),
        );
        for (const { id } of settled) {
          const verdicts = decided.map((all) => all.find((each) => each.id === id)?.overall);
          expect(verdicts.some((each) => each !== 'UNKNOWN')).toBe(true);
        }
      }
    }),
    { numRuns: RUNS / 4 },
  );
});

/** Values on either side of all that conditions name, for each of the last years. */
const FIGURES = [-1_000, 0, 10, 20, 30, 100_000];

function withFigure(firm: OracleFirm, of: string | undefined, value: number): OracleFirm {
  const rest = firm.figures.filter((each) => each.attribute !== 'REVENUE' || each.of !== of);
  const years = [2019, 2020, 2021];
  return {
    ...firm,
    figures: [...rest, ...years.map((year) => ({ attribute: 'REVENUE', of, value, bound: 'EXACT', year }))],
  };
}

function lacksAlone({ overall, verdicts }: Eligibility, key: string): boolean {
  const missing = missingOf(verdicts).map((each) => askedKey(each).trim());
  const conditions = verdicts
    .filter(({ verdict }) => verdict === 'UNKNOWN')
    .flatMap((each) => each.conditions.filter(({ verdict }) => verdict === 'UNKNOWN'));
  return (
    overall === 'UNKNOWN' && missing.join() === key && conditions.every((each) => each.missing.length > 0)
  );
}

function answerByRules({ dataset, criteria, firm, day }: EligibilityCase): readonly Eligibility[] {
  const rulebook = buildRulebook({
    criteria: [...criteria].flatMap(([measure, all]) =>
      all.map((alternatives, position) => ({
        id: `${measure}#criteria/${position}`,
        measure,
        position,
        alternatives: alternatives.map((conditions) => ({ conditions })) as readonly Alternative[],
      })),
    ),
    windows: [],
    exclusions: [],
    names: new Map(),
  });
  const desk = deskOf(deriveFacts(readModel('schema'), dataset));
  const asked = { day, includePlanned: false, policy: undefined };
  return finish(decideEligibility(desk, rulebook, applicantOf(firm), asked, []));
}

function applicantOf(firm: OracleFirm): Applicant {
  const value = (text: string | undefined) => (text === undefined ? undefined : { ...OWN_WORD, value: text });
  return {
    industries: firm.industries.map((id) => ({ ...OWN_WORD, id })),
    clusters: firm.clusters.map((id) => ({ ...OWN_WORD, id })),
    places: firm.places.map(({ place, role }) => ({ ...OWN_WORD, id: place, role })),
    titles: firm.titles.map(({ title, from, to }) => ({ ...OWN_WORD, title, fromDay: from, toDay: to })),
    hasAllTitles: firm.knowsAllTitles,
    listings: firm.listed === true ? [{ ...OWN_WORD, exchange: undefined }] : [],
    hasAllListings: firm.listed !== undefined,
    foundedOn: value(firm.foundedOn),
    smeSize: value(firm.smeSize),
    figures: firm.figures.map((each) => ({
      ...OWN_WORD,
      attribute: each.attribute,
      of: each.of,
      value: String(each.value),
      bound: each.bound,
      period: String(each.year),
    })),
  };
}

function comparable({ id, overall, verdicts }: Eligibility): OracleAnswer {
  return {
    id,
    overall,
    verdicts: verdicts.map(({ verdict }) => verdict),
    missing: missingOf(verdicts)
      .map((each) => askedKey(each).trim())
      .sort(),
  };
}
