/** An explicit null is the same as leaving an argument out, for every argument of the API that may be null. */

import { type GraphQLField, isNonNullType, isObjectType, isRequiredArgument } from 'graphql';
import { expect, test } from 'vitest';
import type { Statement } from '../../src/cypher/statement.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { rootTypes } from '../../src/model/model.ts';
import { buildSchema, runOperation } from '../run-operation.ts';

const api = buildSchema();
const query = api.schema.getQueryType()?.getFields() ?? {};

type Field = GraphQLField<unknown, unknown>;

/** The statements that an operation compiles to, and why it is refused; no graph is asked, since the texts decide. */
async function compiled(operation: string): Promise<Compiled> {
  const read: Graph['read'] = async (_, options) => {
    options?.sawBookmark?.('the only state');
    return [];
  };
  const { statements, result } = await runOperation(api, { read } as unknown as Graph, operation);
  const refusals = (result.errors ?? []).map(({ message }) => message);
  expect([...statements, ...refusals], operation).not.toEqual([]);
  // How rows are read is a function, made anew for each operation.
  return { statements: statements.map(({ text, parameters }) => ({ text, parameters })), refusals };
}

interface Compiled {
  readonly statements: readonly Statement[];
  readonly refusals: readonly string[];
}

/** A field with what it cannot do without, and with null for all else or with nothing. */
function asked({ name, args, type }: Field, nullable: string): string {
  const given = args.flatMap((each) => {
    if (isRequiredArgument(each)) return [`${each.name}: ${sampleOf(String(each.type))}`];
    return nullable === '' || isNonNullType(each.type) ? [] : [`${each.name}: ${nullable}`];
  });
  const taken = given.length === 0 ? '' : `(${given.join(', ')})`;
  const named = String(type).replace(/[[\]!]/g, '');
  const below = /Connection$/.test(named) ? '{ totalCount pageInfo { endCursor } nodes { __typename } }' : '';
  return `${name}${taken} ${below || (isObjectType(api.schema.getType(named)) || named === 'Node' ? '{ __typename }' : '')}`;
}

function sampleOf(type: string): string {
  if (type === '[ID!]!') return '["firm:f"]';
  if (type === '[String!]!') return '["f"]';
  if (type === 'ID!' || type === 'String!') return '"f"';
  if (type === 'Int!') return '1';
  if (type === 'FirmRef!') return '{ firm: "firm:f" }';
  const values = api.schema.getType(type.replace('!', ''));
  return values && 'getValues' in values ? (values.getValues()[0]?.name ?? '') : '';
}

const takesNull = ({ args }: Field) => args.some((each) => !isNonNullType(each.type));

test.each(Object.values(query).filter(takesNull))('$name takes null for nothing', async (field) => {
  const left = await compiled(`{ ${asked(field, '')} }`);
  expect(await compiled(`{ ${asked(field, 'null')} }`)).toEqual(left);
});

test.each(rootTypes(api.model).map(({ name }) => name))(
  'fields of %s take null for nothing',
  async (name) => {
    const type = api.schema.getType(name);
    const fields = isObjectType(type) ? Object.values(type.getFields()).filter(takesNull) : [];
    for (const field of fields) {
      const [left, given] = ['', 'null'].map(
        (nullable) => `{ node(id: "x") { ... on ${name} { ${asked(field, nullable)} } } }`,
      );
      expect(await compiled(given ?? '')).toEqual(await compiled(left ?? ''));
    }
  },
);
