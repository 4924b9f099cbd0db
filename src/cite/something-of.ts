/** Something of a record that only is described: its far ends and figures, one of which its place should hold. */

import type { DatasetNode, DatasetRelationship } from '../model/dataset.ts';
import type { Model } from '../model/model.ts';
import type { Check } from './fact-check.ts';
import { isDescribed, isNamed, namesOf } from './record-names.ts';

/**
 * Gives what a place may hold in the stead of a record's name.
 * @param units units of observations and targets, by their ids
 */
export function somethingOf(
  model: Model,
  nodes: ReadonlyMap<string, DatasetNode>,
  relationships: readonly DatasetRelationship[],
  units: ReadonlyMap<string, string>,
): (id: string) => readonly Check['wanted'][] {
  const near = new Map<string, Set<string>>();
  for (const { from, to } of relationships) {
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      if (other.includes('#')) continue;
      const ends = near.get(one) ?? new Set();
      near.set(one, ends.add(other));
    }
  }
  return (id) =>
    [...(near.get(id) ?? [])].flatMap((other): readonly Check['wanted'][] => {
      const node = nodes.get(other);
      if (!node) return [];
      if (typeof node.properties.value === 'string') {
        const { value } = node.properties;
        return [{ kind: 'figure', value, unit: units.get(other), money: false }];
      }
      if (!isNamed(model, node) || isDescribed(node)) return [];
      return [{ kind: 'name', names: namesOf(node), closeness: 'name', inTitle: false }];
    });
}
