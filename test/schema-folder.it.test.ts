/** A node type declared in a schema folder is seeded, checked, applied and read with no line of TypeScript changed. */

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../src/graph/graph.ts';
import { readModel } from '../src/model/schema/read-model.ts';
import { readSeeds } from '../src/seeds/read-seeds.ts';
import { loadDataset, openTestGraph } from './graph-fixture.ts';
import { buildSchema, runOperation } from './run-operation.ts';

let graph: Graph;
let folder: string;

beforeAll(() => {
  graph = openTestGraph();
  folder = mkdtempSync(join(tmpdir(), 'kg-schema-'));
  cpSync('schema', join(folder, 'schema'), { recursive: true });
  mkdirSync(join(folder, 'seeds'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await graph.close();
});

const LAB = `
"A laboratory. 实验室"
type Laboratory implements Entity & Node @node(list: "laboratories", prefix: "lab") {
  "Its rank. 级别"
  rank: LaboratoryRank!
  "Where it is. 所在地"
  places: [Place] @relationship(type: "LAB_LOCATED_IN", kind: "LOCATED_IN", direction: OUT, properties: "LabPlace", zh: "{from}设在{to}", en: "{from} is in {to}")
  "Prizes. 奖项"
  prizes: [Prize!]!
}
"What is said of where it is. 所在"
type LabPlace @relationshipProperties {
  "Which floor. 楼层"
  floor: String! @key
}
"Its rank. 级别"
enum LaboratoryRank { NATIONAL CITY }
"A prize. 奖项"
type Prize @owned {
  "Its name. 名称"
  title: String! @key
  evidence: [Evidence!]! @computed
}
`;

const SEEDS = (floor: string) => `
dataset: { name: 实验室, timeZone: Asia/Shanghai }
defaults: { evidence: { source: 'source:s', locator: p1 } }
sources: [{ id: 'source:s', name: 来源, tier: OFFICIAL }]
regions: [{ id: 'region:x', name: 某区, level: DISTRICT }]
laboratories:
  - id: lab:one
    name: 一号实验室
    rank: NATIONAL
    places: [{ to: 'region:x', ${floor}: '3', validFrom: 2023 }, { to: 'region:x', ${floor}: '4' }]
    prizes: [{ title: 一等奖 }]
`;

test('a new node type with a relationship and an owned thing', async () => {
  const schema = join(folder, 'schema');
  const seeds = join(folder, 'seeds');
  writeFileSync(join(schema, 'laboratory.graphql'), LAB);
  const model = readModel(schema);

  writeFileSync(join(seeds, 'labs.yaml'), SEEDS('flor'));
  const faults = readSeeds(model, [seeds]).diagnostics.map(({ code, hint }) => [code, hint?.en]);
  expect(faults).toContainEqual(['key/unknown', expect.stringContaining('floor')]);

  writeFileSync(join(seeds, 'labs.yaml'), SEEDS('floor'));
  const { dataset, diagnostics } = readSeeds(model, [seeds]);
  expect(diagnostics).toEqual([]);
  if (!dataset) throw new Error('no dataset');
  await loadDataset(graph, dataset, model);

  const { result, statements } = await runOperation(
    buildSchema(schema),
    graph,
    `{ laboratories { totalCount nodes { name rank prizes { title evidence { locator } }
        places { totalCount nodeCount edges { floor validFrom node { name } evidence { source { name } } } } } }
      __type(name: "EntityType") { enumValues { name } } }`,
  );
  expect(result.errors).toBeUndefined();
  // The list, its two fields that lead to others, and the sources of its evidence.
  expect(statements).toHaveLength(4);
  expect(result.data).toMatchObject({
    laboratories: {
      totalCount: 1,
      nodes: [
        {
          name: '一号实验室',
          rank: 'NATIONAL',
          prizes: [{ title: '一等奖', evidence: [{ locator: 'p1' }] }],
          places: { totalCount: 2, nodeCount: 1 },
        },
      ],
    },
  });
  expect(JSON.stringify(result.data)).toContain('{"floor":"3","validFrom":"2023","node":{"name":"某区"}');
  expect(JSON.stringify(result.data)).toContain('LABORATORY');
  const constraints = await graph.read({
    text: "SHOW CONSTRAINTS YIELD labelsOrTypes WHERE 'LAB_LOCATED_IN' IN labelsOrTypes RETURN labelsOrTypes",
    parameters: {},
  });
  expect(constraints).toHaveLength(1);
});
