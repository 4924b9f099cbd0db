/** The relationships that lead upward and never in a circle (§3.1, §4.1). */

/** Stored types that make a tree: a place does not lie in itself, nor a policy supersede itself, by any number of steps. */
export const TREES: readonly string[] = ['WITHIN', 'SUBCLASS_OF', 'SUPERSEDES', 'BASED_ON', 'IMPLEMENTS'];
