/** `where`, compiled: a condition on one node, and the subqueries it needs. */

import { clientError } from '../diagnostics/client-error.ts';
import { invariant } from '../diagnostics/invariant.ts';
import {
  concreteTypes,
  type DayState,
  entityTypeName,
  type FieldsModel,
  type RelationshipModel,
} from '../model/model.ts';
import { array, type CompileContext, record } from './compiled.ts';
import { stateValue } from './day-state.ts';
import { propertyConditions } from './property-condition.ts';
import { typePattern } from './relationship-pattern.ts';
import { relationshipWalk } from './relationship-walk.ts';
import { above, foundOrIn, partStep, treeOf, upward } from './tree.ts';

/** A condition; without text it always holds. */
export interface Condition {
  /** CALL clauses that come before the WHERE with `text`. */
  readonly calls: string;
  readonly text: string | undefined;
}

const ALWAYS: Condition = { calls: '', text: undefined };
/** How deep `some`, `none`, `and`, `or` and `not` may stand inside each other. */
export const DEEPEST_WHERE = 8;

/**
 * The condition that a filter puts on the node bound to `variable`.
 * @param typeName the node type or interface that the filter is of
 * @throws QUERY_TOO_COMPLEX where filters are nested past all use
 * @example
 * calls: CALL (n0) { MATCH (n0)-[r2:OPERATES_IN|OPERATES_IN_DATED]->(n1) WHERE n1.id = $p0 WITH n1 LIMIT 1
 *        RETURN count(*) > 0 AS b3 }
 * text: b3 AND n0.name CONTAINS $p1
 */
export function whereCondition(
  context: CompileContext,
  typeName: string,
  filter: unknown,
  variable: string,
  depth = 0,
): Condition {
  if (depth > DEEPEST_WHERE) {
    throw clientError('QUERY_TOO_COMPLEX', `"where" is nested deeper than ${DEEPEST_WHERE} levels.`, {
      limit: 'where',
      allowed: DEEPEST_WHERE,
    });
  }
  const { model } = context;
  const type = model.interfaces.get(typeName) ?? model.nodeTypes.get(typeName);
  invariant(type, `${typeName} has no filter`);
  const inner = (value: unknown) => whereCondition(context, typeName, value, variable, depth + 1);
  const parts = Object.entries(record(filter)).flatMap(([key, value]): readonly Condition[] => {
    if (value === null || value === undefined) return [];
    if (key === 'and') return array(value).map(inner);
    if (key === 'or') return [anyOf(context, array(value).map(inner))];
    if (key === 'not') return [negated(context, inner(value))];
    return [keyCondition(context, type, key, value, variable, depth)];
  });
  return allOf(parts);
}

function keyCondition(
  context: CompileContext,
  type: FieldsModel,
  key: string,
  value: unknown,
  variable: string,
  depth: number,
): Condition {
  const property = type.properties.get(key);
  if (property) return plain(propertyConditions(context, property, record(value), variable));
  const relationship = type.relationships.get(key);
  if (relationship) return relationshipCondition(context, relationship, record(value), variable, depth);
  const state = type.states.get(key);
  if (state) return stateCondition(context, state, record(value), variable);
  if (key === 'type') return plain(typeCondition(context, type.name, record(value), variable));
  if (key === 'isIn') return isIn(context, type.name, value, variable);
  if (key === 'covers') return covers(context, type.name, value, variable);
  invariant(key === 'touches', `${type.name}Where.${key} has no condition`);
  return touches(context, type.name, value, variable);
}

/** The condition that a node is one that several parts keep. */
function allOf(parts: readonly Condition[]): Condition {
  const texts = parts.flatMap(({ text }) => text ?? []);
  return {
    calls: parts.map(({ calls }) => calls).join(''),
    text: texts.length === 0 ? undefined : texts.join(' AND '),
  };
}

/** No part at all: none holds. A part without condition: it always holds. */
function anyOf(context: CompileContext, parts: readonly Condition[]): Condition {
  if (parts.some(({ text }) => text === undefined)) return ALWAYS;
  const texts = parts.map(({ text }) => `(${text})`);
  return {
    calls: parts.map(({ calls }) => calls).join(''),
    text: texts.length === 0 ? never(context) : `(${texts.join(' OR ')})`,
  };
}

function negated(context: CompileContext, { calls, text }: Condition): Condition {
  return { calls, text: text === undefined ? never(context) : `NOT coalesce(${text}, false)` };
}

/**
 * A condition that no node fits. A parameter, not the word: Neo4j's planner trips over clauses that it can see to give
 * nothing, and answers with an error.
 */
function never(context: CompileContext): string {
  return context.parameters.add(false);
}

function plain(texts: readonly string[]): Condition {
  return { calls: '', text: texts.length === 0 ? undefined : texts.join(' AND ') };
}

/** `some` and `none`, each a subquery that stops at the first that fits. */
function relationshipCondition(
  context: CompileContext,
  relationship: RelationshipModel,
  filter: Readonly<Record<string, unknown>>,
  variable: string,
  depth: number,
): Condition {
  const parts = ['some', 'none'].flatMap((key): readonly Condition[] => {
    const inner = filter[key];
    if (inner === null || inner === undefined) return [];
    const [far, fact, found] = [context.variable('n'), context.variable('r'), context.variable('b')];
    const condition = whereCondition(context, relationship.target, inner, far, depth + 1);
    const walk = relationshipWalk(context, relationship, variable, true);
    const kept =
      condition.calls === ''
        ? walk.clauses(far, fact, condition.text)
        : `${walk.clauses(far, fact)}\nWITH DISTINCT ${far}\n${condition.calls}WITH ${far} WHERE ${condition.text}`;
    const calls = `CALL (${variable}) { ${kept}\nWITH ${far} LIMIT 1 RETURN count(*) > 0 AS ${found} }\n`;
    return [{ calls, text: key === 'some' ? found : `NOT ${found}` }];
  });
  return allOf(parts);
}

/** The state on the day of the operation is one of those given. */
function stateCondition(
  context: CompileContext,
  state: DayState,
  filter: Readonly<Record<string, unknown>>,
  variable: string,
): Condition {
  const asked = [given(filter.eq) ? [filter.eq] : undefined, given(filter.in) ? filter.in : undefined];
  const lists = asked.filter((each) => each !== undefined);
  if (lists.length === 0) return ALWAYS;
  const { calls, text } = stateValue(context, state, variable);
  return { calls, text: lists.map((list) => `${text} IN ${context.parameters.add(list)}`).join(' AND ') };
}

/** Of an interface: which of its node types. */
function typeCondition(
  context: CompileContext,
  typeName: string,
  filter: Readonly<Record<string, unknown>>,
  variable: string,
): readonly string[] {
  const byEntityType = new Map(
    concreteTypes(context.model, typeName).map((name) => [entityTypeName(name), name]),
  );
  const names = (value: unknown) =>
    context.parameters.add(array(value).flatMap((each) => byEntityType.get(String(each)) ?? []));
  const { eq, in: among } = filter;
  return [
    ...(given(eq) ? [`${variable}.nodeType IN ${names([eq])}`] : []),
    ...(given(among) ? [`${variable}.nodeType IN ${names(among)}`] : []),
    ...(filter.isNull === true ? [never(context)] : []),
  ];
}

function given(value: unknown): boolean {
  return value !== null && value !== undefined;
}

/** It is the node asked, or a chain of whole steps leads there. */
function isIn(context: CompileContext, typeName: string, id: unknown, variable: string): Condition {
  const tree = treeOf(context.model, typeName);
  invariant(tree, `${typeName} has no tree`);
  const [to, found] = [context.variable('n'), context.variable('b')];
  const { pattern, condition } = upward(context, tree, variable, to);
  const asked = context.parameters.add(id);
  const calls = `CALL (${variable}) { MATCH ${pattern} WHERE ${to}.id = ${asked} AND ${condition}
WITH ${to} LIMIT 1 RETURN count(*) > 0 AS ${found} }
`;
  return { calls, text: foundOrIn(tree, found, asked) };
}

/** It is the node asked, or a chain of whole steps leads from there to it: `isIn` the other way round. */
function covers(context: CompileContext, typeName: string, id: unknown, variable: string): Condition {
  const tree = treeOf(context.model, typeName);
  invariant(tree, `${typeName} has no tree`);
  const [near, found] = [context.variable('n'), context.variable('b')];
  const calls = `CALL (${variable}) { ${above(context, tree, near, context.parameters.add(id))}
WITH ${near} WHERE ${near} = ${variable} LIMIT 1 RETURN count(*) > 0 AS ${found} }
`;
  return { calls, text: found };
}

/** A step of its own leads in part to a node that is in the one asked. */
function touches(context: CompileContext, typeName: string, id: unknown, variable: string): Condition {
  const tree = treeOf(context.model, typeName);
  invariant(tree, `${typeName} has no tree`);
  const [step, near, to, found] = [
    context.variable('r'),
    context.variable('n'),
    context.variable('n'),
    context.variable('b'),
  ];
  const part = partStep(context, tree, step);
  if (part === undefined) return { calls: '', text: never(context) };
  const { pattern, condition } = upward(context, tree, near, to);
  const asked = context.parameters.add(id);
  const calls = `CALL (${variable}) { MATCH (${variable})-[${step}:${typePattern(tree)}]->(${near}) WHERE ${part}
MATCH ${pattern} WHERE ${to}.id = ${asked} AND ${condition}
WITH ${to} LIMIT 1 RETURN count(*) > 0 AS ${found} }
`;
  return { calls, text: found };
}
