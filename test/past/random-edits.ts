/** Random edits of a dataset, as curators make them: records and facts that go, and values that become others. */

import fc from 'fast-check';
import type { Dataset, DatasetNode, DatasetRelationship } from '../../src/model/dataset.ts';
import type { Model } from '../../src/model/model.ts';
import { ownerId } from '../../src/model/stored/owned-id.ts';

/** From a policy to its measures. */
const OWNS = 'HAS_MEASURE';

/** Of a hundred, what happens to a record or a fact; most stay as they are. */
const lot = fc.nat(99);

/**
 * Edits of a dataset; a record goes with all that it owns and all facts at it.
 * @param asked records that stay, for questions name them
 */
export function randomEdits(
  model: Model,
  dataset: Dataset,
  asked: readonly string[] = [],
): fc.Arbitrary<Dataset> {
  const { nodes, relationships } = dataset;
  // A measure has a policy.
  const measures = [...relationships.values()].filter(({ type }) => type === OWNS);
  const owning = new Set(measures.flatMap(({ from, to }) => [from, to]));
  const lots = (size: number) => fc.array(lot, { minLength: size, maxLength: size, size: 'max' });
  return fc.record({ nodes: lots(nodes.size), facts: lots(relationships.size) }).map((drawn): Dataset => {
    const gone = new Set(
      [...nodes.keys()].filter(
        (id, at) => (drawn.nodes[at] ?? 99) < 4 && !isKept(id) && !asked.includes(id) && !owning.has(id),
      ),
    );
    const isGone = (id: string) => gone.has(id) || gone.has(ownerId(id));
    const keptNodes = [...nodes.values()]
      .map((node, at) => editedNode(node, drawn.nodes[at] ?? 99))
      .filter(({ id }) => !isGone(id));
    const keptFacts = [...relationships.values()]
      .map((fact, at) => ({ fact: editedFact(fact, drawn.facts[at] ?? 99), lot: drawn.facts[at] ?? 99 }))
      .filter(({ fact, lot: of }) => !model.stored.has(fact.type) || fact.type === OWNS || of >= 6)
      .map(({ fact }) => fact)
      .filter(({ from, to }) => !isGone(from) && !isGone(to));
    return {
      ...dataset,
      nodes: new Map(keptNodes.map((node) => [node.id, node])),
      relationships: new Map(keptFacts.map((fact) => [fact.key, fact])),
    };
  });
}

/** What all else rests on. */
function isKept(id: string): boolean {
  return id.startsWith('source:') || id.startsWith('indicator:');
}

function editedNode(node: DatasetNode, drawn: number): DatasetNode {
  const { name } = node.properties;
  const evidence =
    drawn % 7 === 0 ? node.evidence.map((each) => ({ ...each, locator: `p${drawn}` })) : node.evidence;
  const renamed = drawn % 9 === 0 && typeof name === 'string' ? { name: `${name}（${drawn}）` } : {};
  const dated =
    node.type === 'Policy' && drawn % 5 === 0
      ? { expiresOn: `20${24 + (drawn % 4)}-0${1 + (drawn % 9)}` }
      : {};
  const valued = node.type === 'Observation' && drawn % 3 === 0 ? { value: String(1000 + drawn) } : {};
  const figured = node.type === 'FirmFigure' && drawn % 3 === 0 ? { value: String(10 * drawn) } : {};
  const staged = node.type === 'Policy' && drawn === 97 ? { stage: 'DRAFT' } : {};
  return {
    ...node,
    evidence,
    properties: { ...node.properties, ...renamed, ...dated, ...valued, ...figured, ...staged },
  };
}

function editedFact(fact: DatasetRelationship, drawn: number): DatasetRelationship {
  // In seeds these are never planned, nor do they end.
  if (fact.properties.modality === undefined || [OWNS, 'SUPERSEDES'].includes(fact.type)) return fact;
  const planned = drawn % 17 === 0 ? { modality: 'PLANNED' } : {};
  const ended = drawn % 19 === 0 ? { validTo: '2023-12' } : {};
  const evidence =
    drawn % 11 === 0 ? fact.evidence.map((each) => ({ ...each, locator: `p${drawn}` })) : fact.evidence;
  return { ...fact, evidence, properties: { ...fact.properties, ...planned, ...ended } };
}
