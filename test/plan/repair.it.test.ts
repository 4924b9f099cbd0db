/** Setting back what other hands changed, with a real Neo4j: the model's own goes back, what analysts wrote stays. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Row } from '../../src/cypher/statement.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { isEmpty, type Plan } from '../../src/plan/plan.ts';
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

const OVERWRITE = { overwriteDrift: true };
/** The same policy with other evidence: each of its facts is touched. */
const TOUCHED = POLICY.replace(' }\n', ', evidence: { locator: p2 } }\n');

function plan(policies: string, options = { overwriteDrift: false }): Promise<Plan> {
  return graph.readAll((run) => makePlan(model, datasetOf(citySeeds(policies)), run, options));
}

async function apply(policies: string, options?: { readonly overwriteDrift: boolean }): Promise<void> {
  await applyPlan(model, graph, await plan(policies, options));
}

async function read(text: string): Promise<readonly Row[]> {
  return graph.read({ text, parameters: {} });
}

async function write(text: string): Promise<void> {
  await graph.write((run) => run({ text, parameters: {} }));
}

/** The fact that the policy applies in the region, under whichever type. */
const FACT = `MATCH (:Policy)-[r:POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED]->(to)
RETURN type(r) AS type, to.id AS to, r.validTo AS until, r.evidence AS at, r.mine AS mine`;
const ELSEWHERE = `CREATE (n:Note {id: 'note'}) WITH n MATCH (p:Policy)-[r:POLICY_APPLIES_IN]->()
WITH n, p, r, properties(r) AS was DELETE r CREATE (p)-[s:POLICY_APPLIES_IN]->(n) SET s = was SET s.mine = 7`;
const PUT_RIGHT = { type: 'POLICY_APPLIES_IN', to: 'region:x', until: null, at: ['《来源》 p2'], mine: 7 };

test('a fact that other hands led elsewhere stays there unless it is to be set back, and the plan tells it', async () => {
  await apply(POLICY);
  await write(ELSEWHERE);
  const made = await plan(TOUCHED);
  expect(made.drift).toMatchObject([
    { fate: 'kept', values: [{ property: 'to', loaded: 'region:x', is: 'note', seeds: 'region:x' }] },
  ]);
  await applyPlan(model, graph, made);
  expect(await read(FACT)).toEqual([{ ...PUT_RIGHT, to: 'note' }]);
  expect(isEmpty(await plan(TOUCHED))).toBe(true);
});

describe('a fact that other hands changed is set back', () => {
  test('where it stands, with what an analyst wrote on it', async () => {
    await apply(POLICY);
    const id = 'MATCH (:Policy)-[r:POLICY_APPLIES_IN]->() RETURN elementId(r) AS id';
    const before = await read(id);
    await write("MATCH (:Policy)-[r:POLICY_APPLIES_IN]->() SET r.evidence = ['《来源》 p9'], r.mine = 7");
    await apply(TOUCHED, OVERWRITE);
    expect(await read(FACT)).toEqual([PUT_RIGHT]);
    expect(await read(id)).toEqual(before);
  });

  test('of a value that only the other of its stored types has', async () => {
    await apply(POLICY);
    await write("MATCH (:Policy)-[r:POLICY_APPLIES_IN]->() SET r.validTo = '2030', r.mine = 7");
    await apply(TOUCHED, OVERWRITE);
    expect(await read(FACT)).toEqual([PUT_RIGHT]);
  });

  test('from the other of its stored types', async () => {
    await apply(POLICY);
    await write(`MATCH (p:Policy)-[r:POLICY_APPLIES_IN]->(x) CREATE (p)-[s:POLICY_APPLIES_IN_DATED]->(x)
SET s = properties(r), s.validTo = '2030', s.mine = 7 DELETE r`);
    await apply(TOUCHED, OVERWRITE);
    expect(await read(FACT)).toEqual([PUT_RIGHT]);
  });

  test('from where it was led to', async () => {
    await apply(POLICY);
    await write(ELSEWHERE);
    await apply(TOUCHED, OVERWRITE);
    expect(await read(FACT)).toEqual([PUT_RIGHT]);
  });

  test('anew where it is gone', async () => {
    await apply(POLICY);
    await write('MATCH (:Policy)-[r:POLICY_APPLIES_IN]->() DELETE r');
    await apply(TOUCHED, OVERWRITE);
    expect(await read(FACT)).toEqual([{ ...PUT_RIGHT, mine: null }]);
  });

  test('on the way back to an earlier revision too', async () => {
    await apply(POLICY);
    await apply(TOUCHED);
    await write("MATCH (:Policy)-[r:POLICY_APPLIES_IN]->() SET r.evidence = ['《来源》 p9'], r.mine = 7");
    await applyPlan(model, graph, await graph.readAll((run) => planRollback(model, 1, OVERWRITE, run)));
    expect(await read(FACT)).toEqual([{ ...PUT_RIGHT, at: ['《来源》 p1'] }]);
    expect(isEmpty(await plan(POLICY))).toBe(true);
  });

  test('to the seeds where no revision knows what was loaded', async () => {
    await apply(POLICY);
    await write('MATCH (p:RevisionPart) DELETE p');
    await write("MATCH (:Policy)-[r:POLICY_APPLIES_IN]->() SET r.validTo = '2030', r.mine = 7");
    await apply(TOUCHED, OVERWRITE);
    expect(await read(FACT)).toEqual([PUT_RIGHT]);
  });
});

test('an edited record is restored with the values that it is compared by', async () => {
  await apply(POLICY);
  const look =
    'MATCH (p:Node {id: "policy:one"}) UNWIND labels(p) AS label WITH p, label ORDER BY label RETURN collect(label) AS labels, properties(p) AS stored';
  const [before] = await read(look);
  await write(`MATCH (p:Policy) SET p.name = '改过', p.issuedOnDay = 7, p.expiresOn = '2030',
  p.expiresOnDay = 20301231, p.mine = 7 REMOVE p:Entity`);
  await apply(TOUCHED, OVERWRITE);
  await apply(POLICY);
  const [after] = await read(look);
  const stored = { ...(before?.stored as object), mine: 7 };
  expect(after).toEqual({ labels: before?.labels, stored });
});
