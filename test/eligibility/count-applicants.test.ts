/** Which criterion of a measure cuts most, counted over made-up firms (§8.16). */

import { expect, test } from 'vitest';
import { countApplicants } from '../../src/rules/eligibility/count-applicants.ts';
import { finish } from '../../src/rules/steps.ts';
import { openProduct, TIERS } from './judge-example.ts';
import { readExamples } from './read-examples.ts';

const MEASURE = 'measure:shanghai-tech-giant-cultivation';
const DAY = 20240630;

test('a criterion keeps out those that fail it, alone or with others', () => {
  const { views, rulebook } = openProduct();
  // One that nothing known keeps out, one whose revenue is too small, and one that is too young.
  const firms = readExamples()
    .filter(({ title }) => title.startsWith('tech-giants.yaml'))
    .slice(0, 3)
    .map(({ applicant }) => applicant);
  const when = { day: DAY, includePlanned: false };
  const found = finish(countApplicants(views.onDay(DAY, false), rulebook, MEASURE, firms, when, TIERS));
  expect(found?.verdicts).toEqual({ MET: 0, NOT_CHECKABLE: 1, UNKNOWN: 0, NOT_MET: 2 });
  const cuts = found?.criteria.map(({ criterion, notMet, alone, unknown }) => [
    criterion,
    notMet,
    alone,
    unknown,
  ]);
  expect(cuts?.slice(0, 2)).toEqual([
    [`${MEASURE}#criteria/001`, 1, 1, 0],
    [`${MEASURE}#criteria/006`, 1, 1, 0],
  ]);
  expect(cuts?.slice(2).every(([, notMet]) => notMet === 0)).toBe(true);
  expect(cuts).toContainEqual([`${MEASURE}#criteria/008`, 0, 0, 1]);
});

test('a measure that is not there has no applicants', () => {
  const { views, rulebook } = openProduct();
  const when = { day: DAY, includePlanned: false };
  expect(
    finish(countApplicants(views.onDay(DAY, false), rulebook, 'measure:none', [], when, TIERS)),
  ).toBeUndefined();
});
