/** What a search for paths asks for, is given and finds (§12). */

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

/** A path: the ids that it passes, and the fact of each step. */
export interface FoundPath {
  readonly ids: readonly string[];
  readonly steps: readonly PathFact[];
}

/** The neighbours of each node that is known, and the fact that leads to each. */
export type Neighbours = ReadonlyMap<string, ReadonlyMap<string, PathFact>>;

/**
 * Asks for the nodes themselves where `around` is false, else for their facts and the nodes at the other end. Without a
 * question it only pauses.
 */
export type PathSearch<T> = Generator<
  { readonly ids: readonly string[]; readonly around: boolean } | undefined,
  T,
  Around
>;
