/** With `--json` every command prints exactly one value, and the examples of the help do what they say. */

import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { readOrMakePassword } from '../../src/neo4j/password-file.ts';
import { applyDataset, datasetOf } from '../changes/apply-seeds.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { listCommands } from './list-commands.ts';
import { citySeeds, kg, POLICY, writeSeeds } from './run-kg.ts';

/** What starts something that stays, and so is no matter of one value. */
const LASTING = ['serve', 'mcp', 'neo4j start'];
/** What wants a local store that stands still, which `test/export/import.it.test.ts` has. */
const OF_A_STORE = ['neo4j import', 'neo4j dump', 'neo4j load'];
const COMMANDS = (await listCommands()).filter(
  ({ words }) => ![...LASTING, ...OF_A_STORE].includes(words.join(' ')),
);

/** The files and folders that examples name: here they are in a folder of their own. */
const FILES = ['tables', 'graph.kg.gz', 'sources', 'answer.json', 'list.xlsx', 'list.map.yaml'];

/** A list with its map, and where what it proposes goes. */
const LIST = 'test/import/cases/records-on-hand/list.xlsx';
const MAP = 'source: source:s\ntype: firms\ncolumns: { 序号: rowNumber, 单位名称: name }\n';
const OUT: Readonly<Record<string, string>> = { import: 'proposed' };

/** What ends with something else than 0: changes are pending, a file would change, an answer has no proof. */
const CODES: Readonly<Record<string, number>> = { plan: 2, fmt: 1, verify: 1 };

let graph: Graph;

/** A city with what the examples name; its n-th revision has n agencies. */
function seeds(revision: number, zone = 'zone:zhangjiang-science-city'): string {
  const agencies = Array.from(
    { length: revision },
    (_, index) => `{ id: 'agency:a${index}', name: 局${index} }`,
  );
  return `${citySeeds(POLICY)}agencies: [${agencies.join(', ')}]
zones: [{ id: '${zone}', name: 张江科学城, zoneKind: SITE }]
`;
}

beforeAll(() => {
  graph = openTestGraph();
});
beforeEach(async () => {
  await emptyGraph(graph);
  for (const revision of [1, 2, 3, 4, 5]) await applyDataset(graph, datasetOf(seeds(revision)));
});
afterAll(() => graph.close());

/** What must be there before an example is run. */
async function prepare(name: string, place: string, env: Readonly<Record<string, string>>): Promise<void> {
  if (name === 'cite') {
    mkdirSync(join(place, 'sources'));
    const told = [
      '某区',
      '集成电路',
      '一号政策',
      '2023年',
      '张江科学城',
      ...[0, 1, 2, 3, 4, 5].map((n) => `局${n}`),
    ];
    writeFileSync(join(place, 'sources', 's.txt'), `来源\n${told.join('、')}\n`);
  }
  if (name === 'verify')
    writeFileSync(join(place, 'answer.json'), '{ "data": { "policies": { "totalCount": 1 } } }');
  if (name === 'import') {
    copyFileSync(LIST, join(place, 'list.xlsx'));
    writeFileSync(join(place, 'list.map.yaml'), MAP);
  }
  if (name === 'neo4j password') await readOrMakePassword({ dataFolder: env.KG_DATA ?? '' });
  if (name === 'restore') {
    await kg(['backup', join(place, 'graph.kg.gz')], env);
    await emptyGraph(graph);
  }
}

test.each(COMMANDS.map((command) => [command.words.join(' '), command] as const))(
  'kg %s',
  async (name, { words, help, example }) => {
    const yes = help.includes(' --yes ') && !example.includes('--yes') ? ['--yes'] : [];
    const zone = name === 'rename' ? example[0] : undefined;
    const folder = writeSeeds({ 'city.yaml': seeds(6, zone) });
    const env = { NEO4J_URI: workerNeo4j().uri, KG_DATA: mkdtempSync(join(tmpdir(), 'kg-data-')) };
    const place = mkdtempSync(join(tmpdir(), 'kg-files-'));
    const given = example.map((word) => (FILES.includes(word) ? join(place, word) : word));
    await prepare(name, place, env);
    const folders = OUT[name] === undefined ? [] : ['--out', join(place, OUT[name])];
    const { code, out } = await kg(
      [...words, ...given, ...yes, ...folders, '--json', '--seeds', folder],
      env,
    );
    // Twice the same text is no JSON, nor are words beside it.
    expect(JSON.parse(out)).toEqual(expect.anything());
    expect(code).toBe(CODES[name] ?? 0);
  },
);
