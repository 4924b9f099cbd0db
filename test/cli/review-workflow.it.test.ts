/** The workflow that reviews curators' pull requests: its commands, run one after the other as a runner does. */

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Graph } from '../../src/graph/graph.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { citySeeds, kg, POLICY, writeSeeds } from './run-kg.ts';

interface Step {
  readonly run?: string;
}

let graph: Graph;
beforeAll(async () => {
  graph = openTestGraph();
  await emptyGraph(graph);
});
afterAll(() => graph.close());

const workflow = parse(readFileSync('src/deploy/review-seeds.yml', 'utf8'));
const commands = (workflow.jobs.review.steps as readonly Step[]).flatMap(({ run = '' }) => {
  const [, args] = /^npx kg (.*?)(?: >> "\$GITHUB_STEP_SUMMARY")?$/.exec(run) ?? [];
  return args === undefined ? [] : [args];
});

/** The commands with the folders of a test in the place of those of the repository. */
function runAll(base: string, proposed: string) {
  const env = { NEO4J_URI: workerNeo4j().uri, KG_LANG: workflow.jobs.review.env.KG_LANG };
  return commands.map((args) => () => {
    const folders = args
      .replace('base/seeds/common base/seeds/shanghai', base)
      .replace('seeds/common seeds/shanghai', proposed);
    return kg(folders.split(' '), env);
  });
}

test('a pull request is loaded, annotated and summarised by the commands of the workflow', async () => {
  const base = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
  const proposed = writeSeeds({ 'city.yaml': citySeeds(POLICY.replace('一号政策', '二号政策')) });
  expect(commands).toHaveLength(3);
  const [load, annotate, summarise] = runAll(base, proposed);
  expect(await load?.()).toMatchObject({ code: 0 });
  const annotated = await annotate?.();
  expect(annotated?.code).toBe(0);
  expect(annotated?.out).toMatch(/^::notice title=kg plan::计划：新增 0，修改 1，删除 0。$/m);
  const summary = await summarise?.();
  expect(summary?.code).toBe(0);
  expect(summary?.out).toContain('name: 一号政策 → 二号政策');
  expect(summary?.out).toContain('| 0 | 0 | 1 | 0 |');

  const faulty = writeSeeds({ 'city.yaml': citySeeds(POLICY.replace('industry:ic', 'industry:none')) });
  const [, refused] = runAll(base, faulty);
  const { code, out } = (await refused?.()) ?? {};
  expect(code).toBe(1);
  expect(out).toMatch(/^::error file=.*city\.yaml,line=\d+,col=\d+,title=ref\/unknown::/m);
});
