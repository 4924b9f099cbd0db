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

/** Rooms that are about policies, firms and places, and what shows people and agents these. */
const DOMAIN = ['answers', 'browser', 'explore', 'ground', 'pages', 'questions', 'rules', 'verify', 'views'];
/** The files of other rooms that name a type of the schema: what it means there is no part of its declaration. */
const NAMING = [
  'cite/cited-facts.ts',
  'cite/record-names.ts',
  'graph/statements/schema-statements.ts',
  'import/edition/compare-editions.ts',
  'import/known-names.ts',
  'model/all-industries.ts',
  'model/model.ts',
  'model/stored/derive-facts.ts',
  'model/stored/entity-relationships.ts',
  'seeds/checks/check-names.ts',
  'seeds/checks/check-policies.ts',
  'seeds/dataset/read-info.ts',
  'seeds/records/read-condition.ts',
];

test('a room that is not about policies and firms names no type of the schema, but for a few files', () => {
  const named = ROOMS.filter(({ room }) => !DOMAIN.includes(room)).flatMap(({ naming }) => naming);
  expect([...new Set(named.map((line) => line.split(':')[0]))]).toEqual(NAMING);
});

test('every room is in the table of src/README.md', () => {
  expect([...CEILINGS.keys()].sort()).toEqual(ROOMS.map(({ room }) => room));
});

test.each(ROOMS)('$room has no more lines than src/README.md allows', ({ room, lines }) => {
  expect(lines).toBeLessThanOrEqual(CEILINGS.get(room) ?? 0);
});

test.each(ROOMS)('$room has no file of more than 450 lines', ({ longest }) => {
  expect(longest.lines.length, longest.path).toBeLessThanOrEqual(450);
});
