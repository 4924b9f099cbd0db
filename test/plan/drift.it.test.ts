/** Drift and moves with a real Neo4j: what other hands did stays unless it is to be set back, whatever the seeds do. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Row } from '../../src/cypher/statement.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { readHashes, readSums } from '../../src/graph/reading/read-hashes.ts';
import { differingGroups, everyGroup } from '../../src/model/stored/hash-sums.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
import { ApplyRefused } from '../../src/plan/apply-refused.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { isEmpty, type Plan } from '../../src/plan/plan.ts';
import { renderPlan } from '../../src/plan/report/render-plan.ts';
import { planRollback } from '../../src/plan/undo/plan-undo.ts';
import { datasetOf } from '../changes/apply-seeds.ts';
import { citySeeds, POLICY } from '../cli/run-kg.ts';
import { emptyGraph, model, openTestGraph } from '../graph-fixture.ts';

let graph: Graph;

beforeAll(() => {
  graph = openTestGraph();
});
beforeEach(() => emptyGraph(graph));
afterAll(() => graph.close());

const LATER = POLICY.replace('2023', '2023-09');
const SECOND = POLICY.replace('policy:one', 'policy:two').replace('一号', '二号');

function plan(policies: string, overwriteDrift = false): Promise<Plan> {
  return graph.readAll((run) => makePlan(model, datasetOf(citySeeds(policies)), run, { overwriteDrift }));
}

async function apply(policies: string, overwriteDrift = false): Promise<void> {
  await applyPlan(model, graph, await plan(policies, overwriteDrift));
}

async function refusal(policies: string): Promise<ApplyRefused> {
  const error = await apply(policies).then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (error instanceof ApplyRefused) return error;
  throw new Error(`not refused: ${String(error)}`);
}

function words(made: Plan): string {
  return renderPlan(made, { model, spans: new Map(), colour: false, language: 'en' });
}

async function read(text: string): Promise<readonly Row[]> {
  return graph.read({ text, parameters: {} });
}

async function write(text: string): Promise<void> {
  await graph.write((run) => run({ text, parameters: {} }));
}

async function policies(): Promise<readonly Row[]> {
  return read('MATCH (p:Policy) RETURN p.id AS id, p.name AS name, p.issuedOn AS on ORDER BY id');
}

/** What was kept as sums is what the hashes come to. */
async function sumsAgree(): Promise<boolean> {
  return graph.readAll(async (run) => {
    const kept = await readSums(run, () => everyGroup);
    return kept !== undefined && differingGroups(kept, (await readHashes(model, run)).sums).length === 0;
  });
}

describe('what other hands changed in a record that the seeds change', () => {
  test('stays where the seeds say nothing new, beside what they say', async () => {
    await apply(POLICY);
    await write("MATCH (p:Policy) SET p.name = '改过'");
    const made = await plan(LATER);
    expect(words(made)).toContain(
      '! policy:one was changed: stays; --overwrite-drift restores it\n    name: 一号政策 → 改过\n',
    );
    await applyPlan(model, graph, made);
    expect(await policies()).toEqual([{ id: 'policy:one', name: '改过', on: '2023-09' }]);
    expect(isEmpty(await plan(LATER))).toBe(true);
  });

  test('stays where the seeds say something else, and the plan says what they say', async () => {
    await apply(POLICY);
    await write("MATCH (p:Policy) SET p.issuedOn = '1999'");
    const made = await plan(LATER);
    expect(words(made)).toContain('issuedOn: 2023 → 1999  (the seeds state 2023-09)');
    await applyPlan(model, graph, made);
    expect(await policies()).toMatchObject([{ on: '1999' }]);
    expect(isEmpty(await plan(LATER))).toBe(true);
    expect(await sumsAgree()).toBe(true);
  });

  test('is set back by --overwrite-drift, and the digest is that of the seeds either way', async () => {
    await apply(POLICY);
    await write("MATCH (p:Policy) SET p.issuedOn = '1999', p.name = '改过', p.mine = 7");
    await apply(LATER, true);
    expect(await read('MATCH (p:Policy) RETURN p.name AS name, p.issuedOn AS on, p.mine AS mine')).toEqual([
      { name: '一号政策', on: '2023-09', mine: 7 },
    ]);
    expect(await sumsAgree()).toBe(true);
  });

  test('on a fact, and its evidence, stays too', async () => {
    await apply(POLICY);
    await write("MATCH (:Policy)-[r:POLICY_APPLIES_IN]->() SET r.evidence = ['《来源》 p9'], r.mine = 7");
    const dated = POLICY.replace("['region:x']", "[{ to: 'region:x', validTo: 2030 }]");
    await apply(dated);
    expect(
      await read(
        'MATCH (:Policy)-[r:POLICY_APPLIES_IN_DATED]->() RETURN r.validTo AS to, r.evidence AS at, r.mine AS mine',
      ),
    ).toEqual([{ to: '2030', at: ['《来源》 p9'], mine: 7 }]);
    expect(isEmpty(await plan(dated))).toBe(true);
    // It is known as drift still: the next change of the fact leaves it as well.
    await apply(dated.replace('2030', '2031'));
    expect(
      await read('MATCH (:Policy)-[r:POLICY_APPLIES_IN_DATED]->() RETURN r.validTo AS to, r.evidence AS at'),
    ).toEqual([{ to: '2031', at: ['《来源》 p9'] }]);
  });

  test('elsewhere is not looked at, and stays', async () => {
    await apply(POLICY + SECOND);
    await write("MATCH (p:Policy {id: 'policy:two'}) SET p.name = '改过'");
    const made = await plan(LATER + SECOND);
    expect(made.drift).toEqual([]);
    await applyPlan(model, graph, made);
    expect(await policies()).toMatchObject([{ on: '2023-09' }, { name: '改过' }]);
  });

  test('stands in the way of deleting it, unless it is to be overwritten', async () => {
    await apply(POLICY + SECOND);
    await write("MATCH (p:Policy {id: 'policy:two'}) SET p.name = '改过'");
    expect(await refusal(POLICY)).toMatchObject({
      code: 'drift',
      message: expect.stringContaining('policy:two would be deleted with manual edits in it'),
    });
    await apply(POLICY, true);
    expect(await policies()).toHaveLength(1);
  });

  test('where no revision knows what was loaded, it is refused, and made as the seeds say by --overwrite-drift', async () => {
    await apply(POLICY);
    await write("MATCH (p:RevisionPart) DELETE p WITH count(p) AS n MATCH (p:Policy) SET p.name = '改过'");
    expect((await refusal(LATER)).message).toContain('no revision knows what was loaded');
    await apply(LATER, true);
    expect(await policies()).toEqual([{ id: 'policy:one', name: '一号政策', on: '2023-09' }]);
  });

  test('is found in the ledger however many revisions lie between', async () => {
    await apply(POLICY + SECOND);
    for (const year of [2001, 2002, 2003, 2004, 2005]) {
      await apply(POLICY + SECOND.replace('2023', String(year)));
    }
    await write("MATCH (p:Policy {id: 'policy:one'}) SET p.name = '改过'");
    const made = await plan(LATER + SECOND);
    expect(made.drift).toMatchObject([{ id: 'policy:one', is: 'changed', fate: 'kept' }]);
  });
});

describe('what other hands took out of the graph', () => {
  test('stays out where the seeds change it: that is said, and nothing is planned twice', async () => {
    await apply(POLICY);
    await write('MATCH (p:Policy) DETACH DELETE p');
    const made = await plan(LATER);
    expect(words(made)).toContain('! policy:one is missing: stays');
    expect(words(made)).toContain('issuedOn: 2023 → 2023-09');
    await applyPlan(model, graph, made);
    expect(await policies()).toEqual([]);
    expect(isEmpty(await plan(LATER))).toBe(true);
  });

  test('comes back with all that hung on it by --overwrite-drift', async () => {
    await apply(POLICY);
    const count = 'MATCH (p:Policy)-[r]-() RETURN count(r) AS facts';
    const before = await read(count);
    await write('MATCH (p:Policy) DETACH DELETE p');
    expect(words(await plan(LATER, true))).toContain(
      '! policy:one -[POLICY_APPLIES_IN]-> region:x is missing: is restored\n',
    );
    await apply(LATER, true);
    expect(await policies()).toMatchObject([{ on: '2023-09' }]);
    expect(await read(count)).toEqual(before);
    expect(await sumsAgree()).toBe(true);
  });

  test('refuses new facts that would lead to it, and nothing is written', async () => {
    await apply(POLICY);
    await write("MATCH (r:Region {id: 'region:x'}) DETACH DELETE r");
    expect(await refusal(POLICY + SECOND)).toMatchObject({
      code: 'drift',
      message: expect.stringContaining('\n  region:x'),
    });
    expect(await policies()).toHaveLength(1);
    expect(await read('MATCH (r:Revision) RETURN count(r) AS revisions')).toEqual([{ revisions: 1 }]);
  });

  test('with the sums that plans compare by, costs a whole reading and is put right by the next apply', async () => {
    await apply(POLICY);
    await write('MATCH (s:HashSums) DELETE s');
    expect(isEmpty(await plan(POLICY))).toBe(true);
    await apply(LATER);
    expect(await sumsAgree()).toBe(true);
  });

  test.each([
    ['of a group that changes are gone', "MATCH (s:HashSums) WHERE s.id <> 'graph' DELETE s"],
    ['of buckets were changed', "MATCH (s:HashSums) WHERE s.id <> 'graph' SET s.sums = ['7'] + s.sums[1..]"],
    ['are no numbers', "MATCH (s:HashSums) SET s.sums = ['x']"],
  ])('costs a whole reading where sums %s', async (_, statement) => {
    await apply(POLICY);
    await write(statement);
    expect((await plan(LATER)).changes).toHaveLength(1);
    await apply(LATER);
    expect(await sumsAgree()).toBe(true);
    expect(isEmpty(await plan(LATER))).toBe(true);
  });
});

test('what other hands do between plan and apply refuses the plan', async () => {
  await apply(POLICY);
  const made = await plan(LATER);
  await write("MATCH (p:Policy) SET p.name = '改过'");
  await expect(applyPlan(model, graph, made)).rejects.toMatchObject({
    code: 'stale',
    message: expect.stringContaining('policy:one'),
  });
  expect(await policies()).toMatchObject([{ name: '改过', on: '2023' }]);
});

test('a plan of another graph that is at the same revision is refused', async () => {
  await apply(POLICY);
  const made = await plan(LATER);
  await write("MATCH (g:KnowledgeGraph) SET g.digest = 'other'");
  await expect(applyPlan(model, graph, made)).rejects.toMatchObject({
    code: 'stale',
    message: expect.stringContaining('another graph'),
  });
  expect(await policies()).toMatchObject([{ on: '2023' }]);
});

test('going back counts the sources that it removes or brings back', async () => {
  const counted = 'MATCH (g:KnowledgeGraph) RETURN g.sources AS kept, COUNT { (:Source) } AS there';
  const other = POLICY.replace(' }\n', " }\nagencies: [{ id: 'agency:a', name: 委 }]\n");
  await apply(POLICY);
  const sources =
    "sources: [{ id: 'source:s', name: 来源, tier: OFFICIAL }, { id: 'source:t', name: 又, tier: NEWS }]";
  const desired = datasetOf(citySeeds(other).replace(/^sources: .*$/m, sources));
  await applyPlan(model, graph, await graph.readAll((run) => makePlan(model, desired, run)));
  for (const [revision, count] of [
    [1, 1],
    [2, 2],
  ] as const) {
    const way = await graph.readAll((run) => planRollback(model, revision, { overwriteDrift: false }, run));
    await applyPlan(model, graph, way);
    expect(await read(counted)).toEqual([{ kept: count, there: count }]);
  }
});

describe('a record under a new id', () => {
  const RENAMED = POLICY.replace("id: 'policy:one'", "id: 'policy:first', formerIds: ['policy:one']");

  test('is one move in words, with what else changed', async () => {
    await apply(POLICY);
    const made = await plan(RENAMED.replace('2023', '2023-09'));
    const told = words(made);
    expect(told).toContain('→ policy:one → policy:first 一号政策\n    issuedOn: 2023 → 2023-09\n');
    expect(told).toContain('Plan: 1 to rename, 0 to create, 0 to change, 0 to delete.');
  });

  test('keeps what analysts hung on it and wrote on its facts, there and back again', async () => {
    await apply(POLICY);
    await write("MATCH (p:Policy) SET p.mine = 7 CREATE (:Note {id: 'note'})-[:ABOUT]->(p)");
    await write('MATCH (:Policy)-[r:SUPPORTS_INDUSTRY]->() SET r.mine = 8');
    const look = `MATCH (:Note)-[:ABOUT]->(p:Policy)-[r:SUPPORTS_INDUSTRY]->()
RETURN p.id AS id, p.mine AS mine, r.mine AS fact`;
    await apply(RENAMED);
    expect(await read(look)).toEqual([{ id: 'policy:first', mine: 7, fact: 8 }]);
    expect(isEmpty(await plan(RENAMED))).toBe(true);
    expect(await sumsAgree()).toBe(true);
    await apply(POLICY);
    expect(await read(look)).toEqual([{ id: 'policy:one', mine: 7, fact: 8 }]);
    expect(await sumsAgree()).toBe(true);
  });

  test('that was there already is told to have been joined into it', async () => {
    await apply(POLICY + SECOND);
    const told = words(
      await plan(SECOND.replace("id: 'policy:two'", "id: 'policy:two', formerIds: ['policy:one']")),
    );
    expect(told).toContain('- policy:one 一号政策  (merged into policy:two)\n');
    expect(words(await plan(SECOND))).toContain('- policy:one 一号政策  (not in the seeds any more)\n');
  });

  test('keeps what other hands changed in it', async () => {
    await apply(POLICY);
    await write("MATCH (p:Policy) SET p.name = '改过'");
    await apply(RENAMED);
    expect(await policies()).toEqual([{ id: 'policy:first', name: '改过', on: '2023' }]);
  });
});
