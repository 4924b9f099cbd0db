/** Audits a graph whole: is it exactly one revision, with nothing half written? */

import type { Run } from '../../src/cypher/statement.ts';
import { readHashes } from '../../src/graph/reading/read-hashes.ts';
import { type GraphState, STATE_STATEMENT, stateOf } from '../../src/graph/reading/read-state.ts';
import type { Dataset, DatasetNode, DatasetRelationship, Properties } from '../../src/model/dataset.ts';
import { nodeHash, relationshipHash } from '../../src/model/identity.ts';
import { datasetDigest } from '../../src/model/stored/dataset-digest.ts';
import { datasetNode, datasetRelationship } from '../../src/model/stored/stored-form.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { isEmpty } from '../../src/plan/plan.ts';
import { model } from '../graph-fixture.ts';

/** What an audit found. */
export interface Audit {
  readonly state: GraphState;
  /** Each thing that is not as it must be; empty where all is well. */
  readonly findings: readonly string[];
}

/**
 * Waits until no apply holds the graph, then reads all of it and reckons its digest anew, from the facts themselves.
 * @param known the datasets that may have been applied, by digest
 */
export async function auditGraph(run: Run, known: ReadonlyMap<string, Dataset>): Promise<Audit> {
  // A commit that is on its way when its process dies may still come about: this waits for it.
  await run({ text: "MATCH (g:KnowledgeGraph {id: 'graph'}) SET g.id = g.id", parameters: {} });
  const state = stateOf(await run(STATE_STATEMENT));
  const findings: string[] = [];
  const expect = (holds: boolean, finding: string) => {
    if (!holds) findings.push(finding);
  };
  const dataset = await readDataset(run, state, expect);
  if (dataset) expect(datasetDigest(dataset) === state.digest, 'the digest is not that of what is there');
  const applied = known.get(state.digest ?? '');
  expect(applied !== undefined, `nobody applied a dataset of digest ${state.digest}`);
  if (applied) expect(isEmpty(await makePlan(model, applied, run)), 'a plan finds something to change');
  await auditRevisions(run, state, new Set(known.keys()), expect);
  return { state, findings };
}

type Expect = (holds: boolean, finding: string) => void;

async function readDataset(run: Run, state: GraphState, expect: Expect): Promise<Dataset | undefined> {
  const nodes = new Map<string, DatasetNode>();
  const relationships = new Map<string, DatasetRelationship>();
  const loaded = await readHashes(model, run);
  const nodeRows = await run({
    text: 'MATCH (n:Node) RETURN properties(n) AS stored, labels(n) AS labels',
    parameters: {},
  });
  for (const row of nodeRows) {
    const stored = row.stored as Properties;
    const node = datasetNode(model, stored);
    const labels = [...(row.labels as readonly string[])].sort().join();
    expect(loaded.nodes.get(node.id) === nodeHash(node), `${node.id} has another hash`);
    expect(
      labels === [...(model.nodeTypes.get(node.type)?.labels ?? [])].sort().join(),
      `${node.id} is labelled ${labels}`,
    );
    nodes.set(node.id, node);
  }
  const relationshipRows = await run({
    text: `MATCH (a:Node)-[r]->(b:Node)
RETURN type(r) AS type, a.id AS from, b.id AS to, properties(r) AS stored`,
    parameters: {},
  });
  for (const { type, from, to, stored } of relationshipRows) {
    const each = datasetRelationship(model, String(type), String(from), String(to), stored as Properties);
    const hash = loaded.relationships.get(each.key);
    expect(hash === relationshipHash(each), `${from} ${type} ${to} has another hash`);
    relationships.set(each.key, each);
  }
  expect(nodes.size === nodeRows.length, 'a node is there twice');
  expect(relationships.size === relationshipRows.length, 'a relationship is there twice');
  return state.info && { info: state.info, nodes, relationships };
}

async function auditRevisions(
  run: Run,
  state: GraphState,
  digests: ReadonlySet<string>,
  expect: Expect,
): Promise<void> {
  const rows = await run({
    text: `MATCH (r:Revision) WITH r ORDER BY r.number
CALL (r) { MATCH (p:ChangePart {revision: r.number}) RETURN sum(size(p.told)) AS told }
CALL (r) { MATCH (p:RevisionPart {revision: r.number}) RETURN count(p) AS parts, coalesce(max(p.ordinal), -1) AS last }
RETURN r.number AS number, r.digest AS digest, r.told AS promised, told, parts, last`,
    parameters: {},
  });
  expect(rows.length === state.revision, `there are ${rows.length} revisions at revision ${state.revision}`);
  for (const [at, { number, digest, promised, told, parts, last }] of rows.entries()) {
    expect(number === at + 1, `revision ${number} stands in place ${at + 1}`);
    expect(digests.has(String(digest)), `revision ${number} has a digest that nobody applied`);
    expect(promised === told, `revision ${number} tells ${told} changes, not ${promised}`);
    expect(parts === Number(last) + 1, `revision ${number} lacks parts of its inverse`);
  }
  expect(rows.at(-1)?.digest === state.digest, 'the last revision has another digest than the graph');
  const [strays] = await run({
    text: `CALL () { MATCH (n) WHERE (n:ChangePart OR n:RevisionPart OR n:ChangedId) AND n.revision > $revision
RETURN count(n) AS later }
CALL () { MATCH (n:KnowledgeGraph) RETURN count(n) AS graphs }
RETURN later, graphs`,
    parameters: { revision: state.revision },
  });
  expect(strays?.later === 0, `${strays?.later} parts belong to a revision to come`);
  expect(strays?.graphs === 1, `there are ${strays?.graphs} nodes that say which graph this is`);
}
