/** The neighbours of an entity, by relationship: what a picture of them asks for, and reads. */

import { ENTITY, type Model, type NodeTypeModel } from '../model/model.ts';
import { type EvidenceItem, type Item, listOf } from './entity-facts.ts';
import { isOfFigures, type Looked } from './entity-operation.ts';
import { firmness } from './evidence-words.ts';
import type { Question } from './operation.ts';
import type { Named } from './vocabulary.ts';

/** How many neighbours of each relationship one expansion brings. */
const PER_EXPANSION = 8;

/** A line of the picture. */
export interface Link {
  readonly from: string;
  readonly to: string;
  /** The kind of relationship. */
  readonly kind: string;
  /** The strongest tier among its sources; '' without any. */
  readonly tier: string;
}

/** What an expansion brings. */
export interface Neighbours {
  readonly nodes: readonly Named[];
  readonly links: readonly Link[];
  /** How many more there are that it did not bring. */
  readonly left: number;
}

/** The relationships that lead to other entities, sources apart. */
function pictured(model: Model, type: NodeTypeModel) {
  return [...type.relationships.values()].filter(
    (each) => each.many && each.target !== ENTITY && !isOfFigures(model, each),
  );
}

/** One capped request for all neighbours of an entity. */
export function neighboursQuestion(
  model: Model,
  type: NodeTypeModel,
  { id, clocks: { validOn } }: Looked,
): Question<Item> {
  const parts = pictured(model, type).map(
    ({ name }) =>
      `  ${name}: lookUp(id: $id, validOn: $validOn) { ... on ${type.name} { ${name}(first: ${PER_EXPANSION}) { nodeCount edges { node { __typename id name nameEn } evidence { source { tier } } } } } }`,
  );
  return {
    query: `query Neighbours($id: ID!, $validOn: Date) {\n${parts.join('\n')}\n}`,
    variables: { id, ...(validOn ? { validOn } : {}) },
  };
}

/** The neighbours in an answer that has each relationship under its name. */
export function readNeighbours(model: Model, type: NodeTypeModel, id: string, data: Item): Neighbours {
  const nodes = new Map<string, Named>();
  const links: Link[] = [];
  let left = 0;
  for (const { name, stored, direction } of pictured(model, type)) {
    const connection = (data[name] as Item | null | undefined)?.[name] as Item | undefined;
    const found = new Map(
      listOf<{ readonly node: Named; readonly evidence: readonly EvidenceItem[] }>(connection?.edges)
        .slice(0, PER_EXPANSION)
        .map((edge) => [edge.node.id, edge]),
    );
    left += Math.max(0, Number(connection?.nodeCount ?? 0) - found.size);
    for (const [far, { node, evidence }] of found) {
      nodes.set(far, node);
      const [from, to] = direction === 'OUT' ? [id, far] : [far, id];
      links.push({ from, to, kind: stored.kind, tier: firmness(evidence) });
    }
  }
  return { nodes: [...nodes.values()], links, left };
}

/** What of a picture's legend is switched off: types of nodes, kinds of relationships, tiers of sources. */
export interface Hidden {
  readonly types: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
  readonly tiers: ReadonlySet<string>;
}

/**
 * What is left of a picture by its legend. A node whose lines are all switched off goes with them; the one in the middle stays.
 * @param typeOf the type of a node
 */
export function shownOf(
  drawn: { readonly nodes: ReadonlyMap<string, Named>; readonly links: readonly Link[] },
  middle: string,
  hidden: Hidden,
  typeOf: (node: Named) => string,
): { readonly nodes: readonly Named[]; readonly links: readonly Link[] } {
  const isOn = (id: string) => {
    const node = drawn.nodes.get(id);
    return node !== undefined && (id === middle || !hidden.types.has(typeOf(node)));
  };
  const links = drawn.links.filter(
    ({ from, to, kind, tier }) =>
      isOn(from) && isOn(to) && !hidden.kinds.has(kind) && !hidden.tiers.has(tier),
  );
  const linked = new Set([middle, ...links.flatMap(({ from, to }) => [from, to])]);
  return { nodes: [...drawn.nodes.values()].filter(({ id }) => linked.has(id)), links };
}
