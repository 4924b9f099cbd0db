/** The rules of `eligibility` held against the oracle on random graphs and firms, without a database (§8). */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readModel } from '../../src/model/schema/read-model.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import type { Alternative } from '../../src/model/words/criterion-sentence.ts';
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
import { viewsOf } from './answer-by-rules.ts';

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

test('a question touches what lacks it, and settles what lacks nothing else', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(randomEligibility(), (drawn) => {
      const answers = answerByRules(drawn);
      const oracle = askOracle(drawn);
      for (const { attribute, of, settles, touches } of nextQuestions(answers, DECLARED)) {
        const key = askedKey({ attribute, of }).trim();
        const lacking = oracle.filter(({ missing }) => missing.includes(key));
        expect(touches).toBe(lacking.length);
        expect(settles).toBe(answers.filter((each) => lacksAlone(each, key)).length);
      }
    }),
    { numRuns: RUNS / 4 },
  );
});

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
  const views = viewsOf(deriveFacts(readModel('schema'), dataset));
  const asked = { day, includePlanned: false, policy: undefined };
  return finish(decideEligibility(views, rulebook, applicantOf(firm), asked, []));
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
