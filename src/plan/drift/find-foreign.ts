/** What no seed says about the nodes and facts that a plan deletes: an analyst's relationships, properties and labels. */

import type { Run } from '../../cypher/statement.ts';
import { cutText } from '../../diagnostics/cut-text.ts';
import { grouped } from '../../graph/statements/apply-statements.ts';
import {
  type FactsOfType,
  foreignOnFacts,
  foreignOnNodes,
  foreignRelationships,
  type NodesOfType,
  type RelationshipsOfNodes,
} from '../../graph/statements/foreign-statements.ts';
import type { DatasetNode, DatasetRelationship } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import { OLDER_FACT_NAMES, olderNodeNames } from '../../model/schema/older-form.ts';
import { factWords } from '../../model/stored/fact-words.ts';
import { storedNodeNames, storedRelationshipNames } from '../../model/stored/stored-form.ts';
import type { Change } from '../changes/changes.ts';
import { pairMoves } from '../changes/pair-moves.ts';
import { keyOf } from '../changes/read-ledger.ts';
import type { ModelChange } from '../model-change.ts';

/** A relationship that was not loaded, on a node that would be deleted. */
export interface ForeignRelationship {
  /** The node that would be deleted. */
  readonly id: string;
  readonly type: string;
  /** The node at the far end: its id, or what Neo4j calls it. */
  readonly other: string;
}

/** A property that the model does not name, on a node or fact that would be deleted. */
export interface ForeignProperty {
  /** A node's id, or a relationship in words: its type and ends. */
  readonly id: string;
  readonly property: string;
  readonly value: string;
}

/** A label that the model does not give a node that would be deleted. */
export interface ForeignLabel {
  readonly id: string;
  readonly label: string;
}

/** What a deletion would take along although no seed says it. */
export interface ForeignContent {
  readonly relationships: readonly ForeignRelationship[];
  readonly properties: readonly ForeignProperty[];
  readonly labels: readonly ForeignLabel[];
}

/** What of a plan decides what it deletes. */
export interface Deletions {
  readonly changes: readonly Change[];
  readonly repairs?: readonly Change[];
  /** Whether what is foreign is deleted too: then all of it is listed. */
  readonly takesForeign?: boolean;
  /** Whether the graph has an older form, whose properties are not foreign. */
  readonly modelChange?: ModelChange | undefined;
}

/** What the deletions of a plan reach, in the form that statements take. */
export interface Deleted {
  readonly nodes: readonly NodesOfType[];
  readonly facts: readonly FactsOfType[];
  readonly attached: RelationshipsOfNodes;
}

/** How many relationships of each node are listed where they refuse the plan. */
const LISTED = 50;
/** How many are listed where they are taken along: each of them. */
const ALL = 2 ** 31;

/** What the changes delete; what goes on under another id is not deleted. */
export function deletedBy(model: Model, { changes, repairs = [], modelChange }: Deletions): Deleted {
  const nodes: DatasetNode[] = [];
  const facts: DatasetRelationship[] = [];
  for (const change of pairMoves(model, changes).changes) {
    if (change.action !== 'delete') continue;
    if ('node' in change) nodes.push(change.node);
    else facts.push(change.relationship);
  }
  return {
    nodes: grouped(nodes, ({ type }) => type).map(([type, group]) => ({
      ids: group.map(({ id }) => id),
      names: [...storedNodeNames(model, type), ...(modelChange ? olderNodeNames(model, type) : [])],
      labels: model.nodeTypes.get(type)?.labels ?? [type],
    })),
    facts: grouped(facts, ({ type }) => type).map(([type, group]) => ({
      facts: group.map(({ key, from }) => ({ key, from })),
      names: [...storedRelationshipNames(model, type), ...(modelChange ? OLDER_FACT_NAMES : [])],
    })),
    attached: {
      ids: nodes.map(({ id }) => id),
      // What is restored first is not attached there any more.
      without: [...facts.map(({ key }) => key), ...repairs.map(keyOf)],
    },
  };
}

/** What is foreign about what a plan deletes; nothing is asked where it deletes nothing. */
export async function findForeign(model: Model, deletions: Deletions, run: Run): Promise<ForeignContent> {
  const { changes, takesForeign } = deletions;
  const { nodes, facts, attached } = deletedBy(model, deletions);
  const onNodes = nodes.length > 0 ? await run(foreignOnNodes(nodes)) : [];
  const onFacts = facts.length > 0 ? await run(foreignOnFacts(facts)) : [];
  const most = takesForeign ? ALL : LISTED;
  const found = nodes.length > 0 ? await run(foreignRelationships(attached, most)) : [];
  const words = factsInWords(changes);
  return {
    relationships: found.map(({ id, type, other }) => ({
      id: String(id),
      type: String(type),
      other: String(other),
    })),
    properties: [
      ...onNodes.flatMap(({ id, properties }) => propertiesOf(String(id), properties)),
      ...onFacts.flatMap(({ key, properties }) => propertiesOf(words(String(key)), properties)),
    ],
    labels: onNodes.flatMap(({ id, labels }) =>
      (labels as readonly string[]).toSorted().map((label) => ({ id: String(id), label })),
    ),
  };
}

/** How a node or fact of some changes is listed, by its id or key. */
export function factsInWords(changes: readonly Change[]): (key: string) => string {
  const words = new Map(
    changes.flatMap((change) =>
      'relationship' in change ? [[change.relationship.key, factWords(change.relationship)] as const] : [],
    ),
  );
  return (key) => words.get(key) ?? key;
}

/** Names and values as {@link foreignOnNodes} lists them, in order. */
export function propertiesOf(id: string, listed: unknown): readonly ForeignProperty[] {
  return (listed as readonly (readonly [string, unknown])[])
    .map(([property, value]) => ({ id, property, value: String(value) }))
    .sort((a, b) => (a.property < b.property ? -1 : 1));
}

/** Whether there is nothing foreign. */
export function isBare({ relationships, properties, labels }: ForeignContent): boolean {
  return relationships.length + properties.length + labels.length === 0;
}

/** Foreign content as curators read it, a line each; the direction of relationships is left aside. */
export function foreignWords({ relationships, properties, labels }: ForeignContent): readonly string[] {
  return [
    ...relationships.map(({ id, type, other }) => `${id} -[${type}]- ${other}`),
    ...properties.map(({ id, property, value }) => `${id}: ${property} = ${cutText(value)}`),
    ...labels.map(({ id, label }) => `${id}: label ${label}`),
  ];
}
