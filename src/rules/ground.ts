/** The ground: the facts that the rules of §5 and §6 read, as columns of numbers. */

/** The relationships that the rules read, by their stored types. */
export const FACT_TYPES = [
  'SUBCLASS_OF',
  'FEEDS',
  'WITHIN',
  'FOCUSES_ON',
  'CLUSTER_LOCATED_IN',
  'SUPPORTS_INDUSTRY',
  'SUPPORTS_CLUSTER',
  'POLICY_APPLIES_IN',
  'HAS_MEASURE',
  'MEASURE_SUPPORTS',
  'MEASURE_APPLIES_IN',
] as const;
export type FactType = (typeof FACT_TYPES)[number];

/** Stands for "all industries" where it is not on record: the number of no node, nor of anything else that is missing. */
export const NO_ALL_INDUSTRIES = -2;

/** The modalities, firmest first; a fact has the position of its own (§1.3). */
export const MODALITIES = ['STATED', 'ESTIMATED', 'PLANNED', 'AIMED_FOR'] as const;
/** The position of the first that is only planned (§1.6). */
export const PLANNED = MODALITIES.indexOf('PLANNED');

/** Represents an unknown start. */
export const UNKNOWN_START = -1;

/** The facts of one type as columns; nodes are given by number. */
export interface Facts {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The first and last day on which each holds; open ends at the extremes. */
  readonly fromDay: Int32Array;
  readonly toDay: Int32Array;
  readonly modality: Uint8Array;
  /** 1 where the fact has the extent PART. */
  readonly part: Uint8Array;
  readonly keys: readonly string[];
  /** The facts that start from a node, in the order of what they lead to. */
  readonly out: (node: number) => Int32Array;
  /** The facts that lead to a node, in the order of what they start from. */
  readonly into: (node: number) => Int32Array;
}

/**
 * Nodes and facts. Nodes are numbered in the order of their ids, so that numbers compare as ids do; a property of nodes
 * is a column by number.
 */
export interface Ground {
  readonly ids: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Numbers of the nodes of each kind, ascending. */
  readonly policies: Int32Array;
  readonly clusters: Int32Array;
  readonly industries: Int32Array;
  readonly places: Int32Array;
  /** 1 where a policy's stage is ADOPTED. */
  readonly adopted: Uint8Array;
  /** The day from which a policy is in force; {@link UNKNOWN_START} where that is not known. */
  readonly startDay: Int32Array;
  /** The last day on which a policy can be in force. */
  readonly endDay: Int32Array;
  /** The day on which a policy was issued; 0 where that is not known. */
  readonly issuedDay: Int32Array;
  /** The instrument of each measure. */
  readonly instruments: ReadonlyMap<number, string>;
  /** The kind of each industry, and its stage in a chain where that is known. */
  readonly industryKinds: ReadonlyMap<number, string>;
  readonly chainStages: ReadonlyMap<number, string>;
  /** The level of each region; zones have none. */
  readonly levels: ReadonlyMap<number, string>;
  /** The place that is asked about where none is named (§7.2); -1 where the dataset names none. */
  readonly home: number;
  /** The industry that every industry is in (§4.6); {@link NO_ALL_INDUSTRIES} where it is not on record. */
  readonly allIndustries: number;
  readonly facts: Readonly<Record<FactType, Facts>>;
}
