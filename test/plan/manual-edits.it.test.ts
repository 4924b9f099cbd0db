/** What other hands may do to a graph, with a real Neo4j: it is refused in words or set right, and never lost unsaid. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Row } from '../../src/cypher/statement.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
import { ApplyRefused } from '../../src/plan/apply-refused.ts';
import { auditGraph } from '../../src/plan/drift/audit-graph.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { isEmpty } from '../../src/plan/plan.ts';
import { planJson } from '../../src/plan/report/plan-json.ts';
import { renderPlan } from '../../src/plan/report/render-plan.ts';
import { planRevert, planRollback } from '../../src/plan/undo/plan-undo.ts';
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
const LAST = POLICY.replace('2023', '2024');
const SECOND = POLICY.replace('policy:one', 'policy:two').replace('一号', '二号');
const RENAMED = POLICY.replace("id: 'policy:one'", "id: 'policy:first', formerIds: ['policy:one']");

async function apply(policies: string, overwriteDrift = false): Promise<void> {
  const desired = datasetOf(citySeeds(policies));
  await applyPlan(
    model,
    graph,
    await graph.readAll((run) => makePlan(model, desired, run, { overwriteDrift })),
  );
}

async function undo(plan: typeof planRollback | typeof planRevert, revision: number): Promise<void> {
  await applyPlan(
    model,
    graph,
    await graph.readAll((run) => plan(model, revision, { overwriteDrift: false }, run)),
  );
}

async function refusal(work: Promise<void>): Promise<Pick<ApplyRefused, 'code' | 'message'>> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (error instanceof ApplyRefused) return error;
  throw new Error(`not refused: ${String(error)}`);
}

/** Whether the graph is as these policies say, by a second plan and by looking everywhere. */
async function isAs(policies: string): Promise<boolean> {
  const plan = await graph.readAll((run) => makePlan(model, datasetOf(citySeeds(policies)), run));
  const audit = await graph.readStreams((stream, run) => auditGraph(model, stream, run));
  expect(audit.findings).toEqual([]);
  return isEmpty(plan);
}

async function read(text: string): Promise<readonly Row[]> {
  return graph.read({ text, parameters: {} });
}

async function write(text: string): Promise<void> {
  await graph.write((run) => run({ text, parameters: {} }));
}

describe('a node of other hands that has the id of a record', () => {
  test('that would come refuses the plan by name, and nothing is written', async () => {
    await write("CREATE (:Node:Mine {id: 'policy:one', mine: 7})");
    expect(await refusal(apply(POLICY))).toMatchObject({
      code: 'foreign-nodes',
      message: expect.stringMatching(/\n {2}policy:one \(.*Mine.*\)$/),
    });
    expect(await read('MATCH (n:Node) RETURN properties(n) AS is')).toEqual([
      { is: { id: 'policy:one', mine: 7 } },
    ]);
  });

  test('that goes on under it refuses the plan too', async () => {
    await apply(POLICY);
    await write("CREATE (:Node {id: 'policy:first'})");
    expect(await refusal(apply(RENAMED))).toMatchObject({ code: 'foreign-nodes' });
    expect(await isAs(POLICY)).toBe(true);
  });

  test('stays beside it where it is none of ours by its labels', async () => {
    await write("CREATE (:Policy {id: 'policy:one', mine: 7})");
    await apply(POLICY);
    await apply(LATER);
    expect(await read('MATCH (p:Policy {mine: 7}) RETURN properties(p) AS is')).toEqual([
      { is: { id: 'policy:one', mine: 7 } },
    ]);
    expect(await isAs(LATER)).toBe(true);
  });
});

describe('a record without what it is found by comes back where it stands by --overwrite-drift', () => {
  test('as a record without its kept hash', async () => {
    await apply(POLICY);
    await write(`MATCH (h:Hashes) WHERE any(text IN h.nodes WHERE text ENDS WITH ' policy:one') DELETE h
WITH count(*) AS gone MATCH (p:Policy) SET p.mine = 7`);
    await apply(LATER, true);
    expect(await read('MATCH (p:Policy) RETURN p.issuedOn AS on, p.mine AS mine')).toEqual([
      { on: '2023-09', mine: 7 },
    ]);
    expect(await isAs(LATER)).toBe(true);
  });

  test('as without the label Node, its facts included', async () => {
    await apply(POLICY);
    await write('MATCH (p:Policy) REMOVE p:Node SET p.mine = 7');
    await apply(LATER, true);
    expect(
      await read('MATCH (p:Policy) RETURN p.issuedOn AS on, p.mine AS mine, COUNT { (p)-[]-() } AS facts'),
    ).toEqual([{ on: '2023-09', mine: 7, facts: 3 }]);
    expect(await isAs(LATER)).toBe(true);
  });

  test('as a fact without its key', async () => {
    await apply(POLICY);
    await write('MATCH (:Policy)-[r:POLICY_APPLIES_IN]->() REMOVE r.key SET r.mine = 7');
    const moved = POLICY.replace(' }\n', ', evidence: { locator: p2 } }\n');
    await apply(moved, true);
    expect(
      await read('MATCH (:Policy)-[r:POLICY_APPLIES_IN]->() RETURN r.evidence AS at, r.mine AS mine'),
    ).toEqual([{ at: ['《来源》 p2'], mine: 7 }]);
    expect(await isAs(moved)).toBe(true);
  });

  test('as under another id that somebody gave it, which is reported', async () => {
    await apply(POLICY);
    await write("MATCH (p:Policy) SET p.id = 'policy:mine'");
    await apply(LATER, true);
    const { findings } = await graph.readStreams((stream, run) => auditGraph(model, stream, run));
    expect(findings).toMatchObject([{ id: 'policy:mine', is: 'handmade' }]);
    await write("MATCH (p:Policy {id: 'policy:mine'}) DELETE p");
    expect(await isAs(LATER)).toBe(true);
  });
});

test('a fact that other hands led to a record stands in the way of deleting that, and is named', async () => {
  await apply(POLICY + SECOND);
  await write(`MATCH (p:Policy {id: 'policy:one'})-[r:POLICY_APPLIES_IN]->() MATCH (two:Policy {id: 'policy:two'})
WITH p, r, two, properties(r) AS was DELETE r CREATE (p)-[s:POLICY_APPLIES_IN]->(two) SET s = was`);
  expect(await refusal(apply(POLICY))).toMatchObject({
    code: 'foreign-relationships',
    message: expect.stringContaining('policy:two -[POLICY_APPLIES_IN]- policy:one'),
  });
  expect(await read('MATCH (p:Policy) RETURN count(p) AS there')).toEqual([{ there: 2 }]);
});

describe('what no seed says about a record that the seeds leave out', () => {
  const NOTE =
    "MATCH (p:Policy {id: 'policy:two'}) CREATE (:Memo {id: 'memo'})-[:NOTE {at: date('2024-02-29')}]->(p)";
  const HEADING =
    'Refused: what would be deleted has relationships, properties or labels that were not loaded from seeds';
  const MARKS = `MATCH (p:Policy {id: 'policy:two'})-[r:POLICY_APPLIES_IN]->()
SET p.score = 42.0, p.seen = [date('2024-02-29')], p:\`My label\`, r.mine = 7`;
  const LOOK = `MATCH (p:Policy:\`My label\` {id: 'policy:two'})-[r:POLICY_APPLIES_IN]->()
OPTIONAL MATCH (memo:Memo)-[note:NOTE]->(p)
RETURN valueType(p.score) AS kind, p.score AS score, p.seen = [date('2024-02-29')] AS seen, r.mine AS mine,
  memo.id AS memo, note.at = date('2024-02-29') AS at`;

  async function planned(policies: string, overwriteDrift = false): Promise<readonly [string, string]> {
    const desired = datasetOf(citySeeds(policies));
    const plan = await graph.readAll((run) => makePlan(model, desired, run, { overwriteDrift }));
    return [
      renderPlan(plan, { model, spans: new Map(), colour: false, language: 'en' }),
      planJson(plan, model, new Map(), { seeds: [], overwriteDrift }),
    ];
  }

  test('is in the plan as it is in the refusal, the same each time', async () => {
    await apply(POLICY + SECOND);
    await write(NOTE);
    const [text, json] = await planned(POLICY);
    expect(text).toContain(HEADING);
    expect(text).toContain('\n! policy:two -[NOTE]- memo\n');
    expect(JSON.parse(json).foreignRelationships).toEqual([
      { id: 'policy:two', type: 'NOTE', other: 'memo' },
    ]);
    expect(await planned(POLICY)).toEqual([text, json]);
    expect(await refusal(apply(POLICY))).toMatchObject({
      code: 'foreign-relationships',
      message: expect.stringContaining('policy:two -[NOTE]- memo'),
    });
  });

  test('is not listed where the record stays, goes on under another id, or has none', async () => {
    await apply(POLICY + SECOND);
    await write(NOTE);
    await write(MARKS);
    for (const policies of [
      LATER + SECOND,
      SECOND,
      SECOND.replace("'policy:two'", "'policy:new', formerIds: ['policy:two']"),
    ]) {
      expect((await planned(policies))[0]).not.toContain(HEADING);
    }
  });

  test('refuses the plan as a property, on a fact or as a label, each by name', async () => {
    await apply(POLICY + SECOND);
    await write(MARKS);
    const lines = [
      'policy:two: score = 42',
      'policy:two: seen = 2024-02-29',
      'policy:two -[POLICY_APPLIES_IN]-> region:x: mine = 7',
      'policy:two: label My label',
    ];
    const [text, json] = await planned(POLICY);
    expect(text).toContain(lines.map((line) => `! ${line}`).join('\n'));
    expect(JSON.parse(json)).toMatchObject({
      foreignProperties: [
        { id: 'policy:two', property: 'score', value: '42' },
        { property: 'seen', value: '2024-02-29' },
        { id: 'policy:two -[POLICY_APPLIES_IN]-> region:x', property: 'mine', value: '7' },
      ],
      foreignLabels: [{ id: 'policy:two', label: 'My label' }],
    });
    expect(await refusal(apply(POLICY))).toMatchObject({
      code: 'foreign-properties',
      message: expect.stringContaining(lines.map((line) => `  ${line}`).join('\n')),
    });
    expect(await read(LOOK)).toHaveLength(1);
  });

  test('refuses the plan of a fact alone that goes', async () => {
    await apply(POLICY);
    await write('MATCH (:Policy)-[r:POLICY_APPLIES_IN]->() SET r.mine = 7');
    expect(await refusal(apply(POLICY.replace(", places: ['region:x']", '')))).toMatchObject({
      code: 'foreign-properties',
      message: expect.stringContaining('policy:one -[POLICY_APPLIES_IN]-> region:x: mine = 7'),
    });
  });

  test.each([
    ['reverting', planRevert, 2],
    ['rolling back', planRollback, 1],
  ])('goes along by --overwrite-drift, and comes back as it was by %s', async (_, way, revision) => {
    await apply(POLICY + SECOND);
    await write(NOTE);
    await write(MARKS);
    const before = await read(LOOK);
    expect((await planned(POLICY, true))[0]).toContain(
      'Deleted too, although not loaded from seeds (undoing this revision restores it):\n! policy:two -[NOTE]- memo\n',
    );
    await apply(POLICY, true);
    expect(await read(LOOK)).toEqual([]);
    expect(await isAs(POLICY)).toBe(true);
    const back = await graph.readAll((run) => way(model, revision, { overwriteDrift: false }, run));
    expect(renderPlan(back, { model, spans: new Map(), colour: false, language: 'en' })).toContain(
      'Restored with these, as an earlier revision deleted it:\n! policy:two -[NOTE]- memo\n! policy:two -[POLICY_APPLIES_IN]-> region:x: mine = 7\n',
    );
    await applyPlan(model, graph, back);
    expect(await read(LOOK)).toEqual(before);
    expect(before).toEqual([
      { kind: 'FLOAT NOT NULL', score: 42, seen: true, mine: 7, memo: 'memo', at: true },
    ]);
    expect(await isAs(POLICY + SECOND)).toBe(true);
  });

  test('comes back as the oldest revision undone found it', async () => {
    await apply(POLICY + SECOND);
    await write("MATCH (p:Policy {id: 'policy:two'}) SET p.score = 1");
    await apply(POLICY, true);
    await apply(POLICY + SECOND);
    await write("MATCH (p:Policy {id: 'policy:two'}) SET p.score = 2");
    await apply(POLICY, true);
    await undo(planRollback, 1);
    expect(await read("MATCH (p:Policy {id: 'policy:two'}) RETURN p.score AS score")).toEqual([{ score: 1 }]);
  });

  test('is named where it cannot come back, because the other end is gone', async () => {
    await apply(POLICY + SECOND);
    await write(NOTE);
    await apply(POLICY, true);
    await write('MATCH (memo:Memo) DELETE memo');
    const back = await graph.readAll((run) => planRevert(model, 2, { overwriteDrift: false }, run));
    expect(renderPlan(back, { model, spans: new Map(), colour: false, language: 'en' })).toContain(
      'Cannot be restored, because the other end is gone:\n! policy:two -[NOTE]- memo\n',
    );
    await applyPlan(model, graph, back);
    expect(await isAs(POLICY + SECOND)).toBe(true);
  });

  test('that came after the plan refuses it, and nothing is written', async () => {
    await apply(POLICY + SECOND);
    const desired = datasetOf(citySeeds(POLICY));
    const plans = await Promise.all(
      [true, false].map((overwriteDrift) =>
        graph.readAll((run) => makePlan(model, desired, run, { overwriteDrift })),
      ),
    );
    await write(MARKS);
    const codes = [];
    for (const plan of plans) codes.push((await refusal(applyPlan(model, graph, plan).then(() => {}))).code);
    expect(codes).toEqual(['stale', 'foreign-properties']);
    expect(await read(LOOK)).toHaveLength(1);
  });

  test('is in the plan of a way back that would delete it', async () => {
    await apply(POLICY);
    await apply(POLICY + SECOND);
    await write(NOTE);
    const plan = await graph.readAll((run) => planRollback(model, 1, { overwriteDrift: false }, run));
    expect(plan.foreign?.relationships).toEqual([{ id: 'policy:two', type: 'NOTE', other: 'memo' }]);
  });
});

describe('a ledger that lacks a revision', () => {
  test('leads no further back than to it, and no state is told that is none', async () => {
    for (const policies of [POLICY, LATER, LAST]) await apply(policies);
    await write('MATCH (r:Revision {number: 2}) DELETE r');
    expect(await refusal(undo(planRollback, 1))).toMatchObject({
      code: 'not-kept',
      message: expect.stringContaining('The changes of revision 2 are not in the graph any more'),
    });
    await undo(planRevert, 3);
    expect(await isAs(LATER)).toBe(true);
  });

  test('refuses the way below the newest, where that is the one', async () => {
    for (const policies of [POLICY, LATER]) await apply(policies);
    await write('MATCH (r:Revision {number: 2}) DELETE r');
    expect(await refusal(undo(planRollback, 1))).toMatchObject({ code: 'not-kept' });
  });
});

test('a graph whose own node is gone is not begun anew over its revisions', async () => {
  await apply(POLICY);
  const [own] = await read('MATCH (g:KnowledgeGraph) RETURN properties(g) AS own');
  await write('MATCH (g:KnowledgeGraph) DELETE g');
  expect(await refusal(apply(POLICY + SECOND))).toMatchObject({ code: 'damaged' });
  await graph.write((run) =>
    run({ text: 'CREATE (g:KnowledgeGraph) SET g = $own', parameters: { own: own?.own } }),
  );
  expect(await isAs(POLICY)).toBe(true);
});

test('a criterion that is no JSON any more is drift like any other', async () => {
  const measure = (employees: number) => `${POLICY}measures:
  - { id: 'measure:m', name: 补助, policy: 'policy:one', instrument: GRANT, criteria: [{ anyOf: [[{ attribute: EMPLOYEES, operator: GTE, values: [${employees}] }]] }] }
`;
  await apply(measure(50));
  await write("MATCH (c:Criterion) SET c.alternatives = 'mine'");
  await apply(measure(60));
  expect(await read('MATCH (c:Criterion) RETURN c.alternatives AS is')).toEqual([{ is: 'mine' }]);
  await apply(measure(70), true);
  expect(await isAs(measure(70))).toBe(true);
  await undo(planRevert, 3);
  expect(await isAs(measure(60))).toBe(true);
});
