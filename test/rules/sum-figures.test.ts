/** Sums of figures: exact, bounded, and refused where what is added differs or overlaps (§18.1 to §18.4). */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SummedFigure, sumFigures } from '../../src/rules/figures/sum-figures.ts';

/** A figure that says no more than it is given. */
function figure(id: string, own: Partial<SummedFigure> = {}): SummedFigure {
  return { id, name: id, value: '1', unit: '元', bound: 'EXACT', modality: 'STATED', about: [], ...own };
}

const sizeOf = (id: string) => ({ indicator: { id, words: id } });

describe('a sum', () => {
  test('of nothing is no number', () => {
    expect(sumFigures([])).toEqual({ value: null, unit: null, count: 0, bound: 'EXACT', modality: 'STATED' });
  });

  test.each([
    [['0.1', '0.2'], '0.3'],
    [['43.90', '0.1'], '44'],
    [['-3', '2.5'], '-0.5'],
    [['-1', '1'], '0'],
    [['9007199254740993', '0.000000000001'], '9007199254740993.000000000001'],
  ])('of %j is exactly %s', (values, value) => {
    expect(sumFigures(values.map((each, at) => figure(`a:${at}`, { value: each })))).toMatchObject({ value });
  });

  test('does not depend on the order of its figures', () => {
    const decimal = fc.integer({ min: -99_999, max: 99_999 }).map((each) => String(each / 100));
    fc.assert(
      fc.property(fc.array(decimal), (values) => {
        const figures = values.map((value, at) => figure(`a:${at}`, { value }));
        expect(sumFigures(figures)).toEqual(sumFigures(figures.toReversed()));
      }),
    );
  });

  test.each([
    [['EXACT', 'EXACT'], 'EXACT'],
    [['EXACT', 'ABOUT'], 'ABOUT'],
    [['EXACT', 'AT_LEAST'], 'AT_LEAST'],
    [['MORE_THAN', 'AT_LEAST'], 'MORE_THAN'],
    [['AT_MOST', 'AT_MOST'], 'AT_MOST'],
    [['AT_MOST', 'LESS_THAN'], 'LESS_THAN'],
    [['AT_MOST', 'AT_LEAST'], null],
    [['ABOUT', 'AT_LEAST'], null],
  ])('of bounds %j is bounded by %s', (bounds, bound) => {
    expect(sumFigures(bounds.map((each, at) => figure(`a:${at}`, { bound: each })))).toMatchObject({ bound });
  });

  test('with a plan in it is a plan', () => {
    const plan = figure('a:2', { modality: 'PLANNED' });
    expect(sumFigures([figure('a:1', { modality: 'ESTIMATED' }), plan])).toMatchObject({
      modality: 'PLANNED',
    });
  });
});

describe('two figures are refused and named', () => {
  test.each([
    ['unit', { unit: 'CNY' }, { unit: 'USD' }],
    ['indicator', sizeOf('规模'), sizeOf('增加值')],
    ['period', { period: '2023' }, { period: '2024' }],
    // A size and an added value differ in what they count, whatever their periods.
    ['indicator', { ...sizeOf('规模'), period: '2023' }, { ...sizeOf('增加值'), period: '2024' }],
    ['overlap', { about: [['pudong', 'shanghai']] }, { about: [['shanghai']] }],
    ['overlap', { about: [['shanghai'], ['ic', 'lead']] }, { about: [['shanghai'], ['lead']] }],
    ['overlap', { about: [['shanghai'], []] }, { about: [['shanghai'], ['ic']] }],
  ])('for their %s', (difference, one, other) => {
    const figures = [figure('a:1', one), figure('a:2', other)];
    expect(sumFigures(figures)).toMatchObject({ difference, figures: [{ id: 'a:1' }, { id: 'a:2' }] });
  });

  test.each([
    ['districts beside each other', [['pudong', 'shanghai']], [['minhang', 'shanghai']]],
    ['two industries of one place', [['shanghai'], ['ic', 'lead']], [['shanghai'], ['bio', 'lead']]],
  ])('but not %s', (_, one, other) => {
    expect(sumFigures([figure('a:1', { about: one }), figure('a:2', { about: other })])).toMatchObject({
      count: 2,
    });
  });
});
