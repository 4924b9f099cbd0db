/** Nodes and facts of a dataset as the rules read them. */

import type { DatasetNode, DatasetRelationship } from '../model/dataset.ts';
import { firstDay } from '../model/day.ts';
import { concreteTypes, type Model } from '../model/model.ts';
import { validDays } from '../model/stored/derive-facts.ts';
import { GROUND_KINDS, type GroundFact, type GroundKind, type GroundNode } from './build-ground.ts';
import { FACT_TYPES, type FactType } from './ground.ts';

/** The kind of each node type that the rules read. */
export function groundKinds(model: Model): ReadonlyMap<string, GroundKind> {
  return new Map(
    GROUND_KINDS.flatMap((kind) => concreteTypes(model, kind).map((type) => [type, kind] as const)),
  );
}

/** A node as the rules read it; undefined where they do not. */
export function groundNodeOf(
  kinds: ReadonlyMap<string, GroundKind>,
  { id, type, properties }: DatasetNode,
): GroundNode | undefined {
  const kind = kinds.get(type);
  if (!kind) return undefined;
  const text = (name: string) =>
    typeof properties[name] === 'string' ? String(properties[name]) : undefined;
  const day = (name: string) => (typeof properties[name] === 'number' ? Number(properties[name]) : undefined);
  if (kind === 'Measure') return { id, kind, instrument: text('instrument') };
  if (kind === 'Industry') {
    return { id, kind, industryKind: text('industryKind'), chainStage: text('chainStage') };
  }
  if (kind === 'Place') return { id, kind, level: text('level') };
  if (kind !== 'Policy') return { id, kind };
  const issuedOn = text('issuedOn');
  return {
    id,
    kind,
    stage: text('stage'),
    startDay: day('startDay'),
    endDay: day('endDay'),
    issuedDay: issuedOn === undefined ? undefined : firstDay(issuedOn),
  };
}

/** A fact as the rules read it; undefined where they do not. */
export function groundFactOf({
  type,
  key,
  from,
  to,
  properties,
}: DatasetRelationship): GroundFact | undefined {
  if (!isFactType(type)) return undefined;
  const { modality, extent } = properties;
  return {
    type,
    key,
    from,
    to,
    ...validDays(properties),
    ...(typeof modality === 'string' ? { modality } : {}),
    ...(typeof extent === 'string' ? { extent } : {}),
  };
}

function isFactType(type: string): type is FactType {
  return FACT_TYPES.some((each) => each === type);
}
