/** The plan that seeds come to, as `kg plan` shows it and `kg apply` does it. */

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

/** A plan, and what it would do again although it was undone. */
export interface SeedsPlan {
  readonly plan: Plan;
  readonly redone: readonly Redone[];
  /** The plan as its file holds it. */
  readonly json: () => string;
}

/** Reads the seeds of a plan; undefined where they have faults, all of which have been told. */
export function readPlannedSeeds(context: CommandContext, origin: PlanOrigin): PlannedSeeds | undefined {
  const model = readModel(SCHEMA_FOLDER);
  const seeds = readCheckedSeeds({ ...context, seeds: origin.seeds }, model);
  if (!seeds) return undefined;
  if (seeds.warnings > 0)
    context.terminal.say(`The seeds have ${plural(seeds.warnings, 'warning')}: kg validate shows them.`);
  return { model, seeds, origin };
}

/** Makes the plan, in one reading transaction. */
export function makeSeedsPlan(graph: Graph, { model, seeds, origin }: PlannedSeeds): Promise<SeedsPlan> {
  return graph.readAll(async (run) => {
    const made = await makePlan(model, seeds.dataset, run, origin);
    const plan: Plan = { ...made, savedAs: origin.savedAs };
    const redone = await findRedone(model, plan, run);
    return { plan, redone, json: () => planJson(plan, model, seeds.spans, origin) };
  });
}
