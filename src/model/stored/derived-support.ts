/** The relationships that follow from the rules of `support`, kept for Neo4j Browser; they are no facts. */

/** From a policy to a cluster that it supports, for each place and each interval of days (§6.16). */
export const DERIVED_SUPPORT = 'DERIVED_SUPPORT';

/** One derived relationship: an answer of `support`, and the days on which it holds. */
export interface DerivedSupport {
  readonly policy: string;
  readonly cluster: string;
  /** The id of the place; it is the property `place` of the relationship. */
  readonly place: string;
  readonly scope: string;
  readonly modality: string;
  /** The first and the last day; open ends at the extremes. */
  readonly fromDay: number;
  readonly toDay: number;
}
