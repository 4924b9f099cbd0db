/** Looks everywhere: what of the graph is not as it was loaded, and what does not obey the model. */

import type { Run, Stream } from '../graph/graph.ts';
import { readSums } from '../graph/read-hashes.ts';
import { readRevisions } from '../graph/read-revisions.ts';
import { relationshipTypes } from '../graph/schema-statements.ts';
import { NODES_STATEMENT, relationshipsStatement } from '../graph/stream-graph.ts';
import type { DatasetNode, DatasetRelationship, Properties } from '../model/dataset.ts';
import { bucketOf, differingGroups, everyGroup, sumHashes } from '../model/hash-sums.ts';
import type { Model } from '../model/model.ts';
import {
  datasetNode,
  datasetRelationship,
  storedNode,
  storedRelationship,
  storedType,
} from '../model/stored-form.ts';
import { ApplyRefused } from './apply-refused.ts';
import { type Comparable, factWords } from './changes.ts';
import { findMisfits } from './fits-model.ts';
import { readWayBack } from './read-ledger.ts';

/** One thing that is not as it should be. */
export interface AuditFinding {
  /** A node's id, or a relationship in words: its type and ends. */
  readonly id: string;
  readonly is: 'changed' | 'missing' | 'misfit';
  readonly message: string;
}

/** What an audit found, in order, and how much it read. */
export interface Audit {
  readonly findings: readonly AuditFinding[];
  readonly nodes: number;
  readonly relationships: number;
}

/** Reads all of a graph. What analysts added is not looked at. */
export async function auditGraph(model: Model, stream: Stream, run: Run): Promise<Audit> {
  const nodes = new Map<string, DatasetNode>();
  const relationships = new Map<string, DatasetRelationship>();
  const hashes: [number, string][] = [];
  const findings: AuditFinding[] = [];
  for await (const row of stream(NODES_STATEMENT)) {
    const [stored, labels] = [row.stored as Properties, row.labels as readonly string[]];
    const node = datasetNode(model, stored);
    nodes.set(node.id, node);
    hashes.push([bucketOf(node.id), String(stored.hash)]);
    const other = differingNames(stored, storedNode(model, node));
    const wanted = [...(model.nodeTypes.get(node.type)?.labels ?? [])].filter(
      (each) => !labels.includes(each),
    );
    if (other.length > 0) findings.push(changed(node.id, other));
    if (wanted.length > 0) findings.push(misfit(node.id, `lacks the label ${wanted.join(', ')}`));
  }
  for (const type of relationshipTypes(model)) {
    for await (const row of stream(relationshipsStatement(type))) {
      const stored = row.stored as Properties;
      const each = datasetRelationship(model, type, String(row.from), String(row.to), stored);
      relationships.set(each.key, each);
      hashes.push([bucketOf(each.from), String(stored.hash)]);
      const other = differingNames(stored, storedRelationship(each));
      if (other.length > 0) findings.push(changed(factWords(each), other));
      if (storedType(model, each) !== type) findings.push(misfit(factWords(each), `is stored as ${type}`));
    }
  }
  const there = { nodes, relationships };
  for (const words of findMisfits(model, there, (id) => nodes.get(id)?.type)) {
    const [id = words, ...rest] = words.split(': ');
    findings.push(misfit(id, rest.join(': ')));
  }
  const sums = await readSums(run, () => everyGroup);
  const robbed = sums ? differingGroups(sums, sumHashes(hashes)) : [];
  if (robbed.length > 0) findings.push(...(await findMissing(run, there)));
  findings.sort((a, b) => (`${a.id} ${a.message}` < `${b.id} ${b.message}` ? -1 : 1));
  return { findings, nodes: nodes.size, relationships: relationships.size };
}

/** What revisions say is there and is not. Where they do not know all, that alone is told. */
async function findMissing(run: Run, there: Comparable): Promise<readonly AuditFinding[]> {
  const revisions = await readRevisions(run);
  const newest = revisions[0]?.number ?? 0;
  try {
    const { before } = await readWayBack(run, revisions, newest, 0);
    const gone = [
      ...[...before.nodes.keys()].filter((id) => !there.nodes.has(id)),
      ...[...before.relationships].flatMap(([key, each]) =>
        there.relationships.has(key) ? [] : [factWords(each)],
      ),
    ];
    return gone.map((id) => ({ id, is: 'missing', message: `${id} is missing` }));
  } catch (error) {
    if (!(error instanceof ApplyRefused)) throw error;
    const message = 'something that was loaded is missing; no revision knows what';
    return [{ id: 'graph', is: 'missing', message }];
  }
}

/** The names of what is stored otherwise than it would be written. */
function differingNames(stored: Properties, written: Properties): readonly string[] {
  return Object.keys(written).filter(
    (name) => JSON.stringify(stored[name]) !== JSON.stringify(written[name]),
  );
}

function changed(id: string, names: readonly string[]): AuditFinding {
  // The hash is of all the rest: alone it tells that something is gone or was changed.
  const told = names.length > 1 ? names.filter((name) => name !== 'hash') : names;
  return { id, is: 'changed', message: `${id} was changed (${told.join(', ')})` };
}

function misfit(id: string, what: string): AuditFinding {
  return { id, is: 'misfit', message: `${id}: ${what}` };
}
