/** The rules of `eligibility` held against the oracle on random graphs and firms, without a database (§8). */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readModel } from '../../src/model/schema/read-model.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { verdictRow } from '../../src/questions/eligibility/verdict-rows.ts';
import {
  askedKey,
  decideEligibility,
  type Eligibility,
  missingOf,
} from '../../src/rules/eligibility/decide-eligibility.ts';
import { nextQuestions } from '../../src/rules/eligibility/next-questions.ts';
import type { CriterionVerdict } from '../../src/rules/eligibility/verdict.ts';
import { PLANNED } from '../../src/rules/ground.ts';
import { finish } from '../../src/rules/steps.ts';
import { askOracle, type OracleAnswer, type OracleFirm } from '../oracle/eligibility-oracle.ts';
import { type EligibilityCase, randomEligibility } from '../oracle/random-eligibility.ts';
import { viewsOf } from './answer-by-rules.ts';
import { applicantOf, rulebookOf } from './oracle-applicant.ts';

const RUNS = Number(process.env.RULES_RUNS ?? 2_000);
const MODEL = readModel('schema');
const DECLARED = MODEL.nodeTypes.get('FirmFigure')?.properties.get('attribute')?.values ?? [];

test('on random graphs and firms they answer as the oracle does', { timeout: 600_000 }, () => {
  const verdicts = new Map<string, number>();
  let planned = 0;
  fc.assert(
    fc.property(randomEligibility(), (drawn) => {
      const answers = answerByRules(drawn);
      const expected = askOracle(drawn);
      expect(answers.map(comparable)).toEqual(
        expected.map(({ id, overall, verdicts, missing }) => ({ id, overall, verdicts, missing })),
      );
      for (const [
        at,
        {
          verdicts: [industry, place],
        },
      ] of answers.entries()) {
        const [ofIndustry = [], ofPlace = []] = expected[at]?.grounds ?? [];
        expectToRestOn(industry, ofIndustry);
        expectToRestOn(place, ofPlace);
      }
      for (const { overall, modality } of answers) {
        verdicts.set(overall, (verdicts.get(overall) ?? 0) + 1);
        if (drawn.includePlanned && modality >= PLANNED) planned += 1;
        if (!drawn.includePlanned) expect(modality).toBeLessThan(PLANNED);
      }
    }),
    { numRuns: RUNS },
  );
  // Random cases that seldom reach a verdict would prove little.
  expect([...verdicts.keys()].sort()).toEqual(['MET', 'NOT_CHECKABLE', 'NOT_MET', 'UNKNOWN']);
  expect(planned).toBeGreaterThan(RUNS / 20);
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

/** §8.2, §8.3: a verdict cites where the facts were read that it rests on: one that is enough, or all there are. */
function expectToRestOn(verdict: CriterionVerdict | undefined, grounds: readonly string[]): void {
  const used = (verdict?.conditions ?? []).flatMap((each) => each.used.map(({ fact }) => fact));
  const ids = used.map((fact) => ('id' in fact ? fact.id : '')).sort();
  if (verdict?.verdict === 'MET') {
    expect(ids).toHaveLength(1);
    expect(grounds).toContain(ids[0]);
  } else expect(ids).toEqual(grounds);
  expect(verdict && verdictRow(verdict)).toMatchObject({
    evidenceSources: [...new Set(used.flatMap(({ readings }) => readings.map(({ source }) => source)))],
  });
  expect(new Set(used.flatMap(({ readings }) => readings.map(({ locator }) => locator)))).toEqual(
    new Set(ids),
  );
}

test('what a question settles is settled by some answer to it', { timeout: 600_000 }, () => {
  const settled = new Map<string, number>();
  fc.assert(
    fc.property(randomEligibility(), fc.constantFrom(...LACKED), ({ firm, ...asked }, lacked) => {
      const drawn = { ...asked, firm: { ...completed(firm, asked.day), ...lacked } };
      const answers = answerByRules(drawn);
      for (const { attribute, of, settles } of nextQuestions(answers, DECLARED)) {
        if (settles === 0) continue;
        const key = askedKey({ attribute, of });
        const left = new Set(
          answers.flatMap((each) => (lacksAlone(each, key.trim()) && isPlain(each, drawn) ? [each.id] : [])),
        );
        const count = left.size;
        for (const firm of firmsSaying(drawn, attribute, of)) {
          if (left.size === 0) break;
          for (const { id, overall } of answerByRules({ ...drawn, firm })) {
            if (overall !== 'UNKNOWN') left.delete(id);
          }
        }
        expect([...left], key).toEqual([]);
        settled.set(attribute, (settled.get(attribute) ?? 0) + count);
      }
    }),
    { numRuns: RUNS / 2 },
  );
  // Cases in which nothing is left open alone would prove little.
  for (const attribute of ['INDUSTRY', 'OPERATING_PLACE', 'REVENUE']) {
    expect(settled.get(attribute) ?? 0, attribute).toBeGreaterThan(0);
  }
});

/** What a firm that says all else may leave open. */
const LACKED: readonly Partial<OracleFirm>[] = [
  { industries: [], clusters: [] },
  { places: [] },
  { titles: [], knowsAllTitles: false },
  { listed: undefined },
  { smeSize: undefined },
  { foundedOn: undefined },
  { figures: [] },
];

/** A firm that says of itself what it did not say; random ones seldom leave a single question open. */
function completed(firm: OracleFirm, day: number): OracleFirm {
  const parts = ['REVENUE', 'RD_RATIO'].flatMap((attribute) =>
    [undefined, '发明专利'].map((of) => ({ attribute, of })),
  );
  const isSaid = (attribute: string, of: string | undefined) =>
    firm.figures.some((each) => each.attribute === attribute && each.of === of);
  return {
    ...firm,
    knowsAllTitles: true,
    listed: firm.listed ?? false,
    foundedOn: firm.foundedOn ?? '2019-06-15',
    smeSize: firm.smeSize ?? 'SMALL',
    figures: [
      ...firm.figures,
      ...parts.flatMap(({ attribute, of }) => (isSaid(attribute, of) ? [] : figuresOf(attribute, of, day))),
    ],
  };
}

/** The figures of the three years before a day. */
function figuresOf(attribute: string, of: string | undefined, day: number): OracleFirm['figures'] {
  const last = Math.floor(day / 10_000) - (day % 10_000 === 1231 ? 0 : 1);
  return [0, 1, 2].map((back) => ({ attribute, of, value: 20, bound: 'EXACT', year: last - back }));
}

/**
 * Whether no criterion that is open has a second alternative, which may stay open, or asks another measure; and the firm
 * has no place that is too wide, which a further place does not narrow.
 */
function isPlain({ verdicts }: Eligibility, { firm }: EligibilityCase): boolean {
  return verdicts
    .filter(({ verdict }) => verdict === 'UNKNOWN')
    .every(
      ({ alternatives, conditions }) =>
        alternatives.length === 1 &&
        conditions.every(({ condition }) => condition.attribute !== 'SATISFIES') &&
        (firm.places.length === 0 ||
          conditions.every(({ condition }) => !condition.attribute.endsWith('PLACE'))),
    );
}

/** The firm with each of some answers to a question, in place of what is on record. */
function firmsSaying(
  { dataset, firm, day }: EligibilityCase,
  attribute: string,
  of: string | undefined,
): readonly OracleFirm[] {
  const ids = (type: string) =>
    [...dataset.nodes.values()].filter((node) => node.type === type).map(({ id }) => id);
  const elsewhere = 'region:elsewhere';
  switch (attribute) {
    case 'INDUSTRY':
      return [
        { ...firm, planned: [], industries: ['industry:other'], clusters: ['cluster:other'] },
        ...ids('Industry').map((id) => ({ ...firm, planned: [], industries: [id] })),
      ];
    case 'REGISTERED_PLACE':
    case 'TAX_PLACE':
    case 'OPERATING_PLACE': {
      const role = { REGISTERED_PLACE: 'REGISTERED', TAX_PLACE: 'TAX', OPERATING_PLACE: 'PRODUCTION' }[
        attribute
      ];
      const places = [elsewhere, ...ids('Zone'), ...ids('Region')];
      return places.map((place) => ({ ...firm, planned: [], places: [...firm.places, { place, role }] }));
    }
    case 'TITLE':
      return [{ ...firm, knowsAllTitles: true }];
    case 'LISTED':
      return [{ ...firm, listed: true }];
    case 'SME_SIZE':
      return [{ ...firm, smeSize: 'SMALL' }];
    case 'FOUNDED_YEARS':
      return [{ ...firm, foundedOn: '2019-06-15' }];
    default: {
      const others = firm.figures.filter((each) => each.attribute !== attribute || each.of !== of);
      return [{ ...firm, figures: [...others, ...figuresOf(attribute, of, day)] }];
    }
  }
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

function answerByRules({
  dataset,
  criteria,
  firm,
  day,
  includePlanned,
}: EligibilityCase): readonly Eligibility[] {
  const rulebook = rulebookOf(criteria);
  const views = viewsOf(deriveFacts(MODEL, dataset));
  const asked = { day, includePlanned, policy: undefined };
  return finish(decideEligibility(views, rulebook, applicantOf(firm), asked, []));
}

function comparable({ id, overall, verdicts }: Eligibility): Omit<OracleAnswer, 'grounds'> {
  return {
    id,
    overall,
    verdicts: verdicts.map(({ verdict }) => verdict),
    missing: missingOf(verdicts)
      .map((each) => askedKey(each).trim())
      .sort(),
  };
}
