/** The README tells a normalising cache which types have no id: all of them, and no others. */

import { readFileSync } from 'node:fs';
import { buildSchema, isObjectType } from 'graphql';
import { expect, test } from 'vitest';

test('the README names every type without an id, parts of pages apart', () => {
  const types = Object.values(buildSchema(readFileSync('schema/api.graphql', 'utf8')).getTypeMap());
  const keyless = types
    .filter(isObjectType)
    .filter((type) => !type.getFields().id && !/^(__|Query$)/.test(type.name));
  const [, listed = ''] = /WITHOUT_ID = `([^`]*)`/.exec(readFileSync('README.md', 'utf8')) ?? [];
  const names = keyless.map(({ name }) => name).filter((name) => !/(Connection|Edge|PageInfo)$/.test(name));
  expect(listed.split(/\s+/).sort()).toEqual(names.sort());
});
