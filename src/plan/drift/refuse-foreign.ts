/** Refuses deletions that would take along what no seed says, and what came after the plan. */

import type { Run } from '../../graph/graph.ts';
import type { Model } from '../../model/model.ts';
import { ApplyRefused, withList } from '../apply-refused.ts';
import type { Plan } from '../plan.ts';
import { findForeign, foreignWords, isBare } from './find-foreign.ts';
import { overwriting } from './refuse-drift.ts';

/**
 * Refuses deletions that would take along what no seed says, unless the plan takes it knowingly.
 * @throws ApplyRefused that lists it
 */
export function refuseForeign(plan: Plan): void {
  const { foreign, takesForeign } = plan;
  if (!foreign || takesForeign || isBare(foreign)) return;
  throw new ApplyRefused(
    foreign.relationships.length > 0 ? 'foreign-relationships' : 'foreign-properties',
    withList(refusedForeignWords(plan), foreignWords(foreign)),
  );
}

/** The sentence over foreign content that refuses a plan, with what to do about it. */
export function refusedForeignWords(plan: Pick<Plan, 'savedAs'>): string {
  return `Refused: what would be deleted has relationships, properties or labels that were not loaded from seeds. Remove them, or keep the records; ${overwriting(plan, 'deletes them too')}:`;
}

/**
 * Holds what a plan says is foreign against what there is, in the transaction that deletes it.
 * @throws ApplyRefused where it may not be taken along, or came after the plan
 */
export async function refuseOtherForeign(model: Model, plan: Plan, run: Run): Promise<void> {
  const foreign = await findForeign(model, plan, run);
  refuseForeign({ ...plan, foreign });
  if (!plan.takesForeign || JSON.stringify(foreign) === JSON.stringify(plan.foreign)) return;
  throw new ApplyRefused(
    'stale',
    'What is attached to the records to be deleted has changed since the plan was made: plan again.',
  );
}
