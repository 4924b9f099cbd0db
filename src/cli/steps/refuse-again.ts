/** What an apply would do again although it was undone on purpose, named. */

import type { Model } from '../../model/model.ts';
import { changeSentence } from '../../model/words/change-sentence.ts';
import { ApplyRefused, withList } from '../../plan/apply-refused.ts';
import type { Plan } from '../../plan/plan.ts';
import { describeChanges } from '../../plan/report/describe-changes.ts';
import type { Redone } from '../../plan/undo/find-redone.ts';
import { undoText } from './render-changes.ts';

/** Names what was undone and would be done again, each revision with its changes in words. */
export function redoneText(model: Model, plan: Plan, redone: readonly Redone[]): string {
  return redone
    .map(({ revision, changes, info }) => {
      const sentences = describeChanges(model, changes, plan.desired).map((change) =>
        changeSentence(model, change, 'ZH'),
      );
      const lines = [...(info ? ['what the dataset says of itself'] : []), ...sentences];
      return withList(
        `The seeds say again what revision ${revision.number} (${undoText(revision)}) undid:`,
        lines,
      );
    })
    .join('\n');
}

/** The refusal to do again what was undone, before somebody says that it is meant. */
export function refuseAgain(model: Model, plan: Plan, redone: readonly Redone[]): ApplyRefused {
  const told = redoneText(model, plan, redone);
  return new ApplyRefused('again', `${told}\nSay --again to do it all the same; it is asked once.`);
}
