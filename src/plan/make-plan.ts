/** A plan: what apply would change in the graph, and the state it was made against. */

import type { Run } from '../graph/graph.ts';
import type { Totals, UndoMark } from '../graph/read-revisions.ts';
import { type GraphState, readHashes, readRecords, STATE_STATEMENT, stateOf } from '../graph/read-state.ts';
import type { Dataset, DatasetInfo } from '../model/dataset.ts';
import { datasetDigest, nodeHash, relationshipHash } from '../model/identity.ts';
import type { Model } from '../model/model.ts';
import type { Change } from './changes.ts';
import { diff } from './diff.ts';

/** What apply would do: this and nothing else. */
export interface Plan {
  readonly changes: readonly Change[];
  /** Whether what the dataset says of itself changes: name, time zone, home, licence. */
  readonly infoChanges: boolean;
  /** Whether the graph was built by another model: then all of it is written anew in this one's form. */
  readonly modelChanges: boolean;
  /** The state it was made against; apply refuses another. */
  readonly base: GraphState;
  /** What will be there; of a plan that goes back, what it touches and what that is told by. */
  readonly desired: Dataset;
  readonly digest: string;
  /** What first sets back what other hands changed. */
  readonly repairs?: readonly Change[];
  /** How it goes back, where it does. */
  readonly undo?: UndoMark;
  /** The revisions whose undoing it undoes, knowingly. */
  readonly redoes?: readonly number[];
  /** How much there will be, where `desired` is not all of it. */
  readonly totals?: Totals;
}

/** Whether a plan changes nothing. */
export function isEmpty(plan: Plan): boolean {
  return plan.changes.length === 0 && !plan.infoChanges && !plan.modelChanges;
}

/**
 * Compares by hash and reads whole only what differs, inside one transaction.
 * @param desired the checked dataset, with what follows from it
 */
export async function makePlan(model: Model, desired: Dataset, run: Run): Promise<Plan> {
  const base = stateOf(await run(STATE_STATEMENT));
  const hashes = await readHashes(model, run);
  const nodes = differing(desired.nodes, hashes.nodes, nodeHash);
  const relationships = differing(desired.relationships, hashes.relationships, relationshipHash);
  const actual = await readRecords(model, run, nodes.known, relationships.known);
  const changes = diff(
    {
      nodes: restrict(desired.nodes, nodes.all),
      relationships: restrict(desired.relationships, relationships.all),
    },
    actual,
  );
  const infoChanges = !sameInfo(base.info, desired.info);
  const modelChanges = base.revision > 0 && base.modelVersion !== model.version;
  return { changes, infoChanges, modelChanges, base, desired, digest: datasetDigest(desired) };
}

interface Differing {
  /** Keys on either side whose hashes differ, or that one side lacks. */
  readonly all: ReadonlySet<string>;
  /** Those of them that the graph has. */
  readonly known: readonly string[];
}

function differing<T>(
  desired: ReadonlyMap<string, T>,
  actual: ReadonlyMap<string, string>,
  hash: (value: T) => string,
): Differing {
  const all = new Set<string>();
  for (const [key, value] of desired) if (actual.get(key) !== hash(value)) all.add(key);
  for (const key of actual.keys()) if (!desired.has(key)) all.add(key);
  return { all, known: [...all].filter((key) => actual.has(key)) };
}

function restrict<T>(map: ReadonlyMap<string, T>, keys: ReadonlySet<string>): ReadonlyMap<string, T> {
  return new Map([...keys].flatMap((key) => (map.has(key) ? [[key, map.get(key) as T]] : [])));
}

/** Whether two datasets say the same of themselves. */
export function sameInfo(one: DatasetInfo | undefined, other: DatasetInfo | undefined): boolean {
  return JSON.stringify(infoOf(one)) === JSON.stringify(infoOf(other));
}

function infoOf(info: DatasetInfo | undefined): readonly (string | null)[] | null {
  return info ? [info.name, info.timeZone, info.home ?? null, info.licence ?? null] : null;
}
