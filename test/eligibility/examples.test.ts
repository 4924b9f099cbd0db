/** The worked examples of measures, run by the rules over the seeds of the product. */

import { describe, expect, test } from 'vitest';
import { sixDecimals } from '../../src/rules/figures/exact-number.ts';
import { judgeExample, openProduct } from './judge-example.ts';
import { type Example, readExamples } from './read-examples.ts';

const product = openProduct();
const examples = readExamples();

describe('worked examples of measures', () => {
  test.each(examples.map((each) => [`${each.title}`, each] as const))('%s', (_, example) => {
    const { overall, industry, place, criteria, window, distances } = answered(example);
    const { expected } = example;
    const answer = { overall, industry, place, criteria };
    expect({
      ...answer,
      ...(expected.window ? { window } : {}),
      ...(expected.distances ? { distances } : {}),
    }).toEqual(expected);
  });

  test('every measure with criteria has examples', () => {
    const shown = new Set(examples.map(({ measure }) => measure));
    const without = [...product.rulebook.criteria.keys()].filter((measure) => !shown.has(measure));
    expect(without).toEqual([]);
  });
});

function answered({ measure, applicant, day }: Example) {
  const found = judgeExample(product, measure, applicant, day);
  if (!found) throw new Error(`there is no ${measure} in the seeds`);
  const { overall, window, verdicts } = found;
  const [industry, place, ...criteria] = verdicts;
  const distances = criteria.flatMap(({ conditions }, at) =>
    conditions.flatMap(({ distance }) => (distance ? [[String(at + 1), sixDecimals(distance)]] : [])),
  );
  return {
    overall,
    industry: industry?.verdict,
    place: place?.verdict,
    criteria: criteria.map(({ verdict }) => verdict),
    window,
    distances: Object.fromEntries(distances),
  };
}
