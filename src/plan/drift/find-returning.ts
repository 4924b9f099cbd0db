/** What undoing brings back beside records and facts: what earlier revisions took along although no seed says it. */

import type { Run } from '../../cypher/statement.ts';
import { keptForeign } from '../../graph/statements/foreign-statements.ts';
import type { Model } from '../../model/model.ts';
import type { Change } from '../changes/changes.ts';
import { pairMoves } from '../changes/pair-moves.ts';
import { keyOf } from '../changes/read-ledger.ts';
import { type ForeignContent, factsInWords, foreignWords, propertiesOf } from './find-foreign.ts';

/** What an undo brings back beside records and facts. */
export interface ReturningForeign {
  /** What to look it up by. */
  readonly ids: readonly string[];
  /** In words, a line each. */
  readonly words: readonly string[];
  /** What cannot come back, because the other end of a relationship is gone, in words. */
  readonly lost: readonly string[];
}

/**
 * What undone revisions kept of what comes again. Where several of them deleted one record, that of the oldest counts,
 * which is the state that is gone back to.
 */
export async function findReturning(
  model: Model,
  changes: readonly Change[],
  undone: readonly number[],
  run: Run,
): Promise<ReturningForeign> {
  const coming = new Set(
    pairMoves(model, changes).changes.flatMap((change) =>
      change.action === 'create' ? [keyOf(change)] : [],
    ),
  );
  const inWords = factsInWords(changes);
  const rows = coming.size === 0 ? [] : await run(keptForeign(undone));
  const oldest = new Map<string, number>();
  const ids: string[] = [];
  const words: string[] = [];
  const lost: string[] = [];
  for (const row of rows) {
    const owners = (row.of as readonly string[]).filter((owner) => coming.has(owner));
    const revision = Number(row.revision);
    for (const owner of owners) if (!oldest.has(owner)) oldest.set(owner, revision);
    if (owners.length === 0 || owners.some((owner) => oldest.get(owner) !== revision)) continue;
    const ends = (row.ends ?? []) as readonly string[];
    const there = (row.there ?? []) as readonly string[];
    const isLost = ends.some((end) => !coming.has(end) && !there.includes(end));
    (isLost ? lost : words).push(...foreignWords(contentOf(inWords(String(owners[0])), row)));
    if (!isLost) ids.push(String(row.id));
  }
  return { ids, words: words.sort(), lost: lost.sort() };
}

function contentOf(owner: string, row: Readonly<Record<string, unknown>>): ForeignContent {
  if (typeof row.type === 'string') {
    const other = (row.names as readonly string[]).find((name) => name !== owner) ?? owner;
    return { relationships: [{ id: owner, type: row.type, other }], properties: [], labels: [] };
  }
  const labels = ((row.labels ?? []) as readonly string[]).toSorted();
  return {
    relationships: [],
    properties: propertiesOf(owner, row.properties),
    labels: labels.map((label) => ({ id: owner, label })),
  };
}
