/** What an apply would reapply although it was undone on purpose. */

import { en, type Text, zh } from '../../diagnostics/text.ts';
import type { Model } from '../../model/model.ts';
import { changeSentence } from '../../model/words/change-sentence.ts';
import { ApplyRefused, withList } from '../../plan/apply-refused.ts';
import type { Plan } from '../../plan/plan.ts';
import { describeChanges } from '../../plan/report/describe-changes.ts';
import type { Redone } from '../../plan/undo/find-redone.ts';
import { undoText } from './render-changes.ts';

/** Lists what was undone and would be reapplied, each revision with the sentences of its changes. */
export function redoneText(model: Model, plan: Plan, redone: readonly Redone[]): Text {
  const lists = redone.map(({ revision, changes, info }) => {
    const sentences = describeChanges(model, changes, plan.desired).map((change) =>
      changeSentence(model, change, 'ZH'),
    );
    const lines = [...(info ? [DATASET] : []), ...sentences];
    const undo = undoText(revision);
    return withList(
      {
        en: `The seeds state again what revision ${revision.number} (${undo.en}) undid:`,
        zh: `种子文件中又有版本 ${revision.number}（${undo.zh}）已撤销的内容：`,
      },
      lines,
    );
  });
  return {
    en: lists.map(en).join('\n'),
    zh: lists.map(zh).join('\n'),
  };
}

const DATASET: Text = { en: 'the description of the dataset', zh: '数据集说明' };

/** The refusal to reapply what was undone, unless `--again` is given. */
export function refuseAgain(model: Model, plan: Plan, redone: readonly Redone[]): ApplyRefused {
  const redo = redoneText(model, plan, redone);
  return new ApplyRefused('again', {
    en: `${redo.en}\nPass --again to reapply it; you will not be asked again.`,
    zh: `${redo.zh}\n如确要重新生效，请加 --again；之后不再询问。`,
  });
}
