/** How what is stored differs from what the product would write: labels, the stored type and every property. Pure. */

import type { Properties } from '../dataset.ts';
import { nodeHash, relationshipHash } from '../identity.ts';
import type { Model } from '../model.ts';
import {
  datasetNode,
  datasetRelationship,
  storedNode,
  storedRelationship,
  storedType,
} from './stored-form.ts';

/** How the labels of a node differ from those of its type. */
export interface LabelFaults {
  /** Labels of its type that it lacks. */
  readonly lacking: readonly string[];
  /** Labels of other types of the model; what analysts added is no fault. */
  readonly foreign: readonly string[];
}

/** Compares the labels of a node of some type with those that the model gives it. */
export function labelFaults(model: Model, type: string, labels: readonly string[]): LabelFaults {
  const own = model.nodeTypes.get(type)?.labels ?? [];
  const isKnown = (label: string) =>
    [...model.nodeTypes.values()].some((each) => each.labels.includes(label));
  return {
    lacking: own.filter((each) => !labels.includes(each)),
    foreign: labels.filter((each) => !own.includes(each) && isKnown(each)).sort(),
  };
}

/** The names of what is stored otherwise than it would be written. */
export function differingNames(stored: Properties, written: Properties): readonly string[] {
  return Object.keys(written).filter(
    (name) => JSON.stringify(stored[name]) !== JSON.stringify(written[name]),
  );
}

/**
 * Whether a node is as an apply of this model stores it: its labels, its content and every property except wording.
 * @param hash the hash of the node as it was loaded
 */
export function isNodeAsStored(
  model: Model,
  labels: readonly string[],
  stored: Properties,
  hash: string | undefined,
): boolean {
  const node = datasetNode(model, stored);
  if (nodeHash(node) !== hash) return false;
  const { lacking, foreign } = labelFaults(model, node.type, labels);
  return lacking.length + foreign.length + differingNames(stored, storedNode(model, node)).length === 0;
}

/** Whether a relationship is as an apply of this model stores it. */
export function isRelationshipAsStored(
  model: Model,
  {
    type,
    from,
    to,
    set,
  }: { readonly type: string; readonly from: string; readonly to: string; readonly set: Properties },
  hash: string | undefined,
): boolean {
  const relationship = datasetRelationship(model, type, from, to, set);
  return (
    relationshipHash(relationship) === hash &&
    storedType(model, relationship) === type &&
    differingNames(set, storedRelationship(relationship)).length === 0
  );
}
