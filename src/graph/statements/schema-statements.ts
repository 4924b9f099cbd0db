/** The constraints and indexes that the model asks of Neo4j. */

import { cypherName } from '../../cypher/names.ts';
import type { Statement } from '../../cypher/statement.ts';
import { GRAPH_LABEL, type Model, NODE } from '../../model/model.ts';
import { LEAF_LABEL } from '../../model/stored/hash-leaves.ts';
import { SEARCH_KEY } from '../../model/text/search-key.ts';

/** The constraint that nodes are looked up by. */
export const NODE_LOOK_UP = 'node_id';

/**
 * Statements that create what is missing and leave alone what is there.
 * @example
 * CREATE CONSTRAINT node_id IF NOT EXISTS FOR (n:Node) REQUIRE n.id IS UNIQUE
 */
export function schemaStatements(model: Model): readonly Statement[] {
  const labels = new Set([...model.nodeTypes.values()].filter((type) => type.root).map((type) => type.name));
  return [
    // First, since Neo4j lists the labels of a node by age, and Neo4j Browser colours it by the first of them.
    ...[...labels].map((label) =>
      statement(`CREATE INDEX ${name(label, 'id')} IF NOT EXISTS FOR (n:${cypherName(label)}) ON (n.id)`),
    ),
    uniqueNode(NODE, 'id'),
    uniqueNode(GRAPH_LABEL, 'id'),
    uniqueNode('Revision', 'number'),
    uniqueNode('FormerId', 'id'),
    uniqueNode('HashSums', 'id'),
    uniqueNode(LEAF_LABEL, 'bucket'),
    uniqueNode(SEARCH_KEY, 'id'),
    statement('CREATE INDEX change_part IF NOT EXISTS FOR (n:ChangePart) ON (n.place)'),
    statement('CREATE INDEX changed_id IF NOT EXISTS FOR (n:ChangedId) ON (n.id)'),
    statement('CREATE INDEX revision_part IF NOT EXISTS FOR (n:RevisionPart) ON (n.revision)'),
    statement('CREATE INDEX policy_days IF NOT EXISTS FOR (n:Policy) ON (n.startDay, n.endDay)'),
    ...['nodeType', 'renamed'].map((property) =>
      statement(
        `CREATE INDEX ${name(SEARCH_KEY, property)} IF NOT EXISTS FOR (n:${SEARCH_KEY}) ON (n.${property})`,
      ),
    ),
    ...['searchText', 'searchPinyin'].map((property) =>
      statement(
        `CREATE TEXT INDEX ${name(SEARCH_KEY, property)} IF NOT EXISTS FOR (n:${SEARCH_KEY}) ON (n.${property})`,
      ),
    ),
    ...relationshipTypes(model).map((type) =>
      statement(
        `CREATE CONSTRAINT ${name(type, 'key')} IF NOT EXISTS FOR ()-[r:${cypherName(type)}]-() REQUIRE r.key IS UNIQUE`,
      ),
    ),
  ];
}

/** Drops the indexes of older forms, once the graph has the present form. */
export const RETIRED_INDEXES: readonly Statement[] = [
  'node_bucket',
  'entity_renamed',
  'entity_searchText',
  'entity_searchPinyin',
].map((index) => statement(`DROP INDEX ${index} IF EXISTS`));

/** Every relationship type that may be stored. */
export function relationshipTypes(model: Model): readonly string[] {
  const owned = [...model.nodeTypes.values()].flatMap((type) =>
    [...type.owned.values()].map((each) => each.relationshipType),
  );
  const facts = [...model.stored.values()].flatMap((each) => [each.type, each.datedType]);
  return [...new Set([...facts, ...owned])];
}

function uniqueNode(label: string, property: string): Statement {
  return statement(
    `CREATE CONSTRAINT ${name(label, property)} IF NOT EXISTS FOR (n:${cypherName(label)}) REQUIRE n.${property} IS UNIQUE`,
  );
}

function name(label: string, property: string): string {
  return `${cypherName(label).toLowerCase()}_${property}`;
}

function statement(text: string): Statement {
  return { text, parameters: {} };
}
