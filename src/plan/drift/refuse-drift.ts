/** Refuses a plan over what other hands did: where it cannot be kept, and where it was done after the plan was made. */

import { visibleText } from '../../diagnostics/visible-text.ts';
import type { Run } from '../../graph/graph.ts';
import { readRecords } from '../../graph/reading/read-state.ts';
import type { Model } from '../../model/model.ts';
import { ApplyRefused, withList } from '../apply-refused.ts';
import type { Plan } from '../plan.ts';
import { findDrift } from './find-drift.ts';
import type { TouchedDrift } from './plan-drift.ts';

const WHY: Readonly<Record<TouchedDrift['fate'], string | undefined>> = {
  kept: undefined,
  overwritten: undefined,
  deleted: 'would be deleted with manual edits in it',
  unknown: 'was changed, and no revision knows what was loaded',
};

/**
 * Refuses what cannot be kept beside the changes of the seeds.
 * @throws ApplyRefused that names it
 */
export function refuseDrift(plan: Plan): void {
  const lines = (plan.drift ?? []).flatMap(({ id, fate }) =>
    WHY[fate] === undefined ? [] : [`${id} ${WHY[fate]}`],
  );
  if (lines.length === 0) return;
  throw new ApplyRefused(
    'drift',
    withList(`Manual edits changed what the plan touches; ${overwriting(plan, 'restores it')}:`, lines),
  );
}

/**
 * What overwrites drift, in words: an option, or another plan where a saved one is applied, which takes no options.
 * @param does for example sets it back
 */
export function overwriting({ savedAs }: Pick<Plan, 'savedAs'>, does: string): string {
  if (savedAs === undefined) return `--overwrite-drift ${does}`;
  return `kg plan --overwrite-drift --out ${visibleText(savedAs)} saves one that ${does}`;
}

/**
 * Holds what a plan saw against what is there, in the transaction that will change it.
 * @throws ApplyRefused where other hands were there since
 */
export async function refuseMoved(model: Model, { seen }: Plan, run: Run): Promise<void> {
  const now = await readRecords(model, run, [...seen.nodes.keys()], seen.relationships.values());
  const moved = findDrift(seen, now).map(({ id }) => id);
  if (moved.length === 0) return;
  throw new ApplyRefused(
    'stale',
    withList('Manual edits changed what the plan touches since it was made; plan again:', moved),
  );
}
