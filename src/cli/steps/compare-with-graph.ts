/** Whether a graph is as the seeds are, for work that compares with the seeds alone. */

import type { Text } from '../../diagnostics/text.ts';
import { GraphError } from '../../graph/bolt/graph-error.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import { deriveFacts } from '../../model/stored/derive-facts.ts';
import { makePlan } from '../../plan/make-plan.ts';
import type { CommandContext } from '../command.ts';
import { plural } from '../terminal/plural.ts';
import { withGraph } from './with-graph.ts';

/** Says how a graph that is named by NEO4J_URI differs from a dataset of the seeds; without that no graph is looked for. */
export async function compareWithGraph(context: CommandContext, model: Model, seeds: Dataset): Promise<void> {
  if (!context.env.NEO4J_URI) return;
  const compare = (graph: Graph) => graph.readAll((run) => makePlan(model, deriveFacts(model, seeds), run));
  try {
    const { base, changes } = await withGraph(context, ({ graph }) => compare(graph));
    context.terminal.say(difference(base.revision, changes.length));
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    context.terminal.say({
      en: `The list was compared with the seeds; whether the graph differs is not known. ${error.message}`,
      zh: `名单已与种子文件比对；图谱与种子文件是否不同尚不可知。${error.message}`,
    });
  }
}

function difference(revision: number, changes: number): Text {
  return changes === 0
    ? {
        en: `The graph (revision ${revision}) is as the seeds are.`,
        zh: `图谱（版本 ${revision}）与种子文件一致。`,
      }
    : {
        en: `The graph (revision ${revision}) differs from the seeds by ${plural(changes, 'change')}, and the list was compared with the seeds: kg plan shows them. Where the graph is newer, bring the seeds up to date first.`,
        zh: `图谱（版本 ${revision}）与种子文件有 ${changes} 处不同，名单是与种子文件比对的；可用 kg plan 查看。图谱较新时，请先更新种子文件。`,
      };
}
