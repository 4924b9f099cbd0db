/** The ground of a dataset, for tests without a database. */

import type { Dataset, DatasetNode, DatasetRelationship } from '../../src/model/dataset.ts';
import { firstDay } from '../../src/model/day.ts';
import { validDays } from '../../src/model/derive-facts.ts';
import { concreteTypes, type Model } from '../../src/model/model.ts';
import {
  buildGround,
  GROUND_KINDS,
  type GroundFact,
  type GroundKind,
  type GroundNode,
} from '../../src/rules/build-ground.ts';
import { FACT_TYPES, type FactType, type Ground } from '../../src/rules/ground.ts';

/** The ground of a dataset that has what follows from it, the days of its policies among that. */
export function groundOfDataset(model: Model, dataset: Dataset): Ground {
  const { nodes, facts } = groundRecords(model, dataset);
  return buildGround(nodes, facts, dataset.info.home);
}

/** The nodes and facts of a dataset that the rules read. */
export function groundRecords(
  model: Model,
  { nodes, relationships }: Dataset,
): { readonly nodes: readonly GroundNode[]; readonly facts: readonly GroundFact[] } {
  const kinds = groundKinds(model);
  return {
    nodes: [...nodes.values()].flatMap((node) => nodeOf(kinds, node) ?? []),
    facts: [...relationships.values()].flatMap((fact) => factOf(fact) ?? []),
  };
}

/** The kind of each node type that the rules read. */
function groundKinds(model: Model): ReadonlyMap<string, GroundKind> {
  return new Map(
    GROUND_KINDS.flatMap((kind) => concreteTypes(model, kind).map((type) => [type, kind] as const)),
  );
}

function nodeOf(
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

function factOf({ type, key, from, to, properties }: DatasetRelationship): GroundFact | undefined {
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
