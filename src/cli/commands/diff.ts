/** `kg diff A B`: what changed between two revisions, in words. */

import { readModel } from '../../model/schema/read-model.ts';
import { diffRevisions } from '../../plan/report/diff-revisions.ts';
import { tellInfo } from '../../plan/report/tell-info.ts';
import { type Command, SCHEMA_FOLDER } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { revisionNumber } from '../steps/revision-number.ts';
import { LANGUAGES, type TellOptions, tellLine, tellRecord } from '../steps/told-words.ts';
import { withGraph } from '../steps/with-graph.ts';

/** Options of `kg diff`. */
export interface DiffOptions {
  readonly lang?: string;
}

/** Tells the net of the changes from one revision to another. */
export const showDiff: Command<DiffOptions> = async (context, { lang = 'zh' }) => {
  const { terminal, json } = context;
  const from = revisionNumber(context.operands[0]);
  const to = revisionNumber(context.operands[1]);
  const model = readModel(SCHEMA_FOLDER);
  return withGraph(context, async ({ graph }) => {
    const { told, info } = await graph.readAll((run) => diffRevisions(model, from, to, run));
    const options: TellOptions = {
      model,
      language: LANGUAGES[lang] ?? 'ZH',
      colour: terminal.colourResults,
    };
    const dataset = tellInfo(...info);
    if (json) {
      const changes = told.map((change) => tellRecord(change, options));
      terminal.result(JSON.stringify({ from, to, changes, dataset }, null, 2));
      return EXIT.done;
    }
    const lines = [
      ...dataset.map(
        ({ property, before, after }) => `~ dataset: ${property} ${before ?? '—'} → ${after ?? '—'}`,
      ),
      ...told.map((change) => tellLine(change, options)),
    ];
    terminal.result(lines.join('\n') || `Nothing differs between revision ${from} and revision ${to}.`);
    return EXIT.done;
  });
};
