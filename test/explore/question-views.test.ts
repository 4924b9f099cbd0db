/** Chain, comparison, paths and data as views: layouts, rows, headings, tables. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutChain } from '../../src/views/chain-layout.ts';
import { barsOf, type Comparison, figureRows, placesIn } from '../../src/views/compare.ts';
import { researchNext, tierShares, type UnknownCells } from '../../src/views/data.ts';
import { type FactItem, wordsInList } from '../../src/views/entity-facts.ts';
import { TIERS } from '../../src/views/evidence-words.ts';
import { amountWords } from '../../src/views/figure-words.ts';
import { type Path, stationsOf } from '../../src/views/paths.ts';

describe('a chain', () => {
  const STAGES = ['UPSTREAM', 'DOWNSTREAM'];

  test('has a lane for each stage, and suppliers to the left within one', () => {
    const segments = [
      { id: 'machines', stage: 'UPSTREAM' },
      { id: 'parts', stage: 'UPSTREAM' },
      { id: 'use', stage: 'DOWNSTREAM' },
      { id: 'other', stage: undefined },
    ];
    const links = [
      { from: 'parts', to: 'machines' },
      { from: 'machines', to: 'use' },
    ];
    const { lanes, spots, rows } = layOutChain(segments, links, STAGES);
    expect(lanes).toEqual([
      { stage: 'UPSTREAM', first: 0, last: 1 },
      { stage: 'DOWNSTREAM', first: 2, last: 2 },
      { stage: undefined, first: 3, last: 3 },
    ]);
    expect(new Map(spots.map(({ id, column }) => [id, column]))).toEqual(
      new Map([
        ['parts', 0],
        ['machines', 1],
        ['use', 2],
        ['other', 3],
      ]),
    );
    expect(rows).toBe(1);
  });

  test('puts what is linked side by side, so that arrows do not cross', () => {
    const segments = ['a', 'b'].flatMap((id) => [
      { id: `${id}-from`, stage: 'UPSTREAM' },
      { id: `${id}-to`, stage: 'DOWNSTREAM' },
    ]);
    const links = [
      { from: 'a-from', to: 'a-to' },
      { from: 'b-from', to: 'b-to' },
    ];
    const { spots } = layOutChain([...segments].reverse(), links, STAGES);
    const rowOf = (id: string) => spots.find((spot) => spot.id === id)?.row;
    expect(rowOf('a-from')).toBe(rowOf('a-to'));
    expect(rowOf('b-from')).toBe(rowOf('b-to'));
  });

  test('places every segment in a cell of its own, whatever supplies what', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('UPSTREAM', 'DOWNSTREAM', undefined), { minLength: 6, maxLength: 6 }),
        fc.array(fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids) }), {
          maxLength: 12,
        }),
        (stages, links) => {
          const segments = ids.map((id, at) => ({ id, stage: stages[at] }));
          const { spots } = layOutChain(segments, links, STAGES);
          expect(new Set(spots.map(({ id }) => id)).size).toBe(ids.length);
          expect(new Set(spots.map(({ column, row }) => `${column} ${row}`)).size).toBe(ids.length);
        },
      ),
    );
  });
});

describe('an amount', () => {
  test.each([
    ['1671515000000', '元', 'CNY 1,671.515 billion', '16715.15亿元'],
    ['-30000000', '元', 'CNY -30 million', '-3000万元'],
    ['1000000', '元', 'CNY 1 million', '100万元'],
    ['999999.5', '元', 'CNY 999,999.5', '99.99995万元'],
    ['1200000', '平方米', '1,200,000', '1200000平方米'],
  ])('%s %s is %s in English and %s in Chinese, exactly', (value, unit, english, chinese) => {
    expect(amountWords(value, unit, 'EN')).toContain(english);
    expect(amountWords(value, unit, 'ZH')).toBe(chinese);
  });
});

describe('a comparison', () => {
  const figure = (indicator: string, value: string, more: object = {}) => ({
    id: `${indicator} ${value}`,
    period: '2024',
    value,
    printed: value,
    bound: 'EXACT',
    modality: 'STATED',
    indicator: {
      __typename: 'Indicator',
      id: indicator,
      name: indicator,
      unit: '元',
      basis: '',
      quantity: '规模',
    },
    industry: null,
    evidence: [],
    ...more,
  });
  const comparison = (...latest: readonly object[][]) =>
    ({
      common: [],
      places: latest.map((each) => ({ latest: each, industries: [] })),
    }) as unknown as Comparison;

  test('holds figures of one indicator, one industry and one period against each other', () => {
    const [row] = figureRows(comparison([figure('output', '50')], [figure('output', '200')]), 'ZH');
    expect(row?.comparable).toBe('SAME');
    expect(row && barsOf(row)).toEqual([0.25, 1]);
  });

  test('draws no bars for other periods, and sets other definitions of one word apart', () => {
    const rows = figureRows(
      comparison(
        [figure('output', '50'), figure('revenue', '60')],
        [figure('output', '70', { period: '2024-H1' })],
      ),
      'ZH',
    );
    expect(rows.map(({ comparable, confusable }) => [comparable, confusable])).toEqual([
      ['OTHER_PERIODS', ['revenue']],
      ['ALONE', ['output']],
    ]);
    expect(rows.flatMap(barsOf)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('holds the newest period that most places share against each other where the newest of each differ', () => {
    const latest = comparison(
      [figure('output', '50', { period: '2024' })],
      [figure('output', '30', { period: '2023' })],
      [figure('output', '20', { period: '2022' })],
    );
    const at = (place: string, period: string, value: string) =>
      figure('output', value, { period, place: { id: place } });
    const earlier = [
      at('a', '2024', '50'),
      at('a', '2023', '40'),
      at('b', '2023', '30'),
      ...['a', 'b', 'c'].flatMap((place) => [at(place, '2022', '20'), at(place, '2021', '10')]),
      at('c', '2023', '5'),
      at('c', '2023', '6'),
    ] as never;
    const named = {
      ...latest,
      places: latest.places.map((each, n) => ({ ...each, place: { id: 'abc'[n] } })),
    };
    const [shared, newest] = figureRows(named as unknown as Comparison, 'ZH', earlier);
    expect(shared?.figures.map((each) => each?.period)).toEqual(['2022', '2022', '2022']);
    expect(shared && [shared.comparable, shared.isShared, barsOf(shared)]).toEqual(['SAME', true, [1, 1, 1]]);
    expect(newest?.comparable).toBe('OTHER_PERIODS');
    const two = figureRows(
      named as unknown as Comparison,
      'ZH',
      (earlier as { period: string }[]).filter(({ period }) => period > '2022') as never,
    );
    expect(two[0]?.figures.map((each) => each?.value)).toEqual(['40', '30', undefined]);
    expect(figureRows(named as unknown as Comparison, 'ZH')).toHaveLength(1);
  });

  test('names each place of its address once', () => {
    expect(placesIn({ places: 'region:a,region:b,region:a,' })).toEqual(['region:a', 'region:b']);
  });
});

describe('a path', () => {
  const step = (from: string, to: string) => ({ from: { id: from }, to: { id: to } });

  test('passes its stations in order, whichever way its facts are stated', () => {
    const path = { steps: [step('a', 'b'), step('c', 'b'), step('c', 'd')] } as unknown as Path;
    expect(stationsOf(path, 'a').map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('the dataset', () => {
  test('lists tiers by strength with their share, and clusters nobody has looked for', () => {
    const tiers = [
      { key: 'NEWS', count: 3 },
      { key: 'OFFICIAL', count: 1 },
    ];
    expect(tierShares({ tiers }, TIERS)).toEqual([
      { tier: 'OFFICIAL', count: 1, share: 0.25 },
      { tier: 'NEWS', count: 3, share: 0.75 },
    ]);
    const cell = (row: string, column: string, state: string) => ({ row, column, state });
    const cells = {
      coverage: {
        rows: ['c', 'd'].map((key) => ({ key, entity: { id: key } })),
        columns: [{ id: 'x' }, { id: 'y' }],
        cells: [
          cell('c', 'x', 'COVERED'),
          cell('c', 'y', 'NOT_RESEARCHED'),
          cell('d', 'x', 'NOT_RESEARCHED'),
          cell('d', 'y', 'NOT_RESEARCHED'),
        ],
      },
    } as unknown as UnknownCells;
    expect(researchNext(cells).map(({ entity, places }) => [entity.id, places.length])).toEqual([
      ['d', 2],
      ['c', 1],
    ]);
  });
});

describe('facts in a list', () => {
  const facts = (...words: string[]) => words.map((each) => ({ words: each })) as unknown as FactItem[];

  test('begin with the long name of their owner once', () => {
    const listed = wordsInList(
      facts('《某某行动方案》适用于甲', '《某某行动方案》适用于乙', '丙依据《某某行动方案》'),
      '《某某行动方案》',
    );
    expect(listed.map(({ words }) => words)).toEqual([
      '《某某行动方案》适用于甲',
      '适用于乙',
      '丙依据《某某行动方案》',
    ]);
    expect(wordsInList(facts('甲区有A', '甲区有B'), '甲区').map(({ words }) => words)).toEqual([
      '甲区有A',
      '甲区有B',
    ]);
  });
});
