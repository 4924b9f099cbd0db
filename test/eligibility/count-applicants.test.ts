/** Which criterion of a measure cuts most, counted over made-up firms (§8.16). */

import { expect, test } from 'vitest';
import { decideAtOnce } from '../../src/questions/decision.ts';
import { firmsIn, MOST_FIRMS } from '../../src/questions/eligibility/compile-applicants.ts';
import { countApplicants } from '../../src/rules/eligibility/count-applicants.ts';
import { finish } from '../../src/rules/steps.ts';
import { model } from '../graph-fixture.ts';
import { openProduct, TIERS } from './judge-example.ts';
import { readExamples } from './read-examples.ts';

const MEASURE = 'measure:shanghai-tech-giant-cultivation';
const DAY = 20240630;
const { views, rulebook } = openProduct();

test('a criterion keeps out those that fail it, alone or with others', () => {
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
  const when = { day: DAY, includePlanned: false };
  expect(
    finish(countApplicants(views.onDay(DAY, false), rulebook, 'measure:none', [], when, TIERS)),
  ).toBeUndefined();
});

test('2,000 firms are judged at once, and one more is refused with a smaller place as the way out', async () => {
  const read = (count: number) =>
    decideAtOnce(firmsIn({ model }, views, DAY, undefined), async () =>
      Array.from({ length: count }, (_, at) => ({ id: `firm:f${at}` })),
    );
  expect((await read(MOST_FIRMS)).length).toBe(2_000);
  await expect(read(MOST_FIRMS + 1)).rejects.toMatchObject({
    extensions: { code: 'QUERY_TOO_COMPLEX', limit: 'firms', allowed: 2_000, argument: 'place' },
  });
});
