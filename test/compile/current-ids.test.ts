/** Former ids give way wherever an argument is declared as an id, at any depth of values and of selections. */

import { buildSchema, type FieldNode, GraphQLObjectType, parse } from 'graphql';
import { expect, test } from 'vitest';
import { withCurrentIds } from '../../src/compile/current-ids.ts';
import { selectFields } from '../../src/compile/select-fields.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { compileContext } from './compile-context.ts';

const SCHEMA = buildSchema(`
  type Query { ask(id: ID, ids: [ID!], lists: [[ID]!], where: Where, text: String, deep: Deep): Query }
  input Where { id: ID isIn: [ID!] name: String and: [Where!] by: Ref formerIds: IdFilter }
  input IdFilter { eq: ID in: [ID!] }
  input Ref @oneOf { firm: ID other: Int }
  input Deep { where: Where! }
`);
const FORMER = new Map([
  ['firm:old', 'firm:new'],
  ['__proto__', 'firm:odd'],
]);

function declared() {
  const type = SCHEMA.getType('Query');
  if (!(type instanceof GraphQLObjectType)) throw new Error('no Query');
  return type.getFields().ask?.args ?? [];
}

test.each([
  [{ id: 'firm:old' }, { id: 'firm:new' }],
  [{ id: 'firm:other' }, { id: 'firm:other' }],
  [{ ids: ['firm:old', 'firm:other', 'firm:old'] }, { ids: ['firm:new', 'firm:other', 'firm:new'] }],
  [{ lists: [['firm:old'], [null]] }, { lists: [['firm:new'], [null]] }],
  [{ text: 'firm:old' }, { text: 'firm:old' }],
  [{ where: { id: 'firm:old', name: 'firm:old' } }, { where: { id: 'firm:new', name: 'firm:old' } }],
  [{ where: { and: [{ isIn: ['firm:old'] }] } }, { where: { and: [{ isIn: ['firm:new'] }] } }],
  [{ deep: { where: { by: { firm: 'firm:old' } } } }, { deep: { where: { by: { firm: 'firm:new' } } } }],
  [
    { id: null, where: { id: null, isIn: null } },
    { id: null, where: { id: null, isIn: null } },
  ],
  // What a record remembers is asked for as it is: a current id is among nobody's former ones.
  [
    { where: { id: 'firm:old', formerIds: { eq: 'firm:old', in: ['firm:old'] } } },
    { where: { id: 'firm:new', formerIds: { eq: 'firm:old', in: ['firm:old'] } } },
  ],
  [{ id: '__proto__' }, { id: 'firm:odd' }],
  [{ id: 'constructor' }, { id: 'constructor' }],
])('%j is read as %j', (given, expected) => {
  expect(withCurrentIds(given, declared(), FORMER)).toEqual(expected);
});

test('arguments below the root give way too, with variables filled in', () => {
  const document = parse(
    'query($ids: [ID!]) { ask { inner: ask(id: "firm:old", where: { isIn: $ids }) { text: __typename } } }',
  );
  const [operation] = document.definitions;
  const field = operation?.kind === 'OperationDefinition' ? operation.selectionSet.selections[0] : undefined;
  const context = compileContext({
    model: readModel('schema'),
    schema: SCHEMA,
    variables: { ids: ['firm:old'] },
    formerIds: FORMER,
  });
  const [inner] = selectFields(context, 'Query', [field as FieldNode]);
  expect(inner?.arguments).toEqual({ id: 'firm:new', where: { isIn: ['firm:new'] } });
});
