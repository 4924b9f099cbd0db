/** With `--json` every command prints exactly one value, and the examples of the help do what they say. */

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { applyDataset, datasetOf } from '../changes/apply-seeds.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';
import { listCommands } from './list-commands.ts';
import { citySeeds, kg, POLICY, writeSeeds } from './run-kg.ts';

/** What starts something that stays, and so is no matter of one value. */
const LASTING = ['serve', 'mcp', 'neo4j start'];
const COMMANDS = (await listCommands()).filter(({ words }) => !LASTING.includes(words.join(' ')));

/** What ends with something else than 0 as its example is written: changes are pending, a file would change. */
const CODES: Readonly<Record<string, number>> = { plan: 2, fmt: 1 };

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

test.each(COMMANDS.map((command) => [command.words.join(' '), command] as const))(
  'kg %s',
  async (name, { words, help, example }) => {
    const yes = help.includes(' --yes ') && !example.includes('--yes') ? ['--yes'] : [];
    const zone = name === 'rename' ? example[0] : undefined;
    const folder = writeSeeds({ 'city.yaml': seeds(6, zone) });
    const env = { NEO4J_URI: inject('neo4j').uri, KG_DATA: mkdtempSync(join(tmpdir(), 'kg-data-')) };
    const { code, out } = await kg([...words, ...example, ...yes, '--json', '--seeds', folder], env);
    // Twice the same text is no JSON, nor are words beside it.
    expect(JSON.parse(out)).toEqual(expect.anything());
    expect(code).toBe(CODES[name] ?? 0);
  },
);
