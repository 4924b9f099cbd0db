/** The ground of a dataset, for tests without a database. */

import type { Dataset } from '../../src/model/dataset.ts';
import type { Model } from '../../src/model/model.ts';
import { buildGround, type GroundFact, type GroundNode } from '../../src/rules/build-ground.ts';
import { groundFactOf, groundKinds, groundNodeOf } from '../../src/rules/dataset-rows.ts';
import type { Ground } from '../../src/rules/ground.ts';

/** The ground of a dataset that has what follows from it, the days of its policies among that. */
export function groundOfDataset(model: Model, dataset: Dataset): Ground {
  const { nodes, facts } = groundRecords(model, dataset);
  return buildGround(nodes, facts, dataset.info.home);
}

/** The nodes and facts of a dataset that the rules read. */
export function groundRecords(
  model: Model,
  { nodes, relationships }: Dataset,
): { readonly nodes: readonly GroundNode[]; readonly facts: readonly GroundFact[] } {
  const kinds = groundKinds(model);
  return {
    nodes: [...nodes.values()].flatMap((node) => groundNodeOf(kinds, node) ?? []),
    facts: [...relationships.values()].flatMap((fact) => groundFactOf(fact) ?? []),
  };
}
