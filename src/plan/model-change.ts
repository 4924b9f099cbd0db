/** What it means for a plan that another model built the graph: what is made and dropped, and whether it goes back. */

import type { Run } from '../cypher/statement.ts';
import { findSchemaSteps, type SchemaSteps } from '../graph/missing-indexes.ts';
import type { Revision } from '../graph/reading/read-revisions.ts';
import type { GraphState } from '../graph/reading/read-state.ts';
import type { Model } from '../model/model.ts';
import { ApplyRefused } from './apply-refused.ts';

/** A step from one model to another. */
export interface ModelChange extends SchemaSteps {
  /** The last revision by the present model, where others came after it; undefined: the graph never had it. */
  readonly former: number | undefined;
}

/** The step from the model that built the graph to the present one; undefined where they are the same. */
export async function findModelChange(
  model: Model,
  base: GraphState,
  revisions: () => Promise<readonly Revision[]>,
  run: Run,
): Promise<ModelChange | undefined> {
  if (base.revision === 0 || base.modelVersion === model.version) return undefined;
  const former = (await revisions()).find(({ modelVersion }) => modelVersion === model.version)?.number;
  return { ...(await findSchemaSteps(model, run)), former };
}

/**
 * Refuses to go back to a model that the graph has left: whoever does so has most likely an older version of the program.
 * @throws ApplyRefused
 */
export function refuseFormerModel({ modelChange }: { readonly modelChange: ModelChange | undefined }): void {
  const former = modelChange?.former;
  if (former === undefined) return;
  throw new ApplyRefused('former-model', {
    en: `The graph had this schema up to revision ${former} and has another since: this version of the program is probably the older one. Use the newer one, or go back to this schema with kg apply --former-schema.`,
    zh: `图谱在版本 ${former} 及以前使用此模式，其后已改用另一模式：当前程序可能是旧版本。请使用新版本；如确需退回此模式，请用 kg apply --former-schema。`,
  });
}
