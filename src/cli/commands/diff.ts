/** `kg diff A B`: what changed between two revisions, in words. */

import { inLanguage } from '../../diagnostics/text.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { diffRevisions } from '../../plan/report/diff-revisions.ts';
import { infoChanges } from '../../plan/report/info-changes.ts';
import { type Command, SCHEMA_FOLDER } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { type ChangeOptions, changeJson, LANGUAGES, renderChange } from '../steps/render-changes.ts';
import { revisionNumber } from '../steps/revision-number.ts';
import { withGraph } from '../steps/with-graph.ts';

/** Options of `kg diff`. */
export interface DiffOptions {
  readonly lang?: string;
}

/** Shows the net of the changes from one revision to another. */
export const showDiff: Command<DiffOptions> = async (context, { lang = 'zh' }) => {
  const { terminal, json } = context;
  const from = revisionNumber(context.operands[0]);
  const to = revisionNumber(context.operands[1]);
  const model = readModel(SCHEMA_FOLDER);
  return withGraph(context, async ({ graph }) => {
    const { described, info } = await graph.readAll((run) => diffRevisions(model, from, to, run));
    const options: ChangeOptions = {
      model,
      language: LANGUAGES[lang] ?? 'ZH',
      colour: terminal.colourResults,
    };
    const dataset = infoChanges(...info);
    if (json) {
      const changes = described.map((change) => changeJson(change, options));
      terminal.result(JSON.stringify({ from, to, changes, dataset }, null, 2));
      return EXIT.done;
    }
    const title = inLanguage({ en: 'dataset', zh: '数据集说明' }, terminal.language);
    const lines = [
      ...dataset.map(
        ({ property, before, after }) => `~ ${title}: ${property} ${before ?? '—'} → ${after ?? '—'}`,
      ),
      ...described.map((change) => renderChange(change, options)),
    ];
    terminal.result(
      lines.join('\n') || {
        en: `Nothing differs between revision ${from} and revision ${to}.`,
        zh: `版本 ${from} 与版本 ${to} 没有差别。`,
      },
    );
    return EXIT.done;
  });
};
