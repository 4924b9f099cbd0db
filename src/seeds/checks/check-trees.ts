/** Trees have no circle: a place does not lie in itself by any number of steps. And nothing is joined with itself. */

import { recordFaults } from '../../diagnostics/messages.ts';
import type { DatasetRelationship } from '../../model/dataset.ts';
import { acyclicTypes, type Model } from '../../model/model.ts';
import type { Placed } from '../records/reading.ts';
import { MAX_CIRCLES } from '../written/limits.ts';
import type { Report } from '../written/report.ts';

/** Steps shown of a long circle. */
const SHOWN = 12;

type Steps = Map<string, Map<string, Placed<DatasetRelationship>>>;

/** Reports circles in the trees, each step in one of them at most, and elsewhere what leads back at once. */
export function checkTrees(
  model: Model,
  relationships: readonly Placed<DatasetRelationship>[],
  report: Report,
): void {
  const acyclic = acyclicTypes(model);
  for (const { value, span } of relationships) {
    const { type, from, to } = value;
    if (from === to && !acyclic.includes(type))
      report(span, recordFaults.namesItself(keyOf(model, type), to));
  }
  for (const type of acyclic) {
    const steps: Steps = new Map();
    for (const placed of relationships) {
      if (placed.value.type !== type) continue;
      const { from, to } = placed.value;
      if (!steps.has(from)) steps.set(from, new Map());
      steps.get(from)?.set(to, placed);
    }
    for (const circle of findCircles(steps)) {
      const [first = '', second = first] = circle;
      const step = steps.get(first)?.get(second);
      const shown = circle.length > SHOWN ? [...circle.slice(0, SHOWN), '…', first] : [...circle, first];
      if (step) report(step.span, recordFaults.treeCycle(keyOf(model, type), shown));
    }
  }
}

/** The key that seeds write a stored type at. */
function keyOf(model: Model, type: string): string {
  for (const node of model.nodeTypes.values()) {
    for (const side of node.relationships.values()) {
      if (side.written && side.stored.type === type) return side.name;
    }
  }
  return type;
}

/**
 * Circles without a common node, each beginning with its smallest id. Nodes that lead nowhere are taken away until
 * every one left leads on: a walk among those must come back to itself.
 */
function findCircles(steps: Steps): readonly (readonly string[])[] {
  const ids = [...new Set([...steps].flatMap(([from, targets]) => [from, ...targets.keys()]))].sort();
  const before = new Map<string, string[]>(ids.map((id) => [id, []]));
  const left = new Map<string, number>(ids.map((id) => [id, steps.get(id)?.size ?? 0]));
  for (const [from, targets] of steps) for (const to of targets.keys()) before.get(to)?.push(from);
  const takeAway = (start: readonly string[]) => {
    const waiting = [...start];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (!left.delete(id)) continue;
      for (const previous of before.get(id) ?? []) {
        const count = (left.get(previous) ?? 0) - 1;
        if (!left.has(previous)) continue;
        left.set(previous, count);
        if (count === 0) waiting.push(previous);
      }
    }
  };
  takeAway(ids.filter((id) => left.get(id) === 0));
  const circles: string[][] = [];
  for (const id of ids) {
    if (!left.has(id) || circles.length === MAX_CIRCLES) continue;
    const circle = walkFrom(id, steps, left);
    circles.push(startingSmallest(circle));
    takeAway(circle);
  }
  return circles;
}

function walkFrom(start: string, steps: Steps, left: ReadonlyMap<string, number>): readonly string[] {
  const path = new Map<string, number>();
  let id: string | undefined = start;
  while (id !== undefined && !path.has(id)) {
    path.set(id, path.size);
    id = [...(steps.get(id)?.keys() ?? [])].filter((next) => left.has(next)).sort()[0];
  }
  return [...path.keys()].slice(path.get(id ?? start) ?? 0);
}

function startingSmallest(circle: readonly string[]): string[] {
  const [smallest = ''] = [...circle].sort();
  const at = circle.indexOf(smallest);
  return [...circle.slice(at), ...circle.slice(0, at)];
}
