/** `kg` with a real Neo4j: plan, apply, status, and what must hold whatever happens. */

import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Row } from '../../src/cypher/statement.ts';
import { displayWidth } from '../../src/diagnostics/visible-text.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { citySeeds, kg, POLICY, startKg, writeSeeds } from './run-kg.ts';

let graph: Graph;
let env: Readonly<Record<string, string>>;

beforeAll(() => {
  graph = openTestGraph();
  env = { NEO4J_URI: workerNeo4j().uri };
});
beforeEach(() => emptyGraph(graph));
afterAll(() => graph.close());

const SECOND = POLICY.replace('policy:one', 'policy:two').replace('一号', '二号');

async function read(text: string): Promise<readonly Row[]> {
  return graph.read({ text, parameters: {} });
}

/** Whether an apply holds the lock and writes: its transaction is there, and is no read of ours. */
async function isWriting(): Promise<boolean> {
  const rows = await read(
    "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'UNWIND $rows' RETURN currentQuery",
  );
  return rows.length > 0;
}

describe('plan and apply', () => {
  test('apply twice: the second plans nothing; status tells revision and digest', async () => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
    const seeds = ['--seeds', folder];
    expect((await kg(['plan', '--detailed-exitcode', ...seeds], env)).code).toBe(2);
    const applied = await kg(['apply', '--yes', ...seeds], env);
    expect(applied.err).toBe('');
    expect(applied.code).toBe(0);
    expect(applied.out).toContain('+ policy:one 一号政策');
    expect(applied.out).toContain('+ 一号政策支持集成电路');
    expect(applied.out).toMatch(
      /Applied: revision 1, digest \S+\.\nAnswers of support: .* are new.*\nTo undo this: kg revert 1\n$/,
    );
    const again = await kg(['plan', '--detailed-exitcode', ...seeds], env);
    expect([again.code, again.out]).toEqual([0, 'No changes. The graph matches the seeds.\n']);
    expect((await kg(['apply', '--yes', ...seeds], env)).out).toContain('No changes.');
    const status = JSON.parse((await kg(['status', '--json', ...seeds], env)).out);
    expect(status).toMatchObject({ revision: 1, dataset: '测试', changesPending: 0, modelFits: true });
  });

  test('a change is shown property by property with file and line, a deletion with its reason', async () => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY + SECOND) });
    await kg(['apply', '--yes', '--seeds', folder], env);
    writeSeeds({ 'city.yaml': citySeeds(POLICY.replace('2023', '2023-09')) }, folder);
    const { out } = await kg(['plan', '--seeds', folder], env);
    expect(out).toContain('issuedOn: 2023 → 2023-09');
    expect(out).toMatch(/~ policy:one 一号政策 {2}\S*city\.yaml:7/);
    expect(out).toContain('- policy:two 二号政策  (not in the seeds any more)');
    expect(out).toContain('- 二号政策支持集成电路  (not in the seeds any more)');
    const json = JSON.parse((await kg(['plan', '--json', '--seeds', folder], env)).out);
    expect(json.changes).toContainEqual(
      expect.objectContaining({
        action: 'update',
        id: 'policy:one',
        properties: { issuedOn: ['2023', '2023-09'] },
      }),
    );
  });

  test('a Chinese terminal shows plan, apply, log and status in Chinese', async () => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY + SECOND) });
    const chinese = { ...env, KG_LANG: 'zh' };
    const run = async (...args: readonly string[]) => (await kg([...args, '--seeds', folder], chinese)).out;
    await run('apply', '--yes');
    writeSeeds({ 'city.yaml': citySeeds(POLICY.replace('2023', '2023-09')) }, folder);
    const plan = await run('plan');
    expect(plan).toMatch(/^自版本 1 起的变化，按类型：\n {2}政策 {11}~1 {2}-1\n {2}关系 {11}-2\n/);
    expect(plan).toContain('- policy:two 二号政策  （种子文件中已没有）');
    expect(plan).toMatch(/\n\n计划：新增 0，修改 1，删除 3。\n$/);
    expect(await run('apply', '--yes')).toMatch(
      /\n已生效：版本 2，摘要 \S+。\n[\s\S]*如需撤销：kg rollback 1\n$/,
    );
    expect(await run('plan')).toBe('没有变化：图谱与种子文件一致。\n');
    expect((await kg(['log'], chinese)).out).toMatch(/^版本 2 {2}\S+ {2}新增 0，修改 1，删除 3 {2}/);
    const status = (await run('status')).split('\n');
    expect(status.map((line) => displayWidth(/^\S+ +/.exec(line)?.[0] ?? ''))).toEqual([
      ...Array.from({ length: 7 }, () => 10),
      0,
    ]);
    expect(status).toContain('种子文件  与图谱一致');
  });

  test('the warnings of the seeds are counted beside it', async () => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY.replace(' issuedOn: 2023,', '')) });
    const { code, err } = await kg(['plan', '--seeds', folder], env);
    expect([code, err]).toEqual([0, 'The seeds have 1 warning: kg validate shows them.\n']);
  });

  test('a fact that gains a date moves to the dated type and stays one fact', async () => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
    await kg(['apply', '--yes', '--seeds', folder], env);
    const dated = POLICY.replace("['region:x']", "[{ to: 'region:x', validTo: 2030 }]");
    writeSeeds({ 'city.yaml': citySeeds(dated) }, folder);
    expect((await kg(['apply', '--yes', '--seeds', folder], env)).code).toBe(0);
    const types = await read('MATCH (:Policy)-[r]->(:Region) RETURN type(r) AS type, r.toDay AS toDay');
    expect(types).toEqual([{ type: 'POLICY_APPLIES_IN_DATED', toDay: 20301231 }]);
  });

  test('what analysts wrote on a fact moves along when it gains a date', async () => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
    await kg(['apply', '--yes', '--seeds', folder], env);
    await graph.write((run) =>
      run({ text: 'MATCH (:Policy)-[r:POLICY_APPLIES_IN]->() SET r.mine = 7', parameters: {} }),
    );
    const dated = POLICY.replace("['region:x']", "[{ to: 'region:x', validTo: 2030 }]");
    writeSeeds({ 'city.yaml': citySeeds(dated) }, folder);
    await kg(['apply', '--yes', '--seeds', folder], env);
    expect(await read('MATCH (:Policy)-[r:POLICY_APPLIES_IN_DATED]->() RETURN r.mine AS mine')).toEqual([
      { mine: 7 },
    ]);
    writeSeeds({ 'city.yaml': citySeeds(POLICY) }, folder);
    await kg(['apply', '--yes', '--seeds', folder], env);
    expect(
      await read(
        'MATCH (:Policy)-[r:POLICY_APPLIES_IN]->() RETURN r.mine AS mine, r.toDay AS toDay, r.validTo AS validTo',
      ),
    ).toEqual([{ mine: 7, toDay: null, validTo: null }]);
  });

  test('a graph built by another model is brought up to this one, once', async () => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
    await kg(['apply', '--yes', '--seeds', folder], env);
    await graph.write((run) =>
      run({
        text: "MATCH (g:KnowledgeGraph) SET g.modelVersion = 'older' WITH g MATCH (r:Revision) SET r.modelVersion = 'older' WITH DISTINCT g MATCH (p:Policy) REMOVE p:Entity, p.issuedOnDay",
        parameters: {},
      }),
    );
    const { out } = await kg(['apply', '--yes', '--seeds', folder], env);
    expect(out).toContain('all records are rewritten');
    expect(await read('MATCH (p:Policy:Entity) RETURN p.issuedOnDay AS day')).toEqual([{ day: 20230101 }]);
    expect((await kg(['plan', '--detailed-exitcode', '--seeds', folder], env)).code).toBe(0);
  });

  test('faults in the seeds end with 1 before anything is written', async () => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY.replace('industry:ic', 'industry:no')) });
    const { code, err } = await kg(['apply', '--yes', '--seeds', folder], env);
    expect(code).toBe(1);
    expect(err).toContain('ref/unknown');
    expect(await read('MATCH (n) WHERE n.nodeType IS NOT NULL RETURN n')).toEqual([]);
  });
});

describe('what curators did not load', () => {
  test('nodes, relationships and properties of analysts survive every apply', async () => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
    await kg(['apply', '--yes', '--seeds', folder], env);
    await graph.write((run) =>
      run({
        text: "MATCH (p:Policy {id: 'policy:one'}) SET p.mine = 7 CREATE (:Note {text: 'mine'})-[:ABOUT {of: 'me'}]->(p)",
        parameters: {},
      }),
    );
    writeSeeds({ 'city.yaml': citySeeds(POLICY.replace('2023', '2024')) }, folder);
    expect((await kg(['apply', '--yes', '--seeds', folder], env)).code).toBe(0);
    expect(
      await read(
        'MATCH (n:Note)-[r:ABOUT]->(p) RETURN n.text AS text, r.of AS of, p.mine AS mine, p.issuedOn AS on',
      ),
    ).toEqual([{ text: 'mine', of: 'me', mine: 7, on: '2024' }]);
  });

  test('a node that their relationship hangs on is not deleted: that is refused and listed', async () => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY + SECOND) });
    await kg(['apply', '--yes', '--seeds', folder], env);
    await graph.write((run) =>
      run({ text: "MATCH (p {id: 'policy:two'}) CREATE (:Note {id: 'note'})-[:ABOUT]->(p)", parameters: {} }),
    );
    writeSeeds({ 'city.yaml': citySeeds(POLICY) }, folder);
    const { code, err } = await kg(['apply', '--yes', '--seeds', folder], env);
    expect(code).toBe(1);
    expect(err).toContain('policy:two -[ABOUT]- note');
    expect(await read('MATCH (p:Policy) RETURN count(p) AS policies')).toEqual([{ policies: 2 }]);
    expect(await read('MATCH (g:KnowledgeGraph) RETURN g.revision AS revision')).toEqual([{ revision: 1 }]);
  });
});

describe('all or nothing', () => {
  const many = (count: number) =>
    citySeeds(
      Array.from({ length: count }, (_, index) => POLICY.replace('policy:one', `policy:p${index}`)).join(''),
    );

  test('killed at any point, apply leaves the old revision or the new one, and the next one works', async () => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
    await kg(['apply', '--yes', '--seeds', folder], env);
    const count = 3_000;
    writeSeeds({ 'city.yaml': many(count) }, folder);
    let caught = 0;
    for (const wait of [0, 40, 90, 150, 250, 400, 700]) {
      const { process: child, ended } = startKg(['apply', '--yes', '--seeds', folder], env);
      let running = true;
      void ended.then(() => {
        running = false;
      });
      while (running && !(await isWriting())) await delay(5);
      await delay(wait);
      if (running) caught += 1;
      child.kill('SIGKILL');
      await ended;
      const [row] = await read(
        'MATCH (g:KnowledgeGraph) CALL () { MATCH (p:Policy) RETURN count(p) AS policies } RETURN g.revision AS revision, policies',
      );
      expect(['1:1', `2:${count}`]).toContain(`${row?.revision}:${row?.policies}`);
      if (row?.revision === 2) break;
    }
    expect(caught).toBeGreaterThan(1);
    expect((await kg(['apply', '--yes', '--seeds', folder], env)).code).toBe(0);
    expect(await read('MATCH (p:Policy) RETURN count(p) AS policies')).toEqual([{ policies: count }]);
  });

  test('where the database refuses in the middle, nothing was written', async () => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
    await kg(['apply', '--yes', '--seeds', folder], env);
    // Other hands keep a rule of their own, which the last of the new ones breaks.
    const run = (text: string) => graph.write((write) => write({ text, parameters: {} }));
    await run('CREATE CONSTRAINT other_hands FOR (p:Policy) REQUIRE p.issuedOn IS UNIQUE');
    writeSeeds({ 'city.yaml': many(10) }, folder);
    const { code, err } = await kg(['apply', '--yes', '--seeds', folder], env).finally(() =>
      run('DROP CONSTRAINT other_hands'),
    );
    expect(code).toBe(3);
    expect(err).toContain('Neo.ClientError.Schema.ConstraintValidationFailed');
    expect(await read('MATCH (p:Policy) RETURN p.id AS id')).toEqual([{ id: 'policy:one' }]);
    expect(await read('MATCH (r:Revision) RETURN count(r) AS revisions')).toEqual([{ revisions: 1 }]);
  });

  test('two at once end as one after the other would, or the second is told that the graph has moved', async () => {
    const one = writeSeeds({ 'city.yaml': many(200) });
    const two = writeSeeds({ 'city.yaml': many(300) });
    const ran = await Promise.all([one, two].map((folder) => kg(['apply', '--yes', '--seeds', folder], env)));
    const codes = ran.map(({ code }) => code).sort();
    expect([
      [0, 0],
      [0, 4],
    ]).toContainEqual(codes);
    const [row] = await read('MATCH (p:Policy) RETURN count(p) AS policies');
    expect([200, 300]).toContain(row?.policies);
  });
});

describe('serve', () => {
  test('fills an empty graph, answers, and stops on SIGTERM', async () => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
    const { process: child, ended } = startKg(['serve', '--seeds', folder], { ...env, PORT: '0' });
    const url = await new Promise<string>((resolve, reject) => {
      void ended.then(({ err }) => reject(new Error(err)));
      child.stdout?.on('data', (chunk) => {
        const found = /GraphQL +(http:\S+)\/graphql/.exec(String(chunk))?.[1];
        if (found) resolve(found);
      });
    });
    const response = await fetch(
      `${url}/graphql?query=${encodeURIComponent('{ policies { nodes { name } } }')}`,
    );
    expect(await response.json()).toEqual({ data: { policies: { nodes: [{ name: '一号政策' }] } } });
    child.kill('SIGTERM');
    const { code, out } = await ended;
    expect(code).toBe(0);
    expect(out).toContain('curl');
  });

  test('on a graph that has a revision applies nothing and says that the seeds differ', async () => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
    await kg(['apply', '--yes', '--seeds', folder], env);
    writeSeeds({ 'city.yaml': citySeeds(POLICY + SECOND) }, folder);
    const { process: child, ended } = startKg(['serve', '--seeds', folder], { ...env, PORT: '0' });
    await new Promise<void>((resolve) => {
      child.stdout?.on('data', (chunk) => String(chunk).includes('Ctrl-C') && resolve());
    });
    child.kill('SIGTERM');
    expect((await ended).err).toContain('The graph is at revision 1; the seeds differ by');
    expect(await read('MATCH (p:Policy) RETURN count(p) AS policies')).toEqual([{ policies: 1 }]);
  });
});
