/** Chains of steps up a tree: from a node, the one to each that it leads to which a proof would take (§6.10). */

import type { Facts } from './ground.ts';
import type { View } from './view.ts';

/** Facts one after the other, each starting where the one before it ends. */
type Chain = readonly number[];

/**
 * The chain from a node to each that lies above it: the one of fewest steps, then the first by the ids along it. Of
 * facts between the same two nodes it has the firmest, then the earliest.
 * @param isTaken whether a fact may be a step, given whether it would be the first
 */
export function chainsUp(
  view: View,
  facts: Facts,
  from: number,
  isTaken: (fact: number, first: boolean) => boolean = () => true,
): ReadonlyMap<number, Chain> {
  const found = new Map<number, Chain>([[from, []]]);
  // Nodes are come to level by level, in each level in the order of the ids along their chains.
  for (const [node, chain] of found) {
    const best = new Map<number, number>();
    for (const fact of facts.out(node)) {
      if (!view.holds(facts, fact) || !isTaken(fact, node === from)) continue;
      const to = facts.to[fact] ?? 0;
      const known = best.get(to);
      if (known === undefined || compareFacts(facts, fact, known) < 0) best.set(to, fact);
    }
    for (const [to, fact] of best) if (!found.has(to)) found.set(to, [...chain, fact]);
  }
  return found;
}

/** Of facts between the same two nodes: the firmest first, then the earliest, then by key. */
export function compareFacts({ modality, fromDay, keys }: Facts, a: number, b: number): number {
  return (
    (modality[a] ?? 0) - (modality[b] ?? 0) ||
    (fromDay[a] ?? 0) - (fromDay[b] ?? 0) ||
    compareTexts(keys[a] ?? '', keys[b] ?? '')
  );
}

export function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
