/** What is asked of the newest observations of places. */

/** What is asked of the observations of places. */
export interface LatestAsked {
  readonly places: readonly string[];
  readonly day: number;
  /** The modalities that count. */
  readonly modalities: readonly string[];
  /** Source tiers, strongest first. */
  readonly tiers: readonly string[];
}
