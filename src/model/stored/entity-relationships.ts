/** The relationships between entities: what a proof or a path can pass. */

import { concreteTypes, ENTITY, isA, type Model, SOURCE, type StoredRelationship } from '../model.ts';

/** Entities that no path passes: everything is connected by what it is cited from, and by what is counted of it (§12.1). */
const OFF_PATHS: readonly string[] = [SOURCE, 'Indicator'];

/** The node types that paths lead between. */
export function pathTypes(model: Model): readonly string[] {
  return concreteTypes(model, ENTITY).filter((type) => !OFF_PATHS.includes(type));
}

/** The relationships whose ends are such entities, as declared. */
export function entityRelationships(model: Model): readonly StoredRelationship[] {
  return [...model.stored.values()].filter(({ from, to }) =>
    [from, to].every((end) =>
      concreteTypes(model, end).every((type) => isA(model, type, ENTITY) && !OFF_PATHS.includes(type)),
    ),
  );
}

/** The relationships that count as degree: all that the model declares, but for evidence (§12.5). */
export function countedRelationships(model: Model): readonly StoredRelationship[] {
  return [...model.stored.values()].filter(({ from, to }) => from !== SOURCE && to !== SOURCE);
}
