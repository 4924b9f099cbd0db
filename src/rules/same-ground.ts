/** Whether two grounds are equal, so that what was decided over one holds over the other. */

import { FACT_TYPES, type Facts, type Ground } from './ground.ts';

/** Whether two grounds have the same nodes and facts. */
export function isSameGround(a: Ground, b: Ground): boolean {
  return (
    areSame(a.ids, b.ids) &&
    (
      ['policies', 'clusters', 'industries', 'places', 'adopted', 'startDay', 'endDay', 'issuedDay'] as const
    ).every((column) => areSame(a[column], b[column])) &&
    a.instruments.size === b.instruments.size &&
    [...a.instruments].every(([measure, instrument]) => b.instruments.get(measure) === instrument) &&
    FACT_TYPES.every((type) => areSameFacts(a.facts[type], b.facts[type]))
  );
}

function areSameFacts(a: Facts, b: Facts): boolean {
  return (['from', 'to', 'fromDay', 'toDay', 'modality', 'part', 'keys'] as const).every((column) =>
    areSame(a[column], b[column]),
  );
}

function areSame(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
