/** Makes a plan: compares the desired dataset with the graph. */

import type { Run } from '../cypher/statement.ts';
import { readRevisions } from '../graph/reading/read-revisions.ts';
import { readRecords, STATE_STATEMENT, stateOf } from '../graph/reading/read-state.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Model } from '../model/model.ts';
import { digestOf } from '../model/stored/dataset-digest.ts';
import { datasetSums } from '../model/stored/hash-sums.ts';
import { compareHashes } from './changes/compare-hashes.ts';
import { diff } from './changes/diff.ts';
import { findForeign } from './drift/find-foreign.ts';
import { planDrift } from './drift/plan-drift.ts';
import { findModelChange } from './model-change.ts';
import { type Plan, sameInfo } from './plan.ts';

/** How a plan is made. */
export interface PlanOptions {
  /** Restores what edits outside kg changed in what the plan touches, and deletes what they attached to what it deletes. */
  readonly overwriteDrift: boolean;
}

/**
 * Compares by hash and reads whole only what differs, inside one transaction.
 * @param desired the checked dataset, with what follows from it
 */
export async function makePlan(
  model: Model,
  desired: Dataset,
  run: Run,
  { overwriteDrift }: PlanOptions = { overwriteDrift: false },
): Promise<Plan> {
  const base = stateOf(await run(STATE_STATEMENT));
  const modelChange = await findModelChange(model, base, () => readRevisions(run), run);
  const sums = datasetSums(desired);
  const differing = await compareHashes(model, desired, { sums, whole: modelChange !== undefined }, run);
  const seen = await readRecords(
    model,
    run,
    [...differing.nodes.keys()],
    [...differing.relationships.keys()].map((key) => ({
      key,
      from: differing.starts.get(key),
    })),
  );
  const shared = {
    infoChanges: !sameInfo(base.info, desired.info),
    modelChange,
    base,
    desired,
    digest: digestOf(desired.info, sums),
    sums: differing.sums,
    seen,
  };
  // A graph of another model is read in part only, and written anew whole: nothing in it can be distinguished from drift.
  const planned = modelChange
    ? { changes: diff(differing.desired, seen) }
    : await planDrift(model, { desired, differing, seen, revision: base.revision, overwriteDrift }, run);
  const plan = { ...shared, ...planned, takesForeign: overwriteDrift };
  return { ...plan, foreign: await findForeign(model, plan, run) };
}
