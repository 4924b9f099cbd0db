/** Whether a policy is in force on a day, from the dataset alone (§5.1). */

import type { Dataset, DatasetNode } from '../model/dataset.ts';
import { firstDay, lastDay } from '../model/day.ts';

/** §5.1, clause by clause. */
export function isInForce({ nodes, relationships }: Dataset, policy: DatasetNode, day: number): boolean {
  const { stage, expiresOn, repealedOn } = policy.properties;
  const start = startOf(policy);
  const isSuperseded = [...relationships.values()].some(({ type, from, to, properties }) => {
    const successor = nodes.get(from);
    const isFirm = properties.modality === 'STATED' || properties.modality === 'ESTIMATED';
    if (type !== 'SUPERSEDES' || to !== policy.id || !isFirm || !successor) return false;
    return successor.properties.stage === 'ADOPTED' && (startOf(successor) ?? day + 1) <= day;
  });
  return (
    stage === 'ADOPTED' &&
    start !== undefined &&
    start <= day &&
    (typeof expiresOn !== 'string' || day <= (lastDay(expiresOn) ?? 0)) &&
    (typeof repealedOn !== 'string' || day < (firstDay(repealedOn) ?? 0)) &&
    !isSuperseded
  );
}

function startOf({ properties: { effectiveFrom, issuedOn } }: DatasetNode): number | undefined {
  const start = effectiveFrom ?? issuedOn;
  return typeof start === 'string' ? firstDay(start) : undefined;
}
