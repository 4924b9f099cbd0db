/** Makes a graph of a backup, in several transactions: until the last, nothing counts as applied, and what is there is marked. */

import { randomUUID } from 'node:crypto';
import { cypherName, quotedName } from '../../cypher/names.ts';
import type { Run, Statement } from '../../cypher/statement.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import type { Text } from '../../diagnostics/text.ts';
import { KEPT_OF_REVISIONS, KEPT_OF_STATE, KEPT_RELATIONSHIPS } from '../../graph/bookkeeping.ts';
import type { Graph } from '../../graph/graph.ts';
import { planAnew } from '../../graph/plan-anew.ts';
import { type GraphState, STATE_STATEMENT, stateOf } from '../../graph/reading/read-state.ts';
import { LOCK_STATEMENT } from '../../graph/statements/lock-statement.ts';
import { schemaStatements } from '../../graph/statements/schema-statements.ts';
import { GRAPH_LABEL, type Model, NODE } from '../../model/model.ts';
import { ExportRefused } from '../export-refused.ts';
import { inBatches } from '../in-batches.ts';
import type { BackupEntry, BackupHead } from './backup-entries.ts';
import type { LoadedDifference } from './compare-entries.ts';
import { keptOf } from './entry-shape.ts';
import { checkBackup, readBackup } from './read-backup.ts';

/** How many entries go into one transaction; parts of revisions are large. */
const BATCH = 500;
/** How many nodes are removed by one. */
const CLEARED = 5_000;

/**
 * Restores a backup into an empty graph, or one that an earlier restore was killed in.
 * @param watch sees each entry go by
 * @throws ExportRefused where the graph is not empty, the backup is damaged or the model cannot hold it, before anything
 * is written; where it breaks off later, the graph is as empty as before, but for constraints and indexes
 */
export async function restoreBackup(
  model: Model,
  graph: Graph,
  path: string,
  watch: (entries: AsyncIterable<BackupEntry>) => AsyncIterable<BackupEntry>,
): Promise<RestoredGraph> {
  await checkBackup(model, path);
  await graph.readAll(refuseFull);
  for (const statement of schemaStatements(model)) await graph.changeSchema(statement);
  const mark = randomUUID();
  await graph.write(async (run) => {
    await run(LOCK_STATEMENT);
    await refuseFull(run);
    await run({
      text: `MATCH (g:${GRAPH_LABEL} {id: 'graph'}) SET g.restoring = $mark`,
      parameters: { mark },
    });
  });
  try {
    await clear(graph, mark);
    const restored = await writeAll(model, graph, path, mark, watch);
    await planAnew(graph);
    return restored;
  } catch (error) {
    // Where Neo4j is gone, the next restore clears.
    await abandon(graph, mark).catch(() => undefined);
    throw error;
  }
}

/** A graph that was restored, and how it differs from what was loaded, as the backup does. */
export interface RestoredGraph {
  readonly state: GraphState;
  readonly difference: LoadedDifference;
}

async function writeAll(
  model: Model,
  graph: Graph,
  path: string,
  mark: string,
  watch: (entries: AsyncIterable<BackupEntry>) => AsyncIterable<BackupEntry>,
): Promise<RestoredGraph> {
  const { head, entries, difference } = await readBackup(model, path);
  const last: BackupEntry[] = [];
  for await (const batch of inBatches(watch(entries), BATCH)) {
    last.push(...batch.filter(saysWhichGraph));
    const rest = batch.filter((entry) => !saysWhichGraph(entry));
    await graph.write(async (run) => {
      await lockMarked(run, mark);
      await writeBatch(run, rest);
    });
  }
  return graph.write(async (run) => {
    await lockMarked(run, mark);
    await writeBatch(run, last);
    await run({ text: `MATCH (g:${GRAPH_LABEL} {id: 'graph'}) REMOVE g.restoring`, parameters: {} });
    const state = stateOf(await run(STATE_STATEMENT));
    refuseOther(head, state);
    return { state, difference: difference() };
  });
}

function saysWhichGraph(entry: BackupEntry): boolean {
  return 'kept' in entry && entry.kept === GRAPH_LABEL;
}

/** Takes the lock, and refuses to go on where another restore or an apply has taken the graph over. */
async function lockMarked(run: Run, mark: string): Promise<void> {
  const [row] = await run(LOCK_STATEMENT);
  if (row?.restoring === mark && row.revision === null) return;
  throw new ExportRefused('not-empty', {
    en: 'Something else began to write to the graph meanwhile: the restore ends here.',
    zh: '恢复期间另有程序开始写入图谱：恢复到此中止。',
  });
}

/** Removes what a restore wrote, some at a time; the graph was empty when it began. */
async function clear(graph: Graph, mark: string): Promise<void> {
  for (const label of [NODE, ...KEPT_OF_STATE, ...KEPT_OF_REVISIONS].map((kept) =>
    typeof kept === 'string' ? kept : kept.label,
  )) {
    if (label === GRAPH_LABEL) continue;
    const text = `MATCH (n:${cypherName(label)}) WITH n LIMIT ${CLEARED} DETACH DELETE n RETURN count(*) AS deleted`;
    for (let deleted = CLEARED; deleted === CLEARED; ) {
      deleted = await graph.write(async (run) => {
        await lockMarked(run, mark);
        const [row] = await run({ text, parameters: {} });
        return Number(row?.deleted ?? 0);
      });
    }
  }
}

/** Leaves the graph as empty as it was. */
async function abandon(graph: Graph, mark: string): Promise<void> {
  await clear(graph, mark);
  await graph.write((run) =>
    run({
      text: `MATCH (g:${GRAPH_LABEL} {id: 'graph'}) WHERE g.restoring = $mark AND g.revision IS NULL DELETE g`,
      parameters: { mark },
    }),
  );
}

/** A restore adds to nothing: what is there would be neither in the backup nor in the ledger. */
async function refuseFull(run: Run): Promise<void> {
  const { revision, info } = stateOf(await run(STATE_STATEMENT));
  const [row] = await run({
    text: `CALL () { MATCH (n) WHERE NOT n:${GRAPH_LABEL} RETURN count(n) AS count }
OPTIONAL MATCH (g:${GRAPH_LABEL} {id: 'graph'}) RETURN count, g.restoring IS NOT NULL AS restoring`,
    parameters: {},
  });
  const count = Number(row?.count ?? 0);
  if (revision === 0 && (count === 0 || row?.restoring === true)) return;
  const what = info
    ? { en: `revision ${revision} of ${info.name}`, zh: `“${info.name}”版本 ${revision}` }
    : { en: `${count} nodes`, zh: `${count} 个节点` };
  throw new ExportRefused('not-empty', {
    en: `The graph is not empty: it holds ${what.en}. A backup is restored into an empty one alone. Nothing was written.`,
    zh: `图谱不是空的：其中有${what.zh}。备份只能恢复到空图谱。未写入任何内容。`,
  });
}

function refuseOther(head: BackupHead, state: GraphState): void {
  if (state.revision === head.revision && state.digest === head.digest) return;
  throw new ExportRefused('damaged', {
    en: `The backup was changed while it was restored. ${REMOVED.en}`,
    zh: `恢复期间备份文件被改动。${REMOVED.zh}`,
  });
}

/** What becomes of what was written already. */
const REMOVED: Text = {
  en: 'What was written is removed again; constraints and indexes stay.',
  zh: '已写入的内容会删除，约束和索引保留。',
};

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
      throw new ExportRefused('damaged', {
        en: `Something that the backup joins is not in the graph. ${REMOVED.en}`,
        zh: `备份中有关系的一端不在图谱中。${REMOVED.zh}`,
      });
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
    const known = keptOf(entry.kept);
    invariant(known, `${entry.kept} was checked`);
    // The node that is locked while this runs is there already.
    if (known.label === GRAPH_LABEL)
      return `UNWIND $rows AS row MATCH (g:${GRAPH_LABEL} {id: 'graph'}) SET g += row.set`;
    return `UNWIND $rows AS row CREATE (n:${cypherName(known.label)}) SET n = row.set`;
  }
  const known = KEPT_RELATIONSHIPS.find(({ type }) => type === entry.keptType);
  invariant(known, `${entry.keptType} was checked`);
  const { label, key } = known.ends;
  const end = (side: string) =>
    key.map((name, index) => `${cypherName(name)}: row.${side}[${index}]`).join(', ');
  return `UNWIND $rows AS row MATCH (a:${cypherName(label)} {${end('from')}}) MATCH (b:${cypherName(label)} {${end('to')}})
CREATE (a)-[:${cypherName(known.type)}]->(b)`;
}
