/** What `paths` answers, read from a dataset in memory: every simple path is tried, then sorted (§12.1 to §12.5). */

import type { Dataset, DatasetRelationship } from '../../src/model/dataset.ts';
import { firstDay, lastDay } from '../../src/model/day.ts';
import { isA, type Model } from '../../src/model/model.ts';

/** A question. */
export interface PathsQuery {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly first: number;
  readonly day: number;
}

/** A path: the ids along it, and the facts by which it goes. */
export interface OraclePath {
  readonly ids: readonly string[];
  readonly keys: readonly string[];
}

/** The paths, best first. */
export function pathsOracle(model: Model, dataset: Dataset, query: PathsQuery): readonly OraclePath[] {
  const { from, to, maxHops, first, day } = query;
  const facts = [...dataset.relationships.values()];
  const typeOf = (id: string) => dataset.nodes.get(id)?.type ?? '';
  const isEntity = (id: string) => isA(model, typeOf(id), 'Entity');
  const onPaths = (id: string) => isEntity(id) && typeOf(id) !== 'Source' && typeOf(id) !== 'Indicator';
  const passable = (id: string) => {
    const level = String(dataset.nodes.get(id)?.properties.level);
    return id !== 'industry:all' && !['COUNTRY', 'PROVINCE', 'MUNICIPALITY', 'CITY'].includes(level);
  };
  const isValid = ({ type, properties: { validFrom, validTo } }: DatasetRelationship) =>
    model.stored.get(type)?.always === true ||
    ((validFrom === undefined || (firstDay(String(validFrom)) ?? 0) <= day) &&
      (validTo === undefined || day <= (lastDay(String(validTo)) ?? 0)));
  const isThere = (fact: DatasetRelationship) =>
    onPaths(fact.from) && onPaths(fact.to) && fact.from !== fact.to && isValid(fact);
  const there = facts.filter(isThere);
  const kindOf = ({ type }: DatasetRelationship) => model.stored.get(type)?.kind ?? '';
  const orderOf = (fact: DatasetRelationship) => [
    kindOf(fact),
    String(fact.properties.role ?? ''),
    String(firstDay(String(fact.properties.validFrom ?? '')) ?? 0).padStart(8, '0'),
    fact.key,
  ];
  /** The one step between two nodes, whichever way its fact points. */
  const stepBetween = (a: string, b: string) =>
    there
      .filter((fact) => (fact.from === a && fact.to === b) || (fact.from === b && fact.to === a))
      .sort((x, y) => compareLists(orderOf(x), orderOf(y)))[0];
  const neighboursOf = (id: string) => [
    ...new Set(there.flatMap((fact) => (fact.from === id ? [fact.to] : fact.to === id ? [fact.from] : []))),
  ];
  const degreeOf = (id: string) =>
    facts.filter((fact) => fact.type !== 'CITES' && (fact.from === id || fact.to === id)).length;
  const whole: { readonly ids: readonly string[]; readonly steps: readonly DatasetRelationship[] }[] = [];
  const walk = (ids: readonly string[], steps: readonly DatasetRelationship[]): void => {
    const last = ids.at(-1) ?? '';
    if (last === to) {
      whole.push({ ids, steps });
      return;
    }
    if (steps.length === maxHops || (last !== from && !passable(last))) return;
    for (const next of neighboursOf(last)) {
      const step = stepBetween(last, next);
      if (step && !ids.includes(next)) walk([...ids, next], [...steps, step]);
    }
  };
  if (from !== to && onPaths(from) && onPaths(to)) walk([from], []);
  const pointsOneWay = ({ ids, steps }: (typeof whole)[number], type: string) =>
    new Set(steps.flatMap((step, at) => (step.type === type ? [step.from === ids[at]] : []))).size < 2;
  return whole
    .filter((path) => pointsOneWay(path, 'WITHIN') && pointsOneWay(path, 'SUBCLASS_OF'))
    .map((path) => ({ ...path, sum: path.ids.slice(1, -1).reduce((sum, id) => sum + degreeOf(id), 0) }))
    .sort((a, b) => a.steps.length - b.steps.length || a.sum - b.sum || compareLists(a.ids, b.ids))
    .slice(0, first)
    .map(({ ids, steps }) => ({ ids, keys: steps.map(({ key }) => key) }));
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((each, index) => each !== b[index]);
  if (at < 0) return 0;
  return (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}
