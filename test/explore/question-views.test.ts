/** Chain, comparison, paths and data as views: layouts, rows, headings, tables. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutChain } from '../../src/views/chain-layout.ts';

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
