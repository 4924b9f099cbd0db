/** What was published keeps working: a change that would break an app is told. */

import { readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges } from 'graphql';
import { expect, test } from 'vitest';

/** The API as it was last published. A new name is published by `npm run publish:api`, after reading what it adds. */
const PUBLISHED = readFileSync('test/typed-client/published.graphql', 'utf8');
const CURRENT = readFileSync('schema/api.graphql', 'utf8');

function breaking(current: string): readonly string[] {
  return findBreakingChanges(buildSchema(PUBLISHED), buildSchema(current)).map(
    ({ description }) => description,
  );
}

test('nothing that was published has gone, changed its type, or asks for more', () => {
  expect(breaking(CURRENT)).toEqual([]);
});

test.each([
  ['a field that goes', /\n {2}"""[^"]*"""\n {2}because: \[Step!\]!/, '', 'because'],
  ['a field that may be null from now on', 'scope: SupportScope!', 'scope: SupportScope', 'scope'],
  ['a value of an enum that goes', '  ISSUED_ON_DESC\n', '', 'ISSUED_ON_DESC'],
  ['an argument that is asked for from now on', '  search(\n', '  search(lang: Lang!\n', 'lang'],
])('%s is told', (_, published, changed, name) => {
  const broken = CURRENT.replace(published, changed);
  expect(broken).not.toBe(CURRENT);
  expect(breaking(broken).join('\n')).toContain(name);
});
