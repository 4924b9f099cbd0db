/** Refuses a plan because of manual edits: those that cannot be kept, and those made after the plan. */

import type { Run } from '../../cypher/statement.ts';
import type { Text } from '../../diagnostics/text.ts';
import { visibleText } from '../../diagnostics/visible-text.ts';
import { readRecords } from '../../graph/reading/read-state.ts';
import type { Model } from '../../model/model.ts';
import { ApplyRefused, withList } from '../apply-refused.ts';
import type { Plan } from '../plan.ts';
import { findDrift } from './find-drift.ts';
import type { TouchedDrift } from './plan-drift.ts';

const WHY: Readonly<Record<TouchedDrift['fate'], Text | undefined>> = {
  kept: undefined,
  overwritten: undefined,
  deleted: { en: 'would be deleted with manual edits in it', zh: '将被删除，而其中有人工改动' },
  unknown: {
    en: 'was changed, and no revision knows what was loaded',
    zh: '已被改动，且各版本都没有其载入时的内容',
  },
};

/**
 * Refuses what cannot be kept beside the changes of the seeds.
 * @throws ApplyRefused that names it
 */
export function refuseDrift(plan: Plan): void {
  const lines = (plan.drift ?? []).flatMap(({ id, fate }) => {
    const why = WHY[fate];
    return why === undefined ? [] : [{ en: `${id} ${why.en}`, zh: `${id} ${why.zh}` }];
  });
  if (lines.length === 0) return;
  const remedy = overwriting(plan, { en: 'restores it', zh: '可恢复' });
  throw new ApplyRefused(
    'drift',
    withList(
      {
        en: `Manual edits changed what the plan touches; ${remedy.en}:`,
        zh: `计划涉及的内容有人工改动；${remedy.zh}：`,
      },
      lines,
    ),
  );
}

/**
 * What overwrites drift, in words: an option, or another plan where a saved one is applied, which takes no options.
 * @param does for example: restores it
 */
export function overwriting({ savedAs }: Pick<Plan, 'savedAs'>, does: Text): Text {
  if (savedAs === undefined)
    return { en: `--overwrite-drift ${does.en}`, zh: `加 --overwrite-drift ${does.zh}` };
  const command = `kg plan --overwrite-drift --out ${visibleText(savedAs)}`;
  return { en: `${command} saves one that ${does.en}`, zh: `用 ${command} 另存的计划${does.zh}` };
}

/**
 * Holds what a plan saw against what is there, in the transaction that will change it.
 * @throws ApplyRefused where manual edits were made since
 */
export async function refuseMoved(model: Model, { seen }: Plan, run: Run): Promise<void> {
  const now = await readRecords(model, run, [...seen.nodes.keys()], seen.relationships.values());
  const moved = findDrift(seen, now).map(({ id }) => id);
  if (moved.length === 0) return;
  throw new ApplyRefused(
    'stale',
    withList(
      {
        en: 'Manual edits changed what the plan touches since it was made; plan again:',
        zh: '计划生成后，其涉及的内容有人工改动；请重新生成计划：',
      },
      moved,
    ),
  );
}
