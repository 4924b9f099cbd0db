/** Which graph this is, and what it holds, whole: its revision, digest and dataset; nodes and relationships. */

import { cypherName } from '../../cypher/names.ts';
import type { Row, Run, Statement } from '../../cypher/statement.ts';
import type {
  Dataset,
  DatasetInfo,
  DatasetNode,
  DatasetRelationship,
  Properties,
} from '../../model/dataset.ts';
import { GRAPH_LABEL, type Model, NODE } from '../../model/model.ts';
import { STORED_FORM } from '../../model/schema/model-version.ts';
import { datasetNode, datasetRelationship } from '../../model/stored/stored-form.ts';
import { SEARCH_KEY } from '../../model/text/search-key.ts';
import { NewerGraph } from '../newer-graph.ts';
import { relationshipTypes } from '../statements/schema-statements.ts';

/** The state of a graph. Revision 0: nothing was ever applied. */
export interface GraphState {
  readonly revision: number;
  readonly digest: string | undefined;
  readonly appliedAt: string | undefined;
  readonly modelVersion: string | undefined;
  readonly info: DatasetInfo | undefined;
}

/** Reads the one node that says which graph this is. */
export const STATE_STATEMENT: Statement = {
  text: `MATCH (g:${GRAPH_LABEL} {id: 'graph'}) RETURN properties(g) AS state`,
  parameters: {},
};

/**
 * The state in the rows of {@link STATE_STATEMENT}.
 * @throws NewerGraph where a newer version of this program wrote it
 */
export function stateOf(rows: readonly Row[]): GraphState {
  const state = (rows[0]?.state ?? {}) as Readonly<Record<string, unknown>>;
  const text = (name: string) => (typeof state[name] === 'string' ? state[name] : undefined);
  const revision = typeof state.revision === 'number' ? state.revision : 0;
  if (typeof state.form === 'number' && state.form > STORED_FORM) throw new NewerGraph(state.form);
  const name = text('name');
  const timeZone = text('timeZone');
  const info =
    name === undefined || timeZone === undefined
      ? undefined
      : { name, timeZone, home: text('home'), licence: text('licence') };
  return {
    revision,
    digest: text('digest'),
    appliedAt: text('appliedAt'),
    modelVersion: text('modelVersion'),
    info,
  };
}

/**
 * Reads which graph this is, and the former ids in it. A current id is not a former one, whichever record had it before. The
 * state is read first: where an apply comes between, the returned revision is the older one, and the next statement shows
 * that it has moved.
 */
export const FORMER_IDS_STATEMENT: Statement = {
  text: `OPTIONAL MATCH (g:${GRAPH_LABEL} {id: 'graph'})
CALL () { MATCH (k:${SEARCH_KEY} {renamed: true}) MATCH (n:${NODE} {id: k.id}) WHERE n.nodeType IS NOT NULL
UNWIND n.formerIds AS former
OPTIONAL MATCH (living:${NODE} {id: former})
WITH n, former, living WHERE living IS NULL ORDER BY n.id DESC
RETURN collect([former, n.id]) AS formerIds }
RETURN properties(g) AS state, formerIds`,
  parameters: {},
};

/** Current ids by former ones, from the rows of {@link FORMER_IDS_STATEMENT}. */
export function formerIdsOf(rows: readonly Row[]): ReadonlyMap<string, string> {
  const pairs = (rows[0]?.formerIds ?? []) as readonly (readonly [string, string])[];
  return new Map(pairs);
}

/** A relationship to read: by its key, and sooner where it is known what it starts from. */
export interface Sought {
  readonly key: string;
  readonly from?: string | undefined;
}

/** How many keys are looked up in one statement where nothing else is known of them. */
const KEYS = 5_000;

/** Reads nodes by id and relationships by key, whole: in one statement each, and two more where some are elsewhere. */
export async function readRecords(
  model: Model,
  run: Run,
  ids: readonly string[],
  sought: Iterable<Sought>,
): Promise<Pick<Dataset, 'nodes' | 'relationships'>> {
  const nodes = new Map<string, DatasetNode>();
  const relationships = new Map<string, DatasetRelationship>();
  if (ids.length > 0) {
    const rows = await run({
      text: `UNWIND $ids AS id MATCH (n:${NODE} {id: id}) RETURN properties(n) AS stored`,
      parameters: { ids },
    });
    for (const row of rows) {
      const node = datasetNode(model, row.stored as Properties);
      nodes.set(node.id, node);
    }
  }
  const left = new Set<string>();
  const starts = new Map<string, string[]>();
  for (const { key, from } of sought) {
    left.add(key);
    if (from === undefined) continue;
    const keys = starts.get(from) ?? [];
    keys.push(key);
    starts.set(from, keys);
  }
  const read = async (statement: Statement) => {
    for (const row of await run(statement)) {
      const found = factOf(model, row);
      relationships.set(found.key, found);
      left.delete(found.key);
    }
  };
  if (starts.size > 0) await read(factsFrom(starts));
  // A relationship that a manual edit moved still has its key.
  const keys = [...left];
  for (let at = 0; at < keys.length; at += KEYS) await read(factsByKey(model, keys.slice(at, at + KEYS)));
  return { nodes, relationships };
}

/**
 * Facts by the nodes they start from, which have few beside the many that may lead to where they end.
 * @param starts keys by the id of a node
 */
function factsFrom(starts: ReadonlyMap<string, readonly string[]>): Statement {
  return {
    text: `UNWIND $starts AS start MATCH (a:${NODE} {id: start.id})-[r]->(b) WHERE r.key IN start.keys
RETURN ${FACT}`,
    parameters: { starts: [...starts].map(([id, keys]) => ({ id, keys })) },
  };
}

/** Facts by key alone: each type has an index of its own, and all are asked. */
function factsByKey(model: Model, keys: readonly string[]): Statement {
  const types = relationshipTypes(model).map(
    (type) => `MATCH (a)-[r:${cypherName(type)} {key: key}]->(b) RETURN a, r, b`,
  );
  return {
    text: `UNWIND $keys AS key CALL (key) {
${types.join('\nUNION ALL\n')}
}
RETURN ${FACT}`,
    parameters: { keys },
  };
}

const FACT = 'type(r) AS type, a.id AS from, b.id AS to, properties(r) AS stored';

function factOf(model: Model, { type, from, to, stored }: Row): DatasetRelationship {
  return datasetRelationship(model, String(type), String(from), String(to), stored as Properties);
}

/** Reads the relationships at nodes, whole: for nodes that have few. */
export async function readFactsAt(
  model: Model,
  run: Run,
  ids: readonly string[],
): Promise<readonly DatasetRelationship[]> {
  if (ids.length === 0) return [];
  const rows = await run({
    text: `UNWIND $ids AS id MATCH (:${NODE} {id: id})-[r]-() WHERE r.key IS NOT NULL
RETURN type(r) AS type, startNode(r).id AS from, endNode(r).id AS to, properties(r) AS stored`,
    parameters: { ids },
  });
  return rows.map((row) => factOf(model, row));
}
