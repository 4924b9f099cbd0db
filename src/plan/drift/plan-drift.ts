/** Drift in what a plan touches: manual edits stay, unless they are to be reverted. */

import type { Run } from '../../cypher/statement.ts';
import { readRecords } from '../../graph/reading/read-state.ts';
import type { Dataset, DatasetNode, DatasetRelationship } from '../../model/dataset.ts';
import { nodeHash, relationshipHash } from '../../model/identity.ts';
import type { Model } from '../../model/model.ts';
import { factWords } from '../../model/stored/fact-words.ts';
import { type Change, type Comparable, keepOnly } from '../changes/changes.ts';
import type { Differing } from '../changes/compare-hashes.ts';
import { diff } from '../changes/diff.ts';
import { pairMoves } from '../changes/pair-moves.ts';
import { keyOf } from '../changes/read-ledger.ts';
import { repairDrift } from './find-drift.ts';
import { type DriftedValue, driftedEnds, driftedValues, mergeDrift } from './merge-drift.ts';
import { readLoaded } from './read-loaded.ts';

/** A node or fact that a plan touches and that was edited or deleted by hand. */
export interface TouchedDrift {
  /** A node's id, or a relationship's key. */
  readonly key: string;
  /** A node's id, or a relationship in words: its type and ends. */
  readonly id: string;
  readonly is: 'changed' | 'missing';
  readonly values: readonly DriftedValue[];
  /**
   * What becomes of it: it stays as it was edited, is restored to what was loaded first, or is in the way
   * of the plan.
   */
  readonly fate: 'kept' | 'overwritten' | 'deleted' | 'unknown';
}

/** Changes, merged with manual edits. */
export interface DriftedPlan {
  /** From what was loaded to what the seeds say: revisions know no drift. */
  readonly changes: readonly Change[];
  readonly drift: readonly TouchedDrift[];
  /** What will be stored instead of what the seeds say, by id or key. */
  readonly kept: ReadonlyMap<string, DatasetNode | DatasetRelationship>;
  /** What reverts manual edits first. */
  readonly repairs: readonly Change[];
}

/** What a plan is made of. */
export interface DriftInput {
  readonly desired: Dataset;
  readonly differing: Differing;
  /** What differs, as the graph holds it. */
  readonly seen: Comparable;
  /** The revision that the graph is at. */
  readonly revision: number;
  readonly overwriteDrift: boolean;
}

/** The changes of a plan, with drift kept apart from them. */
export async function planDrift(model: Model, input: DriftInput, run: Run): Promise<DriftedPlan> {
  const { differing, seen, overwriteDrift } = input;
  const drifted = driftedKeys(differing, seen);
  if (drifted.size === 0) {
    return { changes: diff(differing.desired, seen), drift: [], kept: new Map(), repairs: [] };
  }
  const loaded = await readLoaded(run, drifted, input.revision);
  const base = {
    nodes: new Map([...seen.nodes, ...loaded.nodes]),
    relationships: new Map([...seen.relationships, ...loaded.relationships]),
  };
  const changes = diff(differing.desired, base);
  const moves = movesOf(model, changes);
  const found = changes.flatMap((change) =>
    drifted.has(keyOf(change)) ? driftOf(change, moves, { loaded, seen }, overwriteDrift) : [],
  );
  const kept = new Map(
    found.flatMap(({ merged }) =>
      merged ? [['key' in merged ? merged.key : merged.id, merged] as const] : [],
    ),
  );
  const drift = found.map((each) => each.drift).sort(byId);
  if (!overwriteDrift) return { changes, drift, kept, repairs: [] };
  const touched = new Set(drift.map(({ key }) => key));
  const unknown = new Set(
    [...touched].filter((key) => !loaded.nodes.has(key) && !loaded.relationships.has(key)),
  );
  const lost = await readLost(model, input, changes, touched, run);
  const repairs = [
    ...repairDrift(merged(keepOnly(loaded, touched), lost), seen),
    ...inOwnForm(keepOnly(seen, unknown)),
  ];
  const comingBack = [...lost.relationships.values()].map(
    (fact): TouchedDrift => ({
      key: fact.key,
      id: factWords(fact),
      is: 'missing',
      values: [],
      fate: 'overwritten',
    }),
  );
  return { changes, drift: [...drift, ...comingBack].sort(byId), kept: new Map(), repairs };
}

function byId(a: TouchedDrift, b: TouchedDrift): number {
  return a.id < b.id ? -1 : 1;
}

/** What is not as it was loaded: other content than the hash kept, or gone. */
function driftedKeys({ nodes, relationships, suspects }: Differing, seen: Comparable): ReadonlySet<string> {
  const drifted = new Set(suspects);
  for (const [id, node] of seen.nodes) if (nodes.get(id) !== nodeHash(node)) drifted.add(id);
  for (const [key, each] of seen.relationships) {
    if (relationships.get(key) !== relationshipHash(each)) drifted.add(key);
  }
  return drifted;
}

interface Found {
  readonly drift: TouchedDrift;
  readonly merged: DatasetNode | DatasetRelationship | undefined;
}

/** What goes on under another id or key, by the old one. */
function movesOf(
  model: Model,
  changes: readonly Change[],
): ReadonlyMap<string, DatasetNode | DatasetRelationship> {
  const { nodes, relationships } = pairMoves(model, changes);
  return new Map<string, DatasetNode | DatasetRelationship>([
    ...nodes.map(({ before, after }) => [before.id, after] as const),
    ...relationships.map(({ before, after }) => [before.key, after] as const),
  ]);
}

function driftOf(
  change: Change,
  moves: ReadonlyMap<string, DatasetNode | DatasetRelationship>,
  { loaded, seen }: { readonly loaded: Comparable; readonly seen: Comparable },
  overwrite: boolean,
): readonly Found[] {
  const key = keyOf(change);
  const goesOnAs = moves.get(key);
  if ('node' in change) {
    const will = change.action === 'delete' ? (goesOnAs as DatasetNode | undefined) : change.node;
    return foundIn(
      { key, id: key },
      { was: loaded.nodes.get(key), is: seen.nodes.get(key), will },
      overwrite,
    );
  }
  const { relationship, action } = change;
  const will = action === 'delete' ? (goesOnAs as DatasetRelationship | undefined) : relationship;
  const id = factWords(relationship);
  const [was, is] = [loaded.relationships.get(key), seen.relationships.get(key)];
  return foundIn({ key, id }, { was, is, will }, overwrite);
}

function foundIn<T extends DatasetNode | DatasetRelationship>(
  names: Pick<TouchedDrift, 'key' | 'id'>,
  {
    was,
    is,
    will,
  }: { readonly was: T | undefined; readonly is: T | undefined; readonly will: T | undefined },
  overwrite: boolean,
): readonly Found[] {
  // Neither there nor loaded: it is new, whatever else is gone.
  if (!was && !is) return [];
  const values = was && is ? [...driftedEnds(was, is, will), ...driftedValues(was, is, will)] : [];
  if (was && is && values.length === 0) return [];
  const drift: TouchedDrift = {
    ...names,
    is: is ? 'changed' : 'missing',
    values,
    fate: overwrite ? 'overwritten' : !was ? 'unknown' : is && !will ? 'deleted' : 'kept',
  };
  const merged = drift.fate === 'kept' && was && is && will ? mergeDrift(was, is, will) : undefined;
  return [{ drift, merged }];
}

/** What no revision knows, for what it says goes on from there, in the form that the product stores that in. */
function inOwnForm({ nodes, relationships }: Comparable): readonly Change[] {
  return [
    ...[...nodes.values()].map((node): Change => ({ action: 'update', node, before: node })),
    ...[...relationships.values()].map(
      (relationship): Change => ({ action: 'update', relationship, before: relationship }),
    ),
  ];
}

/** The facts that went along with nodes that come back: they are in nobody's plan, for the seeds did not change them. */
async function readLost(
  model: Model,
  { desired, seen }: DriftInput,
  changes: readonly Change[],
  touched: ReadonlySet<string>,
  run: Run,
): Promise<Comparable> {
  const gone = new Set([...touched].filter((key) => desired.nodes.has(key) && !seen.nodes.has(key)));
  const changed = new Set(changes.map(keyOf));
  const facts = new Map(
    gone.size === 0
      ? []
      : [...desired.relationships].filter(
          ([key, { from, to }]) => (gone.has(from) || gone.has(to)) && !changed.has(key),
        ),
  );
  const there = await readRecords(model, run, [], facts.values());
  for (const [key, { from, to }] of there.relationships) {
    const fact = facts.get(key);
    if (fact?.from === from && fact.to === to) facts.delete(key);
  }
  return { nodes: new Map(), relationships: facts };
}

function merged(one: Comparable, other: Comparable): Comparable {
  return {
    nodes: new Map([...one.nodes, ...other.nodes]),
    relationships: new Map([...one.relationships, ...other.relationships]),
  };
}
