/** A ground has its facts in order, whatever the order in which they are read, and is built in short steps. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildGround,
  type GroundFact,
  type GroundNode,
  groundInSteps,
} from '../../src/rules/build-ground.ts';
import { finish, sorted } from '../../src/rules/steps.ts';

const NODES: readonly GroundNode[] = Array.from({ length: 12 }, (_, at) => ({
  id: `place:${'acegikmbdfhj'[at]}`,
  kind: 'Place',
}));

const facts = fc.uniqueArray(
  fc.record({
    type: fc.constant('WITHIN' as const),
    // The last of them is no node: its facts are left out.
    from: fc.constantFrom(...NODES.map(({ id }) => id), 'place:unknown'),
    to: fc.constantFrom(...NODES.map(({ id }) => id)),
    key: fc.constantFrom('', '2023', '2024'),
    fromDay: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  }),
  { selector: ({ from, to, key }) => `${from} ${to} ${key}`, maxLength: 40 },
);

const textOf = ({ from, to, key, fromDay }: GroundFact) => `${from} ${to} ${key} ${fromDay ?? 0}`;

describe('building a ground', () => {
  test('orders facts by their ends and key, and finds those of each node at either end', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { ids, numbers, facts: built } = buildGround(NODES, given, undefined);
        const { WITHIN } = built;
        const written = (fact: number) =>
          textOf({
            type: 'WITHIN',
            from: ids[WITHIN.from[fact] ?? -1] ?? '',
            to: ids[WITHIN.to[fact] ?? -1] ?? '',
            key: WITHIN.keys[fact] ?? '',
            fromDay: WITHIN.fromDay[fact],
          });
        const expected = given
          .filter(({ from }) => numbers.has(from))
          .sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
        expect(WITHIN.keys.map((_, fact) => written(fact))).toEqual(expected.map(textOf));
        for (const [id, node] of numbers) {
          expect([...WITHIN.out(node)].map(written)).toEqual(
            expected.filter(({ from }) => from === id).map(textOf),
          );
          expect([...WITHIN.into(node)].map(written)).toEqual(
            expected.filter(({ to }) => to === id).map(textOf),
          );
        }
      }),
    );
  });

  test('pauses every few thousand nodes and facts', () => {
    const many = Array.from(
      { length: 20_000 },
      (_, at): GroundNode => ({ id: `place:${at}`, kind: 'Place' }),
    );
    const chain = many
      .slice(1)
      .map(({ id }, at): GroundFact => ({ type: 'WITHIN', from: id, to: `place:${at}`, key: '' }));
    let read = 0;
    function* counted<T>(items: readonly T[]): Generator<T> {
      for (const item of items) {
        read += 1;
        yield item;
      }
    }
    let most = 0;
    for (const steps = groundInSteps(counted(many), counted(chain), undefined); ; read = 0) {
      const { done } = steps.next();
      most = Math.max(most, read);
      if (done) break;
    }
    expect(most).toBeLessThan(5_000);
  });

  test('sorts in parts as at once', () => {
    const numbers = Array.from({ length: 10_000 }, (_, at) => (at * 7_919) % 10_007);
    expect(finish(sorted(numbers, (a, b) => a - b))).toEqual([...numbers].sort((a, b) => a - b));
  });
});
