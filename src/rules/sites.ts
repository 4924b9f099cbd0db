/** Where clusters are: each cluster with each of its places, in the order of their ids. */

import type { Ground } from './ground.ts';

/** A cluster and one of its places, on whatever day and however firmly: what may become an answer (§6.11). */
export interface Site {
  readonly cluster: number;
  readonly place: number;
}

/** All sites of a ground, by cluster and then by place. */
export function sitesOf({ clusters, facts }: Ground): readonly Site[] {
  const { CLUSTER_LOCATED_IN } = facts;
  return [...clusters].flatMap((cluster) =>
    [...new Set([...CLUSTER_LOCATED_IN.out(cluster)].map((fact) => CLUSTER_LOCATED_IN.to[fact] ?? 0))].map(
      (place) => ({ cluster, place }),
    ),
  );
}
