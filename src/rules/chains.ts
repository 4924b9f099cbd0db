/** Chains of steps up a tree: from a node to each node above it, the chain that a proof takes (§6.10). */

import type { Facts } from './ground.ts';
import type { View } from './view.ts';

/** Consecutive facts, each starting where the one before ends. */
type Chain = readonly number[];

/**
 * The chain from a node to each node above it: the one with fewest steps, then the first by ids. Between the same two
 * nodes it takes the firmest fact, then the earliest.
 * @param isTaken whether a fact may be a step, given whether it would be the first
 */
export function chainsUp(
  view: View,
  facts: Facts,
  from: number,
  isTaken: (fact: number, first: boolean) => boolean = () => true,
): ReadonlyMap<number, Chain> {
  const found = new Map<number, Chain>([[from, []]]);
  // Breadth first, each level in the order of the ids along the chains.
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

/** Of facts between the same two nodes: the firmest first, then the earliest. They come in the order of their keys. */
export function compareFacts({ modality, fromDay }: Facts, a: number, b: number): number {
  return (modality[a] ?? 0) - (modality[b] ?? 0) || (fromDay[a] ?? 0) - (fromDay[b] ?? 0);
}
