/** The paths of one length between two nodes, those through the most specific nodes first (§12.5). */

import { compareText } from '../diagnostics/compare-text.ts';
import type { FoundPath, Neighbours, PathFact, PathNode, PathSearch } from './path-search.ts';

/** The beginning of a path, and the least that a whole one can cost that begins so. */
interface Beginning {
  readonly ids: readonly string[];
  readonly steps: readonly PathFact[];
  /** The degrees of the inner nodes passed so far. */
  readonly passed: number;
  readonly least: number;
}

/** How many beginnings may be looked at for one length. */
const MOST_BEGINNINGS = 50_000;
/** How many are looked at in one turn. */
const AT_ONCE = 256;

/**
 * The first paths of exactly a length, by the sum of the degrees of their inner nodes, then by ids; undefined where too
 * many would have to be looked at. Best first: what the rest of a path costs at least is known for each node, so that
 * beginnings which lead nowhere are never extended.
 */
export function* cheapestPaths(
  nodes: ReadonlyMap<string, PathNode>,
  neighbours: Neighbours,
  {
    from,
    to,
    length,
    first,
  }: {
    readonly from: string;
    readonly to: string;
    readonly length: number;
    readonly first: number;
  },
): PathSearch<readonly FoundPath[] | undefined> {
  const isInner = (id: string) => id !== from && id !== to && nodes.get(id)?.isHub === false;
  const degree = (id: string) => nodes.get(id)?.degree ?? 0;
  const rest = leastToGo(neighbours, to, length, isInner, degree);
  const open = openHeap();
  const start = rest[length]?.get(from);
  if (start !== undefined) open.add({ ids: [from], steps: [], passed: 0, least: start });
  const found: FoundPath[] = [];
  for (let looked = 1; ; looked += 1) {
    const path = open.takeFirst();
    if (!path || found.length === first) return found;
    if (looked > MOST_BEGINNINGS) return undefined;
    if (looked % AT_ONCE === 0) yield;
    if (path.steps.length === length) {
      found.push(path);
      continue;
    }
    const last = path.ids.at(-1) ?? from;
    const left = length - path.steps.length - 1;
    for (const [id, fact] of neighbours.get(last) ?? []) {
      const least = rest[left]?.get(id);
      if (least === undefined || (left > 0 && !isInner(id))) continue;
      if (path.ids.includes(id) || turnsBack(path, last, fact)) continue;
      const passed = path.passed + (left === 0 ? 0 : degree(id));
      open.add({
        ids: [...path.ids, id],
        steps: [...path.steps, fact],
        passed,
        least: passed + least,
      });
    }
  }
}

/** For each number of steps: the nodes that lead to the end in as many, and the least that the nodes between cost. */
function leastToGo(
  neighbours: Neighbours,
  to: string,
  length: number,
  isInner: (id: string) => boolean,
  degree: (id: string) => number,
): readonly ReadonlyMap<string, number>[] {
  const layers = [new Map([[to, 0]])];
  for (let steps = 1; steps <= length; steps += 1) {
    const layer = new Map<string, number>();
    for (const [id, least] of layers[steps - 1] ?? []) {
      if (steps > 1 && !isInner(id)) continue;
      const cost = least + (steps > 1 ? degree(id) : 0);
      for (const near of neighbours.get(id)?.keys() ?? []) {
        if (cost < (layer.get(near) ?? Number.POSITIVE_INFINITY)) layer.set(near, cost);
      }
    }
    layers.push(layer);
  }
  return layers;
}

/** Whether a step up or down a tree points the other way than one of that tree before it (§12.2). */
function turnsBack({ ids, steps }: Beginning, from: string, fact: PathFact): boolean {
  if (!fact.isTree) return false;
  const isUp = fact.from === from;
  return steps.some((step, at) => step.type === fact.type && (step.from === ids[at]) !== isUp);
}

/** Beginnings, the first in order on top: by what they cost at least, then by ids. */
function openHeap(): { add(path: Beginning): void; takeFirst(): Beginning | undefined } {
  const heap: Beginning[] = [];
  const isBefore = (a: number, b: number) => {
    const [left, right] = [heap[a], heap[b]];
    return left !== undefined && right !== undefined && compareBeginnings(left, right) < 0;
  };
  const swap = (a: number, b: number) => {
    const [left, right] = [heap[a], heap[b]];
    if (left && right) [heap[a], heap[b]] = [right, left];
  };
  return {
    add(path) {
      heap.push(path);
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1;
        if (!isBefore(at, parent)) return;
        swap(at, parent);
        at = parent;
      }
    },
    takeFirst() {
      const [top] = heap;
      const last = heap.pop();
      if (heap.length === 0 || !last) return top;
      heap[0] = last;
      for (let at = 0; ; ) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        const child = isBefore(right, left) ? right : left;
        if (!isBefore(child, at)) return top;
        swap(at, child);
        at = child;
      }
    },
  };
}

function compareBeginnings(a: Beginning, b: Beginning): number {
  if (a.least !== b.least) return a.least - b.least;
  for (let at = 0; at < Math.min(a.ids.length, b.ids.length); at += 1) {
    const order = compareText(a.ids[at] ?? '', b.ids[at] ?? '');
    if (order !== 0) return order;
  }
  return a.ids.length - b.ids.length;
}
