/** A ground with some of its nodes and facts as they were, and the rest as they are (§16.4). */

import { type GroundFact, type GroundKind, type GroundNode, groundInSteps } from './build-ground.ts';
import { FACT_TYPES, type Ground, MODALITIES, UNKNOWN_START } from './ground.ts';
import type { Steps } from './steps.ts';

/** What is different: a node or fact by its id or key, undefined where there was none. */
export interface GroundPatch {
  readonly nodes: ReadonlyMap<string, GroundNode | undefined>;
  readonly facts: ReadonlyMap<string, GroundFact | undefined>;
}

/** The ground that differs from another by a patch. */
export function* patchGround(ground: Ground, { nodes, facts }: GroundPatch): Steps<Ground> {
  const replaced = <T>(given: ReadonlyMap<string, T | undefined>) =>
    [...given.values()].filter((each) => each !== undefined);
  yield;
  return yield* groundInSteps(
    [...nodesOf(ground).filter(({ id }) => !nodes.has(id)), ...replaced(nodes)],
    [...factsOf(ground).filter(({ key }) => key === '' || !facts.has(key)), ...replaced(facts)],
    ground.ids[ground.home],
  );
}

function nodesOf(ground: Ground): readonly GroundNode[] {
  const { ids, adopted, startDay, endDay, issuedDay, instruments, levels } = ground;
  const { industryKinds, chainStages } = ground;
  const kinds = new Map<number, GroundKind>([
    ...[...ground.policies].map((number) => [number, 'Policy'] as const),
    ...[...ground.clusters].map((number) => [number, 'Cluster'] as const),
    ...[...ground.industries].map((number) => [number, 'Industry'] as const),
    ...[...ground.places].map((number) => [number, 'Place'] as const),
  ]);
  return ids.map((id, number): GroundNode => {
    const start = startDay[number] ?? UNKNOWN_START;
    return {
      id,
      kind: kinds.get(number) ?? 'Measure',
      stage: adopted[number] === 1 ? 'ADOPTED' : undefined,
      startDay: start === UNKNOWN_START ? undefined : start,
      endDay: endDay[number],
      issuedDay: issuedDay[number],
      instrument: instruments.get(number),
      industryKind: industryKinds.get(number),
      chainStage: chainStages.get(number),
      level: levels.get(number),
    };
  });
}

function factsOf({ ids, facts }: Ground): readonly GroundFact[] {
  return FACT_TYPES.flatMap((type) => {
    const { from, to, fromDay, toDay, modality, part, keys } = facts[type];
    return keys.map(
      (key, fact): GroundFact => ({
        type,
        key,
        from: ids[from[fact] ?? 0] ?? '',
        to: ids[to[fact] ?? 0] ?? '',
        fromDay: fromDay[fact],
        toDay: toDay[fact],
        modality: MODALITIES[modality[fact] ?? 0],
        extent: part[fact] === 1 ? 'PART' : undefined,
      }),
    );
  });
}
