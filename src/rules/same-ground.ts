/** Whether two grounds are equal, so that what was decided over one holds over the other. */

import { FACT_TYPES, type Facts, type Ground } from './ground.ts';

/** Whether two grounds have the same nodes and facts. */
export function isSameGround(a: Ground, b: Ground): boolean {
  return (
    areSame(a.ids, b.ids) &&
    (
      ['policies', 'clusters', 'industries', 'places', 'adopted', 'startDay', 'endDay', 'issuedDay'] as const
    ).every((column) => areSame(a[column], b[column])) &&
    a.home === b.home &&
    areSameTexts(a.instruments, b.instruments) &&
    areSameTexts(a.industryKinds, b.industryKinds) &&
    areSameTexts(a.chainStages, b.chainStages) &&
    areSameTexts(a.levels, b.levels) &&
    FACT_TYPES.every((type) => areSameFacts(a.facts[type], b.facts[type]))
  );
}

function areSameFacts(a: Facts, b: Facts): boolean {
  return (['from', 'to', 'fromDay', 'toDay', 'modality', 'part', 'keys'] as const).every((column) =>
    areSame(a[column], b[column]),
  );
}

function areSameTexts(a: ReadonlyMap<number, string>, b: ReadonlyMap<number, string>): boolean {
  return a.size === b.size && [...a].every(([node, text]) => b.get(node) === text);
}

function areSame(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
