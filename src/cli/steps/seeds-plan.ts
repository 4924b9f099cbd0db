/** The plan of the seeds: `kg plan` shows it, `kg apply` applies it. */

import { type AnswerChanges, previewAnswers } from '../../answers/watch-answers.ts';
import type { Text } from '../../diagnostics/text.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Model } from '../../model/model.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { makePlan } from '../../plan/make-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import { type PlanOrigin, planJson } from '../../plan/report/plan-json.ts';
import { findRedone, type Redone } from '../../plan/undo/find-redone.ts';
import { type CommandContext, SCHEMA_FOLDER } from '../command.ts';
import { plural } from '../terminal/plural.ts';
import { type CheckedSeeds, readCheckedSeeds } from './checked-seeds.ts';

/** Seeds without a fault, and what they are to be planned with. */
export interface PlannedSeeds {
  readonly model: Model;
  readonly seeds: CheckedSeeds;
  readonly origin: PlanOrigin;
}

/** A plan, and what it would reapply although it was undone. */
export interface SeedsPlan {
  readonly plan: Plan;
  readonly redone: readonly Redone[];
  /** What would become of the answers of `support`, where that was asked for. */
  readonly answers: AnswerChanges | undefined;
  /** The plan as its file holds it. */
  readonly json: () => string;
}

/**
 * Reads the seeds of a plan; undefined where they have faults, all of which have been reported.
 * @param annotated whether faults and warnings are printed for a runner of GitHub
 */
export function readPlannedSeeds(
  context: CommandContext,
  origin: PlanOrigin,
  annotated = false,
): PlannedSeeds | undefined {
  const model = readModel(SCHEMA_FOLDER);
  const seeds = readCheckedSeeds({ ...context, seeds: origin.seeds }, model, annotated);
  if (!seeds) return undefined;
  if (seeds.warnings > 0)
    context.terminal.say({
      en: `The seeds have ${plural(seeds.warnings, 'warning')}: kg validate shows them.`,
      zh: `种子文件有提醒 ${seeds.warnings} 处：可用 kg validate 查看。`,
    });
  return { model, seeds, origin };
}

/** What a terminal shows while a plan is made. */
export const COMPARING: Text = {
  en: 'Comparing the seeds with the graph …',
  zh: '比对种子文件与图谱……',
};

/**
 * Makes the plan, in one reading transaction.
 * @param withAnswers whether to find out which answers would change
 */
export function makeSeedsPlan(
  graph: Graph,
  { model, seeds, origin }: PlannedSeeds,
  withAnswers = false,
): Promise<SeedsPlan> {
  return graph.readAll(async (run) => {
    const made = await makePlan(model, seeds.dataset, run, origin);
    const plan: Plan = { ...made, savedAs: origin.savedAs };
    const redone = await findRedone(model, plan, run);
    const answers = withAnswers ? await previewAnswers(model, plan, run) : undefined;
    return { plan, redone, answers, json: () => planJson(plan, model, seeds.spans, origin) };
  });
}
