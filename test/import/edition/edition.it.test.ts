/** A list of 200 firms and its next edition in a real graph: applied, told in words, rolled back to the same digest. */

import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../../src/graph/graph.ts';
import { kg, writeSeeds } from '../../cli/run-kg.ts';
import { emptyGraph, openTestGraph } from '../../graph-fixture.ts';
import { workerNeo4j } from '../../worker-neo4j.ts';
import { type ListedFirm, listMap, madeFirms, SEEDS, sheetRows } from './made-list.ts';

const FIRMS = madeFirms(210);
let graph: Graph;
beforeAll(async () => {
  graph = openTestGraph();
  await emptyGraph(graph);
});
afterAll(() => graph.close());

test('the next edition ends titles in the graph, and a rollback brings the digest back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kg-edition-'));
  const seeds = writeSeeds({ 'all.yaml': SEEDS });
  let said = '';
  const run = async (...args: readonly string[]) => {
    const ran = await kg([...args], { NEO4J_URI: workerNeo4j().uri });
    expect([args[0], ran.code, ran.err]).toEqual([args[0], 0, expect.any(String)]);
    if (args[0] === 'import') said = ran.err;
    return ran;
  };
  const enter = async (year: number, firms: readonly ListedFirm[], ...more: readonly string[]) => {
    const list = join(folder, `list-${year}.csv`);
    const map = join(folder, `list-${year}.map.yaml`);
    writeFileSync(
      list,
      sheetRows('示例名单', firms)
        .map((cells) => cells.join(','))
        .join('\n'),
    );
    writeFileSync(map, listMap(year));
    await run('import', list, '--map', map, '--seeds', seeds, '--out', folder, ...more);
    const table = `firms.list-${year}.csv`;
    expect(existsSync(join(folder, table))).toBe(true);
    renameSync(join(folder, table), join(seeds, table));
    return run('apply', '--yes', '--seeds', seeds);
  };
  const digest = async () => JSON.parse((await run('status', '--json', '--seeds', seeds)).out).digest;
  const held = async () => {
    const [row] = await graph.read({
      text: "MATCH (t:HeldTitle {title: '专精特新中小企业'}) RETURN count(t) AS all, count(t.validTo) AS ended",
      parameters: {},
    });
    return row;
  };

  await enter(2024, FIRMS.slice(0, 200));
  const first = await digest();
  expect(await held()).toEqual({ all: 200, ended: 0 });

  const edition = ['--edition-of', 'source:list-2024', '--write'];
  const applied = await enter(2025, FIRMS.slice(4), ...edition);
  expect(said).toContain('The graph (revision 1) is as the seeds are.');
  expect(applied.out).toContain('2025-02-28');
  expect(await held()).toEqual({ all: 210, ended: 4 });
  expect(await digest()).not.toBe(first);

  await run('rollback', '1', '--yes');
  // Without its table the list can be imported again; what ended is still written in the seeds.
  rmSync(join(seeds, 'firms.list-2025.csv'));
  const again = [
    join(folder, 'list-2025.csv'),
    '--map',
    join(folder, 'list-2025.map.yaml'),
    '--seeds',
    seeds,
  ];
  const env = { NEO4J_URI: workerNeo4j().uri };
  const { err } = await kg(['import', ...again, '--out', folder, '--edition-of', 'source:list-2024'], env);
  expect(err).toMatch(/^The graph \(revision 3\) differs from the seeds by \d+ changes/m);
  expect(await digest()).toBe(first);
  expect(await held()).toEqual({ all: 200, ended: 0 });
});
