/** Whatever manual edits delete, no question ends in a masked error: it answers, or reports which record lacks what. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLObjectType, getNamedType, isLeafType, isRequiredArgument } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { rootTypes } from '../../src/model/model.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { loadDataset, model, openTestGraph } from '../graph-fixture.ts';
import { buildSchema, runOperation } from '../run-operation.ts';

const FOLDER = join(import.meta.dirname, '../operations');
const api = buildSchema();

/** The operations that others test the answers of, and each list with all that its records have of their own. */
const OPERATIONS: readonly string[] = [
  ...readdirSync(join(FOLDER, 'cases'))
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => readFileSync(join(FOLDER, 'cases', name), 'utf8')),
  ...rootTypes(model).map(({ name, root }) => {
    const type = api.schema.getType(name) as GraphQLObjectType;
    return `{ ${root?.list} { nodes { ${ownFields(type, 1)} } } }`;
  }),
];

/** The fields of a type that need no argument, and those of what they lead to, some levels deep. */
function ownFields(type: GraphQLObjectType, levels: number): string {
  return Object.values(type.getFields())
    .filter(({ args }) => !args.some(isRequiredArgument))
    .flatMap((field) => {
      const to = getNamedType(field.type);
      if (isLeafType(to)) return [field.name];
      if (levels === 0 || to.name.endsWith('Connection')) return [];
      const below = 'getInterfaces' in to ? ownFields(to as GraphQLObjectType, levels - 1) : '';
      return [`${field.name} { __typename ${below} }`];
    })
    .join(' ');
}

let graph: Graph;
const { dataset } = readSeeds(model, [join(FOLDER, 'seeds')]);

beforeAll(() => {
  graph = openTestGraph();
});
beforeEach(async () => {
  if (!dataset) throw new Error('the seeds of this test do not load');
  await loadDataset(graph, dataset);
});
afterAll(() => graph.close());

/** Changes the graph as an analyst may, in Neo4j Browser. */
const edit = (text: string) => graph.write((run) => run({ text, parameters: {} }));

/** The errors of an operation as their codes, or as their messages where they have none. */
async function faultsOf(operation: string): Promise<readonly unknown[]> {
  const { result } = await runOperation(api, graph, operation);
  return (result.errors ?? []).map(({ message, extensions }) => extensions.code ?? message);
}

describe('no answer is masked where manual edits deleted', () => {
  test.each([
    [
      'the facts that measures and targets are of policies',
      'MATCH ()-[r:HAS_MEASURE|SETS_TARGET]->() DELETE r',
    ],
    ['all indicators', 'MATCH (n:Indicator) DETACH DELETE n'],
    ['all sources', 'MATCH (n:Source) DETACH DELETE n'],
    ['all facts', 'MATCH (:Node)-[r]->(:Node) DELETE r'],
    ['all values', 'MATCH (n:Node) SET n = {id: n.id, nodeType: n.nodeType}'],
    ['all values of facts', 'MATCH (:Node)-[r]->(:Node) SET r = {}'],
  ])('%s', async (_, text) => {
    await edit(text);
    const codes = new Set<unknown>();
    for (const operation of OPERATIONS) for (const code of await faultsOf(operation)) codes.add(code);
    // An id that names nothing any more is refused as any other.
    expect([...codes].filter((code) => code !== 'RECORD_INCOMPLETE' && code !== 'BAD_USER_INPUT')).toEqual(
      [],
    );
  });
});

test('the measure that has no policy is reported by its id, and so is the field', async () => {
  await edit('MATCH ()-[r:HAS_MEASURE]->() DELETE r');
  const { result } = await runOperation(
    api,
    graph,
    '{ applicants(measure: "measure:tape-out") { firmCount } }',
  );
  expect(result.errors?.[0]?.extensions).toMatchObject({
    code: 'RECORD_INCOMPLETE',
    field: 'Measure.policy',
    id: 'measure:tape-out',
  });
  expect(await faultsOf('{ measures { nodes { id policy { id } } } }')).toEqual(['RECORD_INCOMPLETE']);
  expect(await faultsOf('{ measures { nodes { id name } } }')).toEqual([]);
});

test('a figure without a number states nothing', async () => {
  await edit('MATCH (n:Observation|FirmFigure) REMOVE n.value');
  const { result } = await runOperation(
    api,
    graph,
    '{ progress(indicator: "indicator:size") { nodes { state latest { id } } } applicants(measure: "measure:tape-out") { unknown met } }',
  );
  expect(result.errors).toBeUndefined();
  expect(JSON.parse(JSON.stringify(result.data))).toMatchObject({
    // Of the district there is an observation of another 口径.
    progress: {
      nodes: [
        { state: 'NOT_MEASURED', latest: null },
        { state: 'NOT_COMPARABLE', latest: null },
      ],
    },
    applicants: { met: 0 },
  });
});
