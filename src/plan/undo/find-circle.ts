/** Whether facts that come back would close a circle in a tree with what was added since. */

import type { Run } from '../../cypher/statement.ts';
import { readStepsUp, type Step } from '../../graph/reading/read-steps.ts';
import { acyclicTypes, type Model } from '../../model/model.ts';
import type { Change } from '../changes/changes.ts';

/** The ids along a circle that changes would close, its first one again at its end; undefined where there is none. */
export async function findCircle(
  model: Model,
  changes: readonly Change[],
  run: Run,
): Promise<readonly string[] | undefined> {
  for (const type of acyclicTypes(model)) {
    const own = changes.flatMap((change) =>
      'relationship' in change && change.relationship.type === type ? [change] : [],
    );
    const created = own.filter(({ action }) => action === 'create').map(({ relationship }) => relationship);
    if (created.length === 0) continue;
    const gone = new Set(
      own.filter(({ action }) => action === 'delete').map((each) => each.relationship.key),
    );
    const ends = [...new Set(created.flatMap(({ from, to }) => [from, to]))];
    const there = (await readStepsUp(model, run, type, ends)).filter(({ key }) => !gone.has(key));
    const up = groupByStart([...there, ...created]);
    for (const { from, to } of created) {
      const way = wayBetween(up, to, from);
      if (way) return [from, ...way];
    }
  }
  return undefined;
}

function groupByStart(steps: readonly Step[]): ReadonlyMap<string, readonly string[]> {
  const up = new Map<string, string[]>();
  for (const { from, to } of steps) {
    const known = up.get(from);
    if (known) known.push(to);
    else up.set(from, [to]);
  }
  return up;
}

/** The ids on a way from one node up to another, both among them. */
function wayBetween(
  up: ReadonlyMap<string, readonly string[]>,
  start: string,
  end: string,
): readonly string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[start, undefined]]);
  for (const id of cameFrom.keys()) {
    if (id === end) {
      const way: string[] = [];
      for (let at: string | undefined = id; at !== undefined; at = cameFrom.get(at)) way.unshift(at);
      return way;
    }
    for (const next of up.get(id) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, id);
  }
  return undefined;
}
