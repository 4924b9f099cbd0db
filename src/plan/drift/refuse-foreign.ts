/** Refuses deletions that would also delete what no seed states, or what came after the plan. */

import type { Run } from '../../cypher/statement.ts';
import type { Text } from '../../diagnostics/text.ts';
import type { Model } from '../../model/model.ts';
import { ApplyRefused, withList } from '../apply-refused.ts';
import type { Plan } from '../plan.ts';
import { findForeign, foreignWords, isBare } from './find-foreign.ts';
import { overwriting } from './refuse-drift.ts';

/**
 * Refuses deletions that would also delete what no seed states, unless the plan includes it.
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
export function refusedForeignWords(plan: Pick<Plan, 'savedAs'>): Text {
  const remedy = overwriting(plan, { en: 'deletes them too', zh: '可一并删除' });
  return {
    en: `Refused: what would be deleted has relationships, properties or labels that were not loaded from seeds. Remove them, or keep the records; ${remedy.en}:`,
    zh: `已拒绝：将被删除的内容带有并非由种子文件载入的关系、属性或标签。请移除这些内容，或保留记录；${remedy.zh}：`,
  };
}

/**
 * Compares the foreign content of a plan with that of the graph, in the transaction that deletes it.
 * @throws ApplyRefused where it may not be deleted, or came after the plan
 */
export async function refuseOtherForeign(model: Model, plan: Plan, run: Run): Promise<void> {
  const foreign = await findForeign(model, plan, run);
  refuseForeign({ ...plan, foreign });
  if (!plan.takesForeign || JSON.stringify(foreign) === JSON.stringify(plan.foreign)) return;
  throw new ApplyRefused('stale', {
    en: 'What is attached to the records to be deleted has changed since the plan was made: plan again.',
    zh: '计划生成后，将被删除的记录所带的内容有变化：请重新生成计划。',
  });
}
