/** Paths between two nodes, shortest first (§12): neighbours are asked for hop by hop, from both ends. */

import { compareText } from '../diagnostics/compare-text.ts';
import { cheapestPaths } from './cheapest-paths.ts';

/** A fact between two nodes, as the search reads it. */
export interface PathFact {
  readonly from: string;
  readonly to: string;
  /** Its stored type, undated. */
  readonly type: string;
  readonly key: string;
  /** What it is called, and what it says of itself: of parallel facts the first by these is the step (§12.3). */
  readonly kind: string;
  readonly role: string;
  readonly fromDay: number;
  /** Whether it is a step of a tree: all of its type point one way along a path (§12.2). */
  readonly isTree: boolean;
}

/** A node, as the search reads it. */
export interface PathNode {
  readonly id: string;
  /** How many relationships it has: specific nodes come before hubs (§12.5). */
  readonly degree: number;
  /** How many facts reading its neighbours would read at most. */
  readonly facts: number;
  /** Whether no path passes it (§12.4). */
  readonly isHub: boolean;
}

/** What is around some nodes: their facts on the day, and the nodes at the other end. */
export interface Around {
  readonly nodes: readonly PathNode[];
  readonly facts: readonly PathFact[];
}

/** What is asked. */
export interface PathsAsked {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly first: number;
}

/** A path: the ids that it passes, and the fact of each step. */
export interface FoundPath {
  readonly ids: readonly string[];
  readonly steps: readonly PathFact[];
}

/** The paths; or, where finding them takes too much, the number of hops that could not be looked through. */
export type FoundPaths =
  | { readonly paths: readonly FoundPath[]; readonly tooFar?: undefined }
  | { readonly tooFar: number };

/**
 * Asks for the nodes themselves where `around` is false, else for their facts and the nodes at the other end. Without a
 * question it only pauses.
 */
export type PathSearch<T> = Generator<
  { readonly ids: readonly string[]; readonly around: boolean } | undefined,
  T,
  Around
>;

/** How many facts may be read for one question. */
export const MOST_FACTS = 20_000;

/** The neighbours of each node that is known, and the fact that leads to each. */
export type Neighbours = ReadonlyMap<string, ReadonlyMap<string, PathFact>>;

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
