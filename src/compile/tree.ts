/** The trees of the model: from a node to what is in it, or to what it is in, by WHOLE steps (§3.3, §4.2). */

import { cypherName } from '../cypher/names.ts';
import { topOf } from '../model/all-industries.ts';
import {
  concreteTypes,
  type Model,
  NODE,
  type RelationshipModel,
  type StoredRelationship,
} from '../model/model.ts';
import type { CompileContext } from './compiled.ts';
import { typePattern, validCondition } from './relationship-pattern.ts';

/** The property of a step that may say that only a part lies in the broader node, and its word for that. */
const EXTENT = 'extent';
const PART = 'PART';

/** The step to the broader ones of its own kind that nodes of a type or interface have; undefined where they have none. */
export function treeOf(model: Model, typeName: string): StoredRelationship | undefined {
  const fields = model.interfaces.get(typeName) ?? model.nodeTypes.get(typeName);
  const steps = [...(fields?.relationships.values() ?? [])];
  const step = steps.find(({ stored, direction }) => stored.tree && direction === 'OUT');
  return step && concreteTypes(model, step.target).length > 0 ? step.stored : undefined;
}

/**
 * A pattern from a node to the broader nodes that it is in, itself first; planned steps never hold.
 * @returns the pattern and the condition on its steps
 * @example
 * (n0)-[ws1:WITHIN|WITHIN_DATED*0..]->(n2) and all(w IN ws1 WHERE …)
 */
export function upward(
  context: CompileContext,
  tree: StoredRelationship,
  from: string,
  to: string,
): { readonly pattern: string; readonly condition: string } {
  const steps = context.variable('w');
  return {
    pattern: `(${from})-[${steps}:${typePattern(tree)}*0..]->(${to})`,
    condition: `all(w IN ${steps} WHERE ${wholeStep(context, tree, 'w')})`,
  };
}

/**
 * Clauses that bind `node` to each node that is in the one bound to `top`, itself first, each once; all other
 * variables are dropped.
 * @example
 * MATCH (n2)-[w3:WITHIN|WITHIN_DATED*0..]->(n0) WHERE all(w IN w3 WHERE …)
 * WITH DISTINCT n2
 */
export function below(context: CompileContext, tree: StoredRelationship, node: string, top: string): string {
  const { pattern, condition } = upward(context, tree, node, top);
  const all = topOf(tree);
  if (all === undefined) return `MATCH ${pattern} WHERE ${condition}\nWITH DISTINCT ${node}`;
  return `CALL (${top}) { MATCH ${pattern} WHERE ${condition} RETURN ${node}
UNION MATCH (${node}:${cypherName(tree.from)}) WHERE ${top}.id = '${all}' RETURN ${node} }
WITH ${node}`;
}

/**
 * Clauses that bind `node` to each node that the one with an id is in, itself first, each once; the top of the tree is
 * above all of its nodes by definition.
 * @param id the parameter that holds the id
 * @example
 * MATCH (n2:Node {id: $p0})-[w3:WITHIN|WITHIN_DATED*0..]->(n1) WHERE all(w IN w3 WHERE …)
 */
export function above(context: CompileContext, tree: StoredRelationship, node: string, id: string): string {
  const asked = `:${NODE} {id: ${id}}`;
  const { pattern, condition } = upward(context, tree, asked, node);
  const all = topOf(tree);
  const steps = `MATCH ${pattern} WHERE ${condition}`;
  if (all === undefined) return `${steps}\nWITH DISTINCT ${node}`;
  return `CALL () { ${steps} RETURN ${node}
UNION MATCH (:${cypherName(tree.from)}${asked}) MATCH (${node}:${NODE} {id: '${all}'}) RETURN ${node} }`;
}

/**
 * Clauses that bind `broader` to each node that one lies in, wholly or partly: what they have in common would be counted twice.
 */
export function anyStep(
  context: CompileContext,
  tree: StoredRelationship,
  from: string,
  broader: string,
): { readonly clauses: string; readonly node: string } {
  const steps = context.variable('w');
  const holds = `all(w IN ${steps} WHERE ${firmStep(context, tree, 'w')})`;
  return {
    clauses: `OPTIONAL MATCH (${from})-[${steps}:${typePattern(tree)}*1..]->(${broader}) WHERE ${holds}`,
    node: broader,
  };
}

/** A condition that `found` holds, or that all nodes of the tree are in the node asked by definition. */
export function foundOrIn(tree: StoredRelationship, found: string, asked: string): string {
  const all = topOf(tree);
  return all === undefined ? found : `(${found} OR ${asked} = '${all}')`;
}

/** A condition that a step holds whole on the day, and is no plan. */
function wholeStep(context: CompileContext, tree: StoredRelationship, step: string): string {
  const whole = hasExtent(tree) ? [`coalesce(${step}.${EXTENT}, '') <> '${PART}'`] : [];
  const parts = [...whole, firmStep(context, tree, step)];
  return parts.join(' AND ');
}

/** A condition that a step is a part only, on the day, and is no plan; undefined where no step of the tree can be. */
export function partStep(
  context: CompileContext,
  tree: StoredRelationship,
  step: string,
): string | undefined {
  return hasExtent(tree) ? `${step}.${EXTENT} = '${PART}' AND ${firmStep(context, tree, step)}` : undefined;
}

/** The plain stored type has no `planned`: null means no. */
function firmStep(context: CompileContext, tree: StoredRelationship, step: string): string {
  const valid = validCondition(context, tree, step);
  return `coalesce(${step}.planned, false) = false${valid === undefined ? '' : ` AND ${valid}`}`;
}

function hasExtent(tree: StoredRelationship): boolean {
  return tree.properties.some(({ name }) => name === EXTENT);
}

/** Whether a field looks down its owner's tree by itself. */
export function looksDown(model: Model, relationship: RelationshipModel): StoredRelationship | undefined {
  return relationship.deep ? treeOf(model, relationship.owner) : undefined;
}
