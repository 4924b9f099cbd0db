/** Paths between two nodes, shortest first (§12): neighbours are asked for hop by hop, from both ends. */

import { compareText } from '../diagnostics/compare-text.ts';
import { cheapestPaths } from './cheapest-paths.ts';
import type { Around, FoundPath, PathFact, PathNode, PathSearch } from './path-search.ts';

/** What is asked. */
export interface PathsAsked {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly first: number;
}

/** The paths; or, where finding them takes too much, the number of hops that could not be looked through. */
export type FoundPaths =
  | { readonly paths: readonly FoundPath[]; readonly tooFar?: undefined }
  | { readonly tooFar: number };

/** How many facts may be read for one question. */
export const MOST_FACTS = 20_000;

/** One end of the search: the nodes at each distance from it. */
interface Side {
  readonly end: string;
  /** The nodes that were reached last, whose neighbours are not known yet. */
  frontier: readonly string[];
  readonly reached: Set<string>;
}

/** The first paths between two nodes, by length, then by the degrees of their inner nodes, then by ids. */
export function* findPaths(
  { from, to, maxHops, first }: PathsAsked,
  mostFacts = MOST_FACTS,
): PathSearch<FoundPaths> {
  if (from === to) return { paths: [] };
  const nodes = new Map<string, PathNode>();
  const neighbours = new Map<string, Map<string, PathFact>>();
  const learn = (around: Around) => {
    for (const node of around.nodes) nodes.set(node.id, node);
    for (const fact of around.facts) addFact(neighbours, fact);
  };
  learn(yield { ids: [from, to], around: false });
  if (!nodes.has(from) || !nodes.has(to)) return { paths: [] };
  const sides: readonly [Side, Side] = [startAt(from), startAt(to)];
  const expanded = new Set<string>();
  const costOf = ({ frontier }: Side) =>
    frontier.reduce((sum, id) => sum + (expanded.has(id) ? 0 : (nodes.get(id)?.facts ?? 0)), 0);
  let read = 0;
  const paths: FoundPath[] = [];
  for (let length = 1; length <= maxHops && paths.length < first; length += 1) {
    const [side, other] = costOf(sides[0]) <= costOf(sides[1]) ? sides : [sides[1], sides[0]];
    read += costOf(side);
    if (read > mostFacts) return { tooFar: length };
    const wanted = side.frontier.filter((id) => !expanded.has(id));
    if (wanted.length > 0) learn(yield { ids: wanted, around: true });
    for (const id of wanted) expanded.add(id);
    const next = side.frontier.flatMap((id) => [...(neighbours.get(id)?.keys() ?? [])]);
    // The other end is never passed, nor is a hub: what lies behind them is on no path.
    side.frontier = [...new Set(next)].filter(
      (id) => !side.reached.has(id) && id !== other.end && nodes.get(id)?.isHub === false,
    );
    for (const id of side.frontier) side.reached.add(id);
    const found = yield* cheapestPaths(nodes, neighbours, { from, to, length, first: first - paths.length });
    if (!found) return { tooFar: length };
    paths.push(...found);
  }
  return { paths };
}

function startAt(end: string): Side {
  return { end, frontier: [end], reached: new Set([end]) };
}

/** Keeps the first of parallel facts, from either end. */
function addFact(neighbours: Map<string, Map<string, PathFact>>, fact: PathFact): void {
  const { from, to } = fact;
  if (from === to) return;
  const known = neighbours.get(from)?.get(to);
  if (known && compareParallel(known, fact) <= 0) return;
  for (const [near, far] of [[from, to] as const, [to, from] as const]) {
    const around = neighbours.get(near) ?? new Map<string, PathFact>();
    neighbours.set(near, around.set(far, fact));
  }
}

/** The order of parallel facts: by kind, role and the day they begin; then by key, so that there is one first. */
function compareParallel(a: PathFact, b: PathFact): number {
  return (
    compareText(a.kind, b.kind) ||
    compareText(a.role, b.role) ||
    a.fromDay - b.fromDay ||
    compareText(a.key, b.key)
  );
}
