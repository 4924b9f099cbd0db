/** The memory that a ground takes: estimated before it is read, and refused above a limit. */

/**
 * Bytes for each node and fact, with what is kept about them while questions are answered; and for each pair of nodes,
 * since a set of policies is kept for each place and industry. A quarter more than was measured: 11 MB for 4,500 nodes and
 * 6,938 facts, 140 MB for 39,900 and 63,661, with as many views as are kept (`npm run bench -- --only ground`).
 */
const PER_NODE = 1_700;
const PER_FACT = 850;
const PER_PAIR = 0.035;

/** As the setting counts: `512m`. */
const MEGABYTE = 1_048_576;

/** An estimate of the bytes that a ground takes. */
export function groundBytes({ nodes, facts }: { readonly nodes: number; readonly facts: number }): number {
  return Math.ceil(nodes * PER_NODE + facts * PER_FACT + nodes * nodes * PER_PAIR);
}

/** Bytes for each criterion, window or exclusion, and for each name. */
const PER_RULE = 2_000;
const PER_NAME = 200;

/** An estimate of the bytes that a rulebook takes. */
export function rulebookBytes({ rules, names }: { readonly rules: number; readonly names: number }): number {
  return rules * PER_RULE + names * PER_NAME;
}

/** The facts for the rules do not fit into the memory that is allowed. */
export class GroundTooLarge extends Error {
  /**
   * @param needed the bytes that its ground would take
   * @param most the bytes that it may take
   */
  constructor(needed: number, most: number) {
    super(
      `The policies, clusters, industries and places of this graph would take ${Math.ceil(needed / MEGABYTE)} MB to answer by, and ${Math.floor(most / MEGABYTE)} MB are allowed (KG_GROUND_MEMORY).`,
    );
    this.name = 'GroundTooLarge';
  }
}
