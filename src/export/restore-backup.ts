/** Makes a graph of a backup, in one transaction: all of it is there then, or nothing. */

import { cypherName, quotedName } from '../cypher/names.ts';
import type { Statement } from '../cypher/statement.ts';
import { KEPT_OF_REVISIONS, KEPT_OF_STATE, KEPT_RELATIONSHIPS } from '../graph/bookkeeping.ts';
import type { Graph, Run } from '../graph/graph.ts';
import { type GraphState, STATE_STATEMENT, stateOf } from '../graph/read-state.ts';
import { schemaStatements } from '../graph/schema-statements.ts';
import { GRAPH_LABEL, type Model, NODE } from '../model/model.ts';
import type { BackupEntry, BackupHead } from './backup-entries.ts';
import { ExportRefused } from './export-refused.ts';
import { inBatches } from './in-batches.ts';
import { checkBackup, readBackup } from './read-backup.ts';

/** How many entries go into one round of statements; parts of revisions are large. */
const BATCH = 500;

/**
 * Restores a backup into an empty graph.
 * @param watch sees each entry go by
 * @throws ExportRefused where the graph is not empty or the backup is damaged; nothing is written then
 */
export async function restoreBackup(
  model: Model,
  graph: Graph,
  path: string,
  watch: (entries: AsyncIterable<BackupEntry>) => AsyncIterable<BackupEntry>,
): Promise<GraphState> {
  await checkBackup(path);
  await graph.readAll(refuseFull);
  for (const statement of schemaStatements(model)) await graph.changeSchema(statement);
  return graph.write(async (run) => {
    await run({
      text: `MERGE (g:${GRAPH_LABEL} {id: 'graph'}) SET g.lockedAt = toString(datetime())`,
      parameters: {},
    });
    await refuseFull(run);
    const { head, entries } = await readBackup(path);
    for await (const batch of inBatches(watch(entries), BATCH)) await writeBatch(run, batch);
    const state = stateOf(await run(STATE_STATEMENT));
    refuseOther(head, state);
    return state;
  });
}

/** A restore adds to nothing: what is there would be neither in the backup nor in the ledger. */
async function refuseFull(run: Run): Promise<void> {
  const { revision, info } = stateOf(await run(STATE_STATEMENT));
  const [row] = await run({
    text: `MATCH (n) WHERE NOT n:${GRAPH_LABEL} RETURN count(n) AS count`,
    parameters: {},
  });
  const count = Number(row?.count ?? 0);
  if (revision === 0 && count === 0) return;
  const what = info ? `revision ${revision} of ${info.name}` : `${count} nodes`;
  throw new ExportRefused(
    'not-empty',
    `The graph is not empty: it holds ${what}. A backup is restored into an empty one alone. Nothing was written.`,
  );
}

function refuseOther(head: BackupHead, state: GraphState): void {
  if (state.revision === head.revision && state.digest === head.digest) return;
  throw new ExportRefused('damaged', 'The backup does not hold what it says it holds. Nothing was written.');
}

async function writeBatch(run: Run, batch: readonly BackupEntry[]): Promise<void> {
  const groups = new Map<string, unknown[]>();
  for (const entry of batch) {
    const text = textFor(entry);
    const rows = groups.get(text);
    if (rows) rows.push(entry);
    else groups.set(text, [entry]);
  }
  for (const [text, rows] of groups) {
    const statement: Statement = { text: `${text} RETURN count(*) AS made`, parameters: { rows } };
    const [row] = await run(statement);
    if (Number(row?.made) !== rows.length) {
      throw new ExportRefused('damaged', 'The backup joins what it does not hold. Nothing was written.');
    }
  }
}

/**
 * The statement that makes an entry, and others like it.
 * @example
 * UNWIND $rows AS row CREATE (n:`Entity`:`Node`:`Place`:`Zone`) SET n = row.set
 */
function textFor(entry: BackupEntry): string {
  if ('labels' in entry) {
    const labels = entry.labels.map((label) => `:${quotedName(label)}`).join('');
    return `UNWIND $rows AS row CREATE (n${labels}) SET n = row.set`;
  }
  if ('type' in entry) {
    return `UNWIND $rows AS row MATCH (a:${NODE} {id: row.from}) MATCH (b:${NODE} {id: row.to})
CREATE (a)-[r:${quotedName(entry.type)}]->(b) SET r = row.set`;
  }
  if ('kept' in entry) {
    const known = [...KEPT_OF_STATE, ...KEPT_OF_REVISIONS].find(({ label }) => label === entry.kept);
    if (!known) throw unknownKind(entry.kept);
    // The node that is locked while this runs is there already.
    if (known.label === GRAPH_LABEL)
      return `UNWIND $rows AS row MATCH (g:${GRAPH_LABEL} {id: 'graph'}) SET g += row.set`;
    return `UNWIND $rows AS row CREATE (n:${cypherName(known.label)}) SET n = row.set`;
  }
  const known = KEPT_RELATIONSHIPS.find(({ type }) => type === entry.keptType);
  if (!known) throw unknownKind(entry.keptType);
  const { label, key } = known.ends;
  const end = (side: string) =>
    key.map((name, index) => `${cypherName(name)}: row.${side}[${index}]`).join(', ');
  return `UNWIND $rows AS row MATCH (a:${cypherName(label)} {${end('from')}}) MATCH (b:${cypherName(label)} {${end('to')}})
CREATE (a)-[:${cypherName(known.type)}]->(b)`;
}

function unknownKind(kind: string): ExportRefused {
  return new ExportRefused(
    'damaged',
    `The backup holds ${kind}, which this program does not know: it was written by a newer one.`,
  );
}
