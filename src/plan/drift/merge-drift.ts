/** Three-way merge: manual edits win value by value, otherwise the seeds. Pure. */

import type { DatasetNode, DatasetRelationship, Evidence, Properties, Value } from '../../model/dataset.ts';

/** A value three times; undefined where there is none. */
export interface DriftedValue {
  readonly property: string;
  readonly loaded: Value | readonly Evidence[] | undefined;
  /** As it is after manual edits. */
  readonly is: Value | readonly Evidence[] | undefined;
  readonly seeds: Value | readonly Evidence[] | undefined;
}

interface Content {
  readonly properties: Properties;
  readonly evidence: readonly Evidence[];
}

/** The values that were edited by hand; evidence counts as one. */
export function driftedValues(
  loaded: Content,
  is: Content,
  seeds: Content | undefined,
): readonly DriftedValue[] {
  const names = new Set([...Object.keys(loaded.properties), ...Object.keys(is.properties)]);
  const all = [...names].sort().map((property) => ({
    property,
    loaded: loaded.properties[property],
    is: is.properties[property],
    seeds: seeds?.properties[property],
  }));
  const evidence = {
    property: 'evidence',
    loaded: loaded.evidence,
    is: is.evidence,
    seeds: seeds?.evidence,
  };
  return [...all, evidence].filter((each) => JSON.stringify(each.loaded) !== JSON.stringify(each.is));
}

/** The ends that a manual edit gave a fact, other than those it was loaded with. */
export function driftedEnds(
  loaded: DatasetNode | DatasetRelationship,
  is: DatasetNode | DatasetRelationship,
  seeds: DatasetNode | DatasetRelationship | undefined,
): readonly DriftedValue[] {
  if (!('key' in loaded && 'key' in is)) return [];
  const said = seeds && 'key' in seeds ? seeds : undefined;
  return (['from', 'to', 'type'] as const).flatMap((property) =>
    loaded[property] === is[property]
      ? []
      : [{ property, loaded: loaded[property], is: is[property], seeds: said?.[property] }],
  );
}

/** What the seeds say, except for values that were edited by hand: those stay. */
export function mergeDrift<T extends DatasetNode | DatasetRelationship>(loaded: T, is: T, seeds: T): T {
  const properties: Record<string, Value> = { ...seeds.properties };
  let { evidence } = seeds;
  for (const { property } of driftedValues(loaded, is, seeds)) {
    if (property === 'evidence') evidence = is.evidence;
    else {
      const value = is.properties[property];
      if (value === undefined) delete properties[property];
      else properties[property] = value;
    }
  }
  return { ...seeds, properties, evidence };
}
