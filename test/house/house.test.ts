/** Holds the rooms of the house to the sizes that `src/README.md` gives them. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readModel } from '../../src/model/schema/read-model.ts';
import { measureHouse } from './measure-house.ts';

const ROOMS = measureHouse(readModel('schema'));
/** The last column of the table of rooms: how many lines each has at most. */
const CEILINGS = new Map(
  [...readFileSync('src/README.md', 'utf8').matchAll(/^\| `(\w+)\/` \|.*\| (\d+) \|$/gm)].map(
    ([, room, lines]) => [room, Number(lines)],
  ),
);

test('every room is in the table of src/README.md', () => {
  expect([...CEILINGS.keys()].sort()).toEqual(ROOMS.map(({ room }) => room));
});

test.each(ROOMS)('$room has no more lines than src/README.md allows', ({ room, lines }) => {
  expect(lines).toBeLessThanOrEqual(CEILINGS.get(room) ?? 0);
});

test.each(ROOMS)('$room has no file of more than 450 lines', ({ longest }) => {
  expect(longest.lines.length, longest.path).toBeLessThanOrEqual(450);
});
