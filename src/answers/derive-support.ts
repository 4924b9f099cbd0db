/** Derives what Neo4j Browser shows of `support` where no apply does: after a restore, an import or edits outside kg. */

import type { Text } from '../diagnostics/text.ts';
import type { Graph } from '../graph/graph.ts';
import { LOCK_STATEMENT } from '../graph/statements/lock-statement.ts';
import { loadGround } from '../ground/load-ground.ts';
import {
  compareSupport,
  MOST_SUPPORT,
  type SupportDifference,
  storeSupport,
} from '../ground/store-support.ts';
import type { Model } from '../model/model.ts';
import { DERIVED_SUPPORT } from '../model/stored/derived-support.ts';
import { createGroundViews } from '../rules/ground-views.ts';

/** How the derived relationships of a graph differ from what the rules answer. */
export function readSupportDifference(model: Model, graph: Graph): Promise<SupportDifference> {
  return graph.readAll(async (run) => compareSupport(createGroundViews(await loadGround(model, run)), run));
}

/** Makes the derived relationships what the rules answer; where they are, nothing is written. */
export async function deriveSupport(model: Model, graph: Graph): Promise<SupportDifference> {
  const difference = await readSupportDifference(model, graph);
  if (!differs(difference)) return difference;
  return graph.write(async (run) => {
    await run(LOCK_STATEMENT);
    return storeSupport(createGroundViews(await loadGround(model, run)), run);
  });
}

/** Whether any is missing or does not follow. */
export function differs({ missing, extra }: SupportDifference): boolean {
  return missing.length + extra.length > 0;
}

/** Why none are stored, where they would be too many; undefined where they are stored. */
export function leftOutWords(derived: SupportDifference | undefined): Text | undefined {
  if (!derived || derived.kept !== undefined) return undefined;
  return {
    en: `Support over time would take more than ${MOST_SUPPORT} ${DERIVED_SUPPORT} relationships, so none is stored for Neo4j Browser; the API answers support as before.`,
    zh: `历年支持关系 ${DERIVED_SUPPORT} 将超过 ${MOST_SUPPORT} 条，因此不为 Neo4j Browser 存储；API 的 support 不受影响。`,
  };
}
