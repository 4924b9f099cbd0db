/** Looks everywhere: what of the graph is not as it was loaded, and what does not obey the model. */

import type { Run } from '../../cypher/statement.ts';
import type { Stream } from '../../graph/graph.ts';
import { readHashes, readSums } from '../../graph/reading/read-hashes.ts';
import { readRevisions } from '../../graph/reading/read-revisions.ts';
import {
  handMadeStatement,
  NODES_STATEMENT,
  relationshipsStatement,
} from '../../graph/reading/stream-graph.ts';
import { relationshipTypes } from '../../graph/statements/schema-statements.ts';
import type { DatasetNode, DatasetRelationship, Properties } from '../../model/dataset.ts';
import { nodeHash, relationshipHash } from '../../model/identity.ts';
import type { Model } from '../../model/model.ts';
import { differingNames, labelFaults } from '../../model/stored/as-stored.ts';
import { factWords } from '../../model/stored/fact-words.ts';
import { findMisfits } from '../../model/stored/fits-model.ts';
import { differingGroups, everyGroup } from '../../model/stored/hash-sums.ts';
import {
  datasetNode,
  datasetRelationship,
  plainType,
  storedNode,
  storedRelationship,
  storedType,
} from '../../model/stored/stored-form.ts';
import { ApplyRefused } from '../apply-refused.ts';
import type { Comparable } from '../changes/changes.ts';
import { readWayBack } from '../changes/read-ledger.ts';
import { nameChanged, type Stray } from './name-changed.ts';

/** One thing that is not as it should be. */
export interface AuditFinding {
  /** A node's id, or a relationship in words: its type and ends. */
  readonly id: string;
  readonly is: 'changed' | 'missing' | 'misfit' | 'handmade';
  readonly message: string;
}

/** What an audit found, in order, and how much it read. */
export interface Audit {
  readonly findings: readonly AuditFinding[];
  readonly nodes: number;
  readonly relationships: number;
}

/** Reads all of a graph. What analysts added is not looked at, but for what answers take for facts. */
export async function auditGraph(model: Model, stream: Stream, run: Run): Promise<Audit> {
  const nodes = new Map<string, DatasetNode>();
  const relationships = new Map<string, DatasetRelationship>();
  const loaded = await readHashes(model, run);
  const findings: AuditFinding[] = [];
  const strays: Stray[] = [];
  for await (const row of stream(NODES_STATEMENT)) {
    const [stored, labels] = [row.stored as Properties, row.labels as readonly string[]];
    const node = datasetNode(model, stored);
    const hash = loaded.nodes.get(node.id);
    if (hash === undefined) {
      findings.push(handMade(node.id));
      continue;
    }
    nodes.set(node.id, node);
    const other = differingNames(stored, storedNode(model, node));
    const { lacking, foreign } = labelFaults(model, node.type, labels);
    if (other.length > 0 || hash !== nodeHash(node)) strays.push({ id: node.id, is: node, hash, other });
    if (lacking.length > 0) findings.push(misfit(node.id, `lacks the label ${lacking.join(', ')}`));
    if (foreign.length > 0) {
      findings.push(misfit(node.id, `has the label ${foreign.join(', ')}, of another type`));
    }
  }
  for (const type of relationshipTypes(model)) {
    for await (const row of stream(relationshipsStatement(type))) {
      const stored = row.stored as Properties;
      const each = datasetRelationship(model, type, String(row.from), String(row.to), stored);
      const hash = loaded.relationships.get(each.key);
      if (hash === undefined) {
        findings.push(handMade(`${each.from} -[${type}]-> ${each.to}`));
        continue;
      }
      relationships.set(each.key, each);
      const other = differingNames(stored, storedRelationship(each));
      if (other.length > 0 || hash !== relationshipHash(each))
        strays.push({ id: factWords(each), is: each, hash, other });
      if (storedType(model, each) !== type) findings.push(misfit(factWords(each), `is stored as ${type}`));
    }
  }
  const there = { nodes, relationships };
  for (const words of findMisfits(model, there, (id) => nodes.get(id)?.type)) {
    const [id = words, ...rest] = words.split(': ');
    findings.push(misfit(id, rest.join(': ')));
  }
  for (const { id, names } of await nameChanged(run, strays)) findings.push(changed(id, names));
  const sums = await readSums(run, () => everyGroup);
  const robbed = sums ? differingGroups(sums, loaded.sums) : [];
  const missing = robbed.length > 0 ? await findMissing(run, there) : [];
  findings.push(...missing, ...(await findHandMade(model, stream, missing)));
  findings.sort((a, b) => (`${a.id} ${a.message}` < `${b.id} ${b.message}` ? -1 : 1));
  return { findings, nodes: nodes.size, relationships: relationships.size };
}

/** What revisions say is there and is not. Where they do not know all, that alone is reported. */
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

/** Facts that no seed says: relationships at what was loaded that answers count and show with no evidence. */
async function findHandMade(
  model: Model,
  stream: Stream,
  missing: readonly AuditFinding[],
): Promise<readonly AuditFinding[]> {
  // One that was loaded and lost its hash is missing to whoever compares, and reported as such.
  const lost = new Set(missing.map(({ id }) => id));
  const found: AuditFinding[] = [];
  for await (const { type, from, to } of stream(handMadeStatement(relationshipTypes(model)))) {
    if (lost.has(`${from} -[${plainType(String(type))}]-> ${to}`)) continue;
    const id = `${from} -[${type}]-> ${to}`;
    found.push(handMade(id));
  }
  return found;
}

function handMade(id: string): AuditFinding {
  return { id, is: 'handmade', message: `${id} was not loaded from seeds, and answers show it` };
}

function changed(id: string, names: readonly string[]): AuditFinding {
  const suffix = names.length > 0 ? ` (${names.join(', ')})` : '';
  return { id, is: 'changed', message: `${id} was changed${suffix}` };
}

function misfit(id: string, what: string): AuditFinding {
  return { id, is: 'misfit', message: `${id}: ${what}` };
}
