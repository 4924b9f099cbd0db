/** A graph with all its revisions as one file: what a restore makes the same graph of, to go back in as before. */

import { createHash } from 'node:crypto';
import { createGzip } from 'node:zlib';
import type { Run } from '../../cypher/statement.ts';
import {
  KEPT_OF_REVISIONS,
  KEPT_OF_STATE,
  KEPT_RELATIONSHIPS,
  LEAVES,
  PASSING,
} from '../../graph/bookkeeping.ts';
import type { Graph, Stream } from '../../graph/graph.ts';
import {
  keptRelationshipsStatement,
  keptStatement,
  NODES_STATEMENT,
  relationshipsStatement,
  TYPES_STATEMENT,
} from '../../graph/reading/stream-graph.ts';
import type { Properties, Value } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import { type HashLeaf, readFactText, readNodeText } from '../../model/stored/hash-leaves.ts';
import { writeDraft } from '../draft-file.ts';
import { appliedState, refuseMoved } from '../exported.ts';
import {
  BACKUP_FORM,
  type BackupEnd,
  type BackupEntry,
  type BackupHead,
  type KeptRelationshipEntry,
} from './backup-entries.ts';
import { compareEntries, type EntryComparison } from './compare-entries.ts';

/** A backup holds all that the database does, which is its owner's alone. */
const OWNER_ONLY = 0o600;

/**
 * Writes a backup, compressed, of one revision. Whatever model built the graph, it is written as it is: with what
 * analysts noted on records that curators loaded, but without nodes and relationships of their own.
 * @param watch sees each entry go by
 * @returns what the backup is of
 * @throws ExportRefused where there is nothing to back up, the file cannot be written, or an apply came between
 */
export async function writeBackup(
  model: Model,
  graph: Graph,
  path: string,
  watch: (entries: AsyncIterable<BackupEntry>) => AsyncIterable<BackupEntry>,
): Promise<BackupHead> {
  return graph.readStreams(async (stream, run, isOneRevision) => {
    const { revision, digest, modelVersion = null, info } = await appliedState(run, 'back up');
    const head = { backup: BACKUP_FORM, dataset: info.name, revision, digest, modelVersion };
    const comparison = compareEntries(model, modelVersion ?? undefined);
    const lines = async function* () {
      yield* linesOf(head, watch(entriesOf(stream, run)), comparison);
      await refuseMoved(run, { revision, digest }, isOneRevision);
    };
    await writeDraft(path, lines(), [createGzip()], OWNER_ONLY);
    return head;
  });
}

/** The lines, the last of which proves the others. */
async function* linesOf(
  head: BackupHead,
  entries: AsyncIterable<BackupEntry>,
  comparison: EntryComparison,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const line = (value: unknown) => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  let count = 0;
  yield line(head);
  for await (const entry of entries) {
    count += 1;
    comparison.add(entry);
    yield line(entry);
  }
  const { changed = 0, missing } = comparison.result();
  const end: BackupEnd = {
    entries: count,
    sha256: hash.digest('hex'),
    ...(changed > 0 ? { changed } : {}),
    ...(missing ? { missing } : {}),
  };
  yield `${JSON.stringify(end)}\n`;
}

/** Hashes before what they are of, nodes before what joins them. */
async function* entriesOf(stream: Stream, run: Run): AsyncGenerator<BackupEntry> {
  const ids = new Set<unknown>();
  const loaded = new Set<unknown>();
  for await (const { stored } of stream(keptStatement(LEAVES))) {
    const { nodes, facts } = stored as Partial<HashLeaf>;
    for (const text of nodes ?? []) loaded.add(readNodeText(text).id);
    for (const text of facts ?? []) loaded.add(readFactText(text).key);
    yield { kept: LEAVES.label, set: plain(stored as Properties) };
  }
  // A graph of an older form keeps hashes on nodes and relationships.
  const isLoaded = ({ id, key, hash }: Properties, name = key ?? id) =>
    loaded.size > 0 ? loaded.has(name) : hash !== undefined;
  for await (const { labels, stored } of stream(NODES_STATEMENT)) {
    if (!isLoaded(stored as Properties)) continue;
    ids.add((stored as Properties).id);
    yield { labels: [...(labels as readonly string[])].sort(), set: plain(stored as Properties) };
  }
  for (const { type } of await run(TYPES_STATEMENT)) {
    for await (const { from, to, stored } of stream(relationshipsStatement(String(type)))) {
      // A fact that an edit outside kg led to an analyst's node cannot go where that does not.
      if (!ids.has(from) || !ids.has(to) || !isLoaded(stored as Properties)) continue;
      yield { type: String(type), from: String(from), to: String(to), set: plain(stored as Properties) };
    }
  }
  for (const kept of [...KEPT_OF_STATE, ...KEPT_OF_REVISIONS]) {
    if (kept === LEAVES) continue;
    for await (const { stored } of stream(keptStatement(kept))) {
      yield { kept: kept.label, set: plain(stored as Properties) };
    }
  }
  for (const { type, ends } of KEPT_RELATIONSHIPS) {
    for await (const row of stream(keptRelationshipsStatement(type, ends))) {
      // Keys of what the product keeps are texts and whole numbers.
      yield { keptType: type, from: row.from, to: row.to } as KeptRelationshipEntry;
    }
  }
}

/** By name, so that the same graph gives the same file; what JSON cannot say, as dates that analysts wrote, is left out. */
function plain(stored: Properties): Properties {
  const found: Record<string, Value> = {};
  for (const [name, value] of Object.entries(stored).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!PASSING.has(name) && (Array.isArray(value) ? value.every(isScalar) : isScalar(value)))
      found[name] = value;
  }
  return found;
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}
