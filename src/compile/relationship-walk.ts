/** The facts of a relationship field: of the node itself, or of all that is in it, where the field looks down. */

import { cypherName } from '../cypher/names.ts';
import type { RelationshipModel } from '../model/model.ts';
import type { CompileContext } from './compiled.ts';
import { arrowPattern, typePattern, validCondition, where } from './relationship-pattern.ts';
import { below, looksDown } from './tree.ts';

/** A walk from one node along one relationship field. */
export interface RelationshipWalk {
  /** The clauses that bind the far node and the fact: MATCH … WHERE …, each fact once. */
  readonly clauses: (far: string, fact: string, ...conditions: readonly (string | undefined)[]) => string;
  /** An expression of how many facts there are, and the CALL it needs, if any. */
  readonly total: () => { readonly calls: string; readonly text: string };
  /** An expression of how many distinct far ends there are, and the CALL it needs, if any. */
  readonly distinct: () => { readonly calls: string; readonly text: string };
}

/**
 * The walk of a field from `from`.
 * @param deep whether what is in anything below counts, too; nothing is below where its owner has no tree
 * @example
 * MATCH (n2)-[w3:WITHIN|WITHIN_DATED*0..]->(n0) WHERE all(w IN w3 WHERE …)
 * WITH DISTINCT n2 MATCH (n2)<-[r1:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]-(n4)
 */
export function relationshipWalk(
  context: CompileContext,
  relationship: RelationshipModel,
  from: string,
  deep: boolean,
): RelationshipWalk {
  const tree = deep ? looksDown(context.model, relationship) : undefined;
  const { stored } = relationship;
  const pattern = (near: string, far: string, fact: string) =>
    `(${near})${arrowPattern(relationship, `${fact}:${typePattern(stored)}`)}(${far})`;
  if (!tree) {
    const clauses: RelationshipWalk['clauses'] = (far, fact, ...conditions) =>
      `MATCH ${pattern(from, far, fact)}${where(validCondition(context, stored, fact), ...conditions)}`;
    return {
      clauses,
      total: () => ({ calls: '', text: degree(context, relationship, from) }),
      distinct: () => ({ calls: '', text: distinctDegree(context, relationship, from, clauses) }),
    };
  }
  const start = (): { readonly node: string; readonly text: string } => {
    const node = context.variable('n');
    return { node, text: below(context, tree, node, from) };
  };
  const clauses: RelationshipWalk['clauses'] = (far, fact, ...conditions) => {
    const { node, text } = start();
    return `${text}\nMATCH ${pattern(node, far, fact)}${where(validCondition(context, stored, fact), ...conditions)}`;
  };
  return {
    clauses,
    total: () => {
      const { node, text } = start();
      const sum = context.variable('c');
      const calls = `CALL (${from}) { ${text}\nRETURN sum(${degree(context, relationship, node)}) AS ${sum} }\n`;
      return { calls, text: sum };
    },
    distinct: () => {
      const [far, fact, count] = [context.variable('n'), context.variable('r'), context.variable('c')];
      const calls = `CALL (${from}) { ${clauses(far, fact)}\nRETURN count(DISTINCT ${far}) AS ${count} }\n`;
      return { calls, text: count };
    },
  };
}

/** How many facts a node has: the degree of the undated type, and the few dated ones counted on the day. */
function degree(context: CompileContext, relationship: RelationshipModel, from: string): string {
  const { stored } = relationship;
  const r = context.variable('r');
  const count = (inner: string, condition = '') =>
    `COUNT { (${from})${arrowPattern(relationship, inner)}()${condition} }`;
  const dated = where(validCondition(context, stored, r));
  return `${count(`:${cypherName(stored.type)}`)} + ${count(`${r}:${cypherName(stored.datedType)}`, dated)}`;
}

/**
 * How many far ends a node has. Without properties of its own a relationship joins a pair by one undated fact at
 * most, so that these count by their degree; only far ends that dated facts alone lead to are compared.
 */
function distinctDegree(
  context: CompileContext,
  relationship: RelationshipModel,
  from: string,
  clauses: RelationshipWalk['clauses'],
): string {
  const { stored } = relationship;
  const [far, fact] = [context.variable('n'), context.variable('r')];
  if (stored.properties.some(({ key }) => key)) {
    return `COUNT { ${clauses(far, fact)} RETURN DISTINCT ${far} }`;
  }
  const undated = (end: string) =>
    `(${from})${arrowPattern(relationship, `:${cypherName(stored.type)}`)}(${end})`;
  const dated = `(${from})${arrowPattern(relationship, `${fact}:${cypherName(stored.datedType)}`)}(${far})`;
  const alone = where(validCondition(context, stored, fact), `NOT EXISTS { ${undated(far)} }`);
  return `COUNT { ${undated('')} } + COUNT { MATCH ${dated}${alone} RETURN DISTINCT ${far} }`;
}
