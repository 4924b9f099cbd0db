/** `kg log`, `diff`, `rollback` and `revert` with a real Neo4j (§14.4). */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Row } from '../../src/cypher/statement.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { applyDataset, datasetOf } from '../changes/apply-seeds.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { citySeeds, kg, POLICY, type Ran, writeSeeds } from './run-kg.ts';

let graph: Graph;
let env: Readonly<Record<string, string>>;
let folder: string;

beforeAll(() => {
  graph = openTestGraph();
  env = { NEO4J_URI: workerNeo4j().uri };
});
beforeEach(async () => {
  await emptyGraph(graph);
  folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
});
afterAll(() => graph.close());

const SECOND = POLICY.replace('policy:one', 'policy:two').replace('一号', '二号');
const LATER = POLICY.replace('2023', '2023-09');
const DATED = POLICY.replace("['region:x']", "[{ to: 'region:x', validTo: 2030 }]");

/** Makes policies the seeds, and the next revision. */
async function load(policies: string): Promise<void> {
  const seeds = citySeeds(policies);
  writeSeeds({ 'city.yaml': seeds }, folder);
  await applyDataset(graph, datasetOf(seeds));
}

/** Applies policies as the command does. */
async function apply(policies: string, ...more: readonly string[]): Promise<Ran> {
  writeSeeds({ 'city.yaml': citySeeds(policies) }, folder);
  return kg(['apply', '--yes', '--seeds', folder, ...more], env);
}

async function read(text: string): Promise<readonly Row[]> {
  return graph.read({ text, parameters: {} });
}

async function write(text: string): Promise<void> {
  await graph.write((run) => run({ text, parameters: {} }));
}

async function digests(): Promise<readonly string[]> {
  const rows = await read('MATCH (r:Revision) RETURN r.digest AS digest ORDER BY r.number');
  return rows.map(({ digest }) => String(digest));
}

/** All that was loaded, as it stands: content, labels, ends. */
async function content(): Promise<readonly Row[]> {
  return read(`MATCH (n:Node) WHERE n.nodeType IS NOT NULL
RETURN n.id AS a, '' AS b, labels(n) AS c, properties(n) AS d ORDER BY a
UNION ALL MATCH (x)-[r]->(y) WHERE r.key IS NOT NULL
RETURN x.id AS a, y.id AS b, [type(r)] AS c, properties(r) AS d ORDER BY r.key`);
}

describe('kg rollback', () => {
  test('goes back to the state and digest of each of three revisions, and forward again', async () => {
    const states: (readonly Row[])[] = [];
    for (const policies of [POLICY, DATED + SECOND, LATER]) {
      await load(policies);
      states.push(await content());
    }
    const [first, second, third] = await digests();
    for (const [to, digest] of [
      [1, first],
      [3, third],
      [2, second],
      [1, first],
      [2, second],
    ] as const) {
      const { code, out, err } = await kg(['rollback', String(to), '--yes', '--json'], env);
      expect([code, err]).toEqual([0, expect.stringContaining('The seeds are unchanged')]);
      expect(JSON.parse(out)).toMatchObject({ applied: true, digest });
      expect(await content()).toEqual(states[to - 1]);
      const [totals] = await read(`MATCH (g:KnowledgeGraph)
CALL () { MATCH (n:Node) WHERE n.nodeType IS NOT NULL RETURN count(n) AS nodes }
CALL () { MATCH ()-[r]->() WHERE r.key IS NOT NULL RETURN count(r) AS facts }
RETURN g.nodes = nodes AND g.relationships = facts AND g.sources = 1 AS counted`);
      expect(totals).toEqual({ counted: true });
    }
    expect(await digests()).toHaveLength(8);
  });

  test('shows what it will do in words, and how it is taken back; to where the graph is, nothing is done', async () => {
    await load(POLICY);
    await load(LATER + SECOND);
    const { code, out } = await kg(['rollback', '1', '--yes'], env);
    expect(code).toBe(0);
    expect(out).toContain('issuedOn: 2023-09 → 2023');
    expect(out).toContain('- policy:two 二号政策  (not in revision 1)');
    expect(out).toMatch(/Applied: revision 3, digest \S+\.\nTo undo this: kg rollback 2\n$/);
    for (const to of ['1', '3']) {
      const again = await kg(['rollback', to, '--yes'], env);
      expect([again.code, again.out]).toEqual([
        0,
        `Nothing to do: the graph is as it was at revision ${to}.\n`,
      ]);
    }
    expect(await digests()).toHaveLength(3);
  });

  test('what the dataset says of itself goes back too', async () => {
    await load(POLICY);
    writeSeeds({ 'city.yaml': citySeeds(POLICY).replace('测试', '改名') }, folder);
    await kg(['apply', '--yes', '--seeds', folder], env);
    expect((await kg(['diff', '1', '2'], env)).out).toBe('~ dataset: name 测试 → 改名\n');
    await kg(['revert', '2', '--yes'], env);
    expect(await read('MATCH (g:KnowledgeGraph) RETURN g.name AS name')).toEqual([{ name: '测试' }]);
    expect((await digests())[2]).toBe((await digests())[0]);
    const again = await kg(['apply', '--yes', '--seeds', folder], env);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('the description of the dataset')]);
  });

  test('a revision that is not there is refused with those that are', async () => {
    expect(await kg(['rollback', '1', '--yes'], env)).toMatchObject({
      code: 1,
      err: 'kg: There is no revision 1: nothing was applied yet.\n',
    });
    await load(POLICY);
    for (const args of [
      ['rollback', '7', '--yes'],
      ['revert', '7', '--yes'],
      ['diff', '1', '7'],
    ]) {
      const { code, err } = await kg(args, env);
      expect([code, err]).toEqual([1, 'kg: There is no revision 7: there are 1 to 1; kg log lists them.\n']);
    }
  });

  test('nodes and properties of analysts survive; where their relationship hangs on what would go, it is refused', async () => {
    await load(POLICY);
    await load(LATER + SECOND);
    await write("MATCH (p {id: 'policy:one'}) SET p.mine = 7 CREATE (:Note {id: 'note'})-[:ABOUT]->(p)");
    await write("MATCH (p {id: 'policy:two'}), (n:Note) CREATE (n)-[:SEES]->(p)");
    const refused = await kg(['rollback', '1', '--yes'], env);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('policy:two -[SEES]- note')]);
    expect(await digests()).toHaveLength(2);
    await write('MATCH ()-[r:SEES]->() DELETE r');
    expect((await kg(['rollback', '1', '--yes'], env)).code).toBe(0);
    expect(
      await read('MATCH (n:Note)-[:ABOUT]->(p:Policy) RETURN n.id AS note, p.mine AS mine, p.issuedOn AS on'),
    ).toEqual([{ note: 'note', mine: 7, on: '2023' }]);
  });

  test('over drift in what it touches it is refused; --overwrite-drift sets that back, elsewhere it stays', async () => {
    await load(POLICY);
    const before = await content();
    await load(LATER + SECOND);
    await write("MATCH (p {id: 'policy:one'}) SET p.issuedOn = '1999'");
    await write("MATCH (:Policy {id: 'policy:two'})-[r:POLICY_APPLIES_IN]->() SET r.validFrom = '1999'");
    await write("MATCH (:Policy {id: 'policy:two'})-[r:SUPPORTS_INDUSTRY]->() DELETE r");
    const refused = await kg(['rollback', '1', '--yes'], env);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('policy:one was changed');
    expect(refused.err).toContain('policy:two -[POLICY_APPLIES_IN]-> region:x was changed');
    expect(refused.err).toContain('policy:two -[SUPPORTS_INDUSTRY]-> industry:ic is missing');
    const forced = await kg(['rollback', '1', '--yes', '--overwrite-drift'], env);
    expect([forced.code, forced.err]).toEqual([0, expect.stringContaining('are reverted first')]);
    expect(forced.out).toContain('! policy:one was changed: is restored\n    issuedOn: 2023-09 → 1999\n');
    expect(forced.out).toContain('! policy:two -[SUPPORTS_INDUSTRY]-> industry:ic is missing: is restored\n');
    expect(await content()).toEqual(before);
    expect((await digests())[2]).toBe((await digests())[0]);
    // The ledger knows nothing of the drift: forward again is what was applied.
    await kg(['rollback', '2', '--yes'], env);
    expect(await read('MATCH (p:Policy) RETURN p.issuedOn AS on ORDER BY on')).toEqual([
      { on: '2023' },
      { on: '2023-09' },
    ]);
    await write("MATCH (i:Industry) SET i.name = '别的'");
    expect((await kg(['rollback', '1', '--yes'], env)).code).toBe(0);
    expect(await read('MATCH (i:Industry) RETURN i.name AS name')).toEqual([{ name: '别的' }]);
  });

  test('a graph built by another model is written anew on the way back', async () => {
    await load(POLICY);
    await load(LATER + SECOND);
    await write(
      "MATCH (g:KnowledgeGraph) SET g.modelVersion = 'older' WITH g MATCH (r:Revision) SET r.modelVersion = 'older' WITH DISTINCT g MATCH (p:Policy) REMOVE p:Entity, p.issuedOnDay",
    );
    const { code, out, err } = await kg(['rollback', '1', '--yes'], env);
    expect([code, err]).toEqual([0, expect.not.stringContaining('kg:')]);
    expect(out).toContain('all records are rewritten');
    expect(await read('MATCH (p:Policy:Entity) RETURN p.issuedOnDay AS day')).toEqual([{ day: 20230101 }]);
    expect((await digests())[2]).toBe((await digests())[0]);
    expect((await kg(['rollback', '3', '--yes'], env)).out).toContain('Nothing to do');
  });

  test('what the model of today cannot hold is refused and named', async () => {
    await load(POLICY);
    await load(LATER);
    await write(`MATCH (p:RevisionPart {revision: 2}) SET p.json = replace(p.json, '"stage":', '"phase":')`);
    const { code, err } = await kg(['rollback', '1', '--yes'], env);
    expect(code).toBe(1);
    expect(err).toContain('policy:one: there is no property phase');
    expect(err).toContain('policy:one: stage is missing');
  });

  test('a revision that keeps no inverse, as a load by import, is not undone and nothing goes below it', async () => {
    await load(POLICY);
    await load(LATER);
    await load(LATER + SECOND);
    await write('MATCH (p:RevisionPart {revision: 2}) DELETE p');
    for (const args of [
      ['rollback', '1', '--yes'],
      ['revert', '2', '--yes'],
      ['diff', '1', '3'],
    ]) {
      const { code, err } = await kg(args, env);
      expect([code, err]).toEqual([1, expect.stringContaining('Revision 2 stores nothing to undo it by')]);
    }
    expect((await kg(['rollback', '2', '--yes'], env)).code).toBe(0);
  });
});

describe('kg revert', () => {
  test('undoes one revision and leaves what came after', async () => {
    await load(POLICY);
    await load(POLICY + SECOND);
    await load(LATER + SECOND);
    const { code, out } = await kg(['revert', '2', '--yes'], env);
    expect(code).toBe(0);
    expect(out).toContain('- policy:two 二号政策  (added by revision 2)');
    expect(await read('MATCH (p:Policy) RETURN p.id AS id, p.issuedOn AS on')).toEqual([
      { id: 'policy:one', on: '2023-09' },
    ]);
    writeSeeds({ 'city.yaml': citySeeds(LATER) }, folder);
    const same = await kg(['plan', '--detailed-exitcode', '--seeds', folder], env);
    expect([same.code, same.err]).toEqual([0, '']);
    expect(await read('MATCH (g:KnowledgeGraph) RETURN g.digest AS digest')).toEqual([
      { digest: (await digests())[3] },
    ]);
    await load(LATER.replace('2023-09', '2025'));
    await load(LATER);
    expect((await digests())[5]).toBe((await digests())[3]);
  });

  test('is refused where a later revision touched a record that it changed or a fact at one, and names them', async () => {
    await load(POLICY);
    await load(LATER + SECOND);
    await load(LATER.replace('2023-09', '2024') + SECOND);
    const measure = "measures: [{ id: 'measure:m', name: 补助, policy: 'policy:two', instrument: GRANT }]\n";
    await load(`${LATER.replace('2023-09', '2024')}${SECOND}${measure}`);
    const { code, err } = await kg(['revert', '2', '--yes'], env);
    expect(code).toBe(1);
    expect(err).toContain('  policy:one: revision 3\n  policy:two: revision 4\n');
    // What was undone since stands in nobody's way.
    expect((await kg(['revert', '4', '--yes'], env)).code).toBe(0);
    expect((await kg(['revert', '3', '--yes'], env)).code).toBe(0);
    expect((await kg(['revert', '2', '--yes'], env)).code).toBe(0);
    expect((await digests())[6]).toBe((await digests())[0]);
  });

  test('is refused where it would close a circle', async () => {
    const zones = (within: readonly string[]) =>
      ['a', 'b', 'c']
        .map(
          (id, index) =>
            `  - { id: 'zone:${id}', name: 园${id}, zoneKind: SITE, within: [${within[index]}] }\n`,
        )
        .join('');
    await load(`${POLICY}zones:\n${zones(["'zone:b'", '', "'zone:a'"])}`);
    await load(`${POLICY}zones:\n${zones(['', '', "'zone:a'"])}`);
    await load(`${POLICY}zones:\n${zones(['', "'zone:c'", "'zone:a'"])}`);
    const { code, err } = await kg(['revert', '2', '--yes'], env);
    expect([code, err]).toEqual([1, expect.stringContaining('zone:a → zone:b → zone:c → zone:a')]);
  });
});

describe('an apply after going back', () => {
  test('that would do again what was undone names it and wants --again, once', async () => {
    await load(POLICY);
    await load(LATER + SECOND);
    await kg(['rollback', '1', '--yes'], env);
    const plan = await kg(['plan', '--seeds', folder], env);
    expect([plan.code, plan.err]).toEqual([0, expect.stringContaining('kg apply needs --again')]);
    const refused = await apply(LATER + SECOND);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('what revision 3 (rolled back to 1) undid:');
    expect(refused.err).toContain('  《一号政策》：印发日期由2023年变更为2023年9月\n');
    expect(refused.err).toContain('  新增政策《二号政策》\n');
    expect(await digests()).toHaveLength(3);
    expect((await apply(LATER + SECOND, '--again')).code).toBe(0);
    expect((await digests())[3]).toBe((await digests())[1]);
    expect((await apply(POLICY)).code).toBe(0);
    expect((await apply(LATER + SECOND)).code).toBe(0);
    expect((await kg(['log'], env)).out).toContain('rolled back to 1, reapplied by 4');
    // What goes back over that revision does not do again what it undid.
    await kg(['rollback', '2', '--yes'], env);
    expect((await kg(['log'], env)).out).toContain('rolled back to 1, reapplied by 4');
  });

  test('that does something else is not asked, and what was corrected is no repetition', async () => {
    await load(POLICY);
    await load(LATER);
    await kg(['revert', '2', '--yes'], env);
    expect((await apply(POLICY.replace('2023', '2023-10') + SECOND)).code).toBe(0);
    // The same value as the one that was undone, but from another one.
    expect((await apply(LATER + SECOND)).code).toBe(0);
  });
});

describe('kg log and kg diff', () => {
  test('list revisions newest first, and what they told about one record in words', async () => {
    await load(POLICY);
    const applied = await apply(LATER + SECOND);
    expect(applied.out).toContain('\nPlan: 3 to create, 1 to change, 0 to delete.\n');
    const { out } = await kg(['log'], env);
    expect(out).toMatch(
      /^revision 2 {2}\S+T\S+Z {2}3 created, 1 changed, 0 deleted {2}\S{12}\nrevision 1 {2}/,
    );
    const revisions = JSON.parse((await kg(['log', '--json'], env)).out);
    expect(revisions.map((each: { revision: number }) => each.revision)).toEqual([2, 1]);
    expect(revisions[0]).toMatchObject({ updated: 1, undo: null, digest: (await digests())[1] });
    const about = await kg(['log', '--about', 'policy:one'], env);
    expect(about.out).toMatch(
      /^revision 2 .*\n {2}~ 《一号政策》：印发日期由2023年变更为2023年9月\nrevision 1 .*\n/,
    );
    expect(about.out).toContain('  + 新增政策《一号政策》\n');
    const english = await kg(['log', '--about', 'policy:one', '--lang', 'en', '--json'], env);
    expect(JSON.parse(english.out)[0].changes).toEqual([
      expect.objectContaining({
        id: expect.stringMatching(/^change:2-/),
        sentence: '“一号政策”: issue date changed from 2023 to September 2023',
      }),
    ]);
    expect((await kg(['log', '--about', 'policy:none'], env)).code).toBe(1);
  });

  test('tell the net between two revisions, forward and back; between one and itself nothing', async () => {
    await load(POLICY);
    await load(LATER.replace('2023-09', '2024') + SECOND);
    await load(LATER);
    expect((await kg(['diff', '1', '3'], env)).out).toBe('~ 《一号政策》：印发日期由2023年变更为2023年9月\n');
    expect((await kg(['diff', '3', '1', '--lang', 'en'], env)).out).toBe(
      '~ “一号政策”: issue date changed from September 2023 to 2023\n',
    );
    const back = JSON.parse((await kg(['diff', '2', '1', '--json'], env)).out);
    expect(back).toMatchObject({ from: 2, to: 1, dataset: [] });
    expect(back.changes.map((each: { sentence: string }) => each.sentence)).toContain('删除政策《二号政策》');
    expect((await kg(['diff', '2', '2'], env)).out).toBe(
      'Nothing differs between revision 2 and revision 2.\n',
    );
    const { out } = await kg(['diff', '0', '1'], env);
    expect(out).toContain('~ dataset: name — → 测试\n');
    expect(out).toContain('+ 新增政策《一号政策》\n');
    expect(out).toContain('+ 新增：《一号政策》支持集成电路\n');
  });

  test('between neighbours the net is what the revision told', async () => {
    await load(POLICY);
    await load(DATED + SECOND);
    await load(LATER);
    const told = await read(`MATCH (p:ChangePart {revision: 2}) UNWIND range(0, size(p.told) - 1) AS i
RETURN p.entityIds[i] AS id, p.told[i] AS told ORDER BY p.place + i`);
    const { changes } = JSON.parse((await kg(['diff', '1', '2', '--json'], env)).out);
    const short = (each: {
      action: string;
      property?: string | null;
      before?: string | null;
      after?: string | null;
    }) => [each.action, each.property ?? null, each.before ?? null, each.after ?? null];
    expect(changes.map(short)).toEqual(told.map((each) => short(JSON.parse(String(each.told)))));
  });
});
