/** A plan as one JSON value: the same seeds and graph give the same bytes. */

import type { Model } from '../../model/model.ts';
import type { Plan } from '../plan.ts';
import { infoChanges } from './info-changes.ts';
import { planRecords, type Spans } from './plan-records.ts';

/** What a plan was made from, beside the graph: what makes it again. */
export interface PlanOrigin {
  /** The folders of seeds. */
  readonly seeds: readonly string[];
  readonly overwriteDrift: boolean;
  /** The file that it was read from; no part of it. */
  readonly savedAs?: string;
}

/** The plan as one JSON value. It has no time, and no paths but those of the seeds. */
export function planJson(plan: Plan, model: Model, spans: Spans, origin: PlanOrigin): string {
  const changes = planRecords(plan, model, spans);
  const { seeds, overwriteDrift } = origin;
  const value = {
    format: 1,
    seeds,
    overwriteDrift,
    revision: plan.base.revision,
    baseDigest: plan.base.digest ?? null,
    digest: plan.digest,
    modelVersion: model.version,
    changes,
    derived: plan.changes.length - changes.length,
    infoChanges: plan.infoChanges,
    dataset: infoChanges(plan.base.info, plan.desired.info),
    modelChanges: plan.modelChange !== undefined,
    schemaSteps: plan.modelChange ?? null,
    drift: (plan.drift ?? []).map(({ id, is, values, fate }) => ({
      id,
      is,
      fate,
      values: values.map(({ property, loaded, is: now, seeds }) => ({
        property,
        loaded: loaded ?? null,
        is: now ?? null,
        seeds: seeds ?? null,
      })),
    })),
    foreignRelationships: plan.foreign?.relationships ?? [],
    foreignProperties: plan.foreign?.properties ?? [],
    foreignLabels: plan.foreign?.labels ?? [],
  };
  return JSON.stringify(value, null, 2);
}
