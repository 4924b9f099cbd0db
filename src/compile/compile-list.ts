/** The list of a node type: filtered, sorted, and begun where a filter names an id. */

import { cypherName } from '../cypher/names.ts';
import { invariant } from '../diagnostics/invariant.ts';
import type { RelationshipModel } from '../model/model.ts';
import { compileNode } from './compile-node.ts';
import { compilePage } from './compile-page.ts';
import { compileSum } from './compile-sum.ts';
import { type CompileContext, type Compiled, record } from './compiled.ts';
import { countRows } from './count-rows.ts';
import { orderKeys, pageOrder } from './page-order.ts';
import { relationshipWalk } from './relationship-walk.ts';
import type { SelectedField } from './selected-field.ts';
import { above, below, looksDown, treeOf } from './tree.ts';
import { whereCondition } from './where-condition.ts';

/** The list of a node type as a page. */
export function compileList(context: CompileContext, typeName: string, field: SelectedField): Compiled {
  const { where, orderBy } = field.arguments;
  const type = context.model.nodeTypes.get(typeName);
  invariant(type, `${typeName} is no node type`);
  const n = context.variable('n');
  const asked = orderKeys(context, typeName, orderBy, n);
  const keys = [...asked.keys, { text: `${n}.id`, type: 'string' } as const];
  const order = pageOrder(context, `${typeName} ${asked.name}`, keys, asked);
  return compilePage(context, typeName, field, {
    from: '',
    position: order.position,
    order: order.cursor,
    rows: (after, limit) => {
      if (asked.keys.length > 0)
        return `${listClauses(context, typeName, where, n)}\n${order.cut(after, limit)}`;
      // A lower bound, even an empty one, lets the planner walk the index in order and stop at the limit.
      const bound = context.parameters.add(after?.[0] ?? '');
      const clauses = listClauses(context, typeName, where, n, `${n}.id > ${bound}`);
      return `${clauses}\n${order.cut(undefined, limit)}`;
    },
    node: (selections) =>
      compileNode(
        context,
        typeName,
        selections.flatMap((each) => each.nodes),
        n,
      ),
    extra: (each) => {
      const clauses = listClauses(context, typeName, where, n);
      return each.name === 'sum'
        ? compileSum(context, type, each, n, clauses)
        : countRows(context, '', clauses);
    },
  });
}

/**
 * Clauses that bind `n` to the nodes of a type that a filter keeps, each once.
 * @param bound a condition that lets the planner walk an index in order
 * @example
 * MATCH (n0:Firm) WHERE n0.nodeType IS NOT NULL AND n0.smeSize = $p0
 * @example
 * MATCH (n2:Node) WHERE n2.id = $p0
 * MATCH (n0:Firm)-[r1:OPERATES_IN|OPERATES_IN_DATED]->(n2) WITH DISTINCT n0 WHERE n0.nodeType IS NOT NULL
 */
export function listClauses(
  context: CompileContext,
  typeName: string,
  filter: unknown,
  n: string,
  bound?: string,
): string {
  const begun = beginAtIds(context, typeName, filter, n);
  const condition = whereCondition(context, typeName, begun?.rest ?? filter, n);
  const kept = [...(bound === undefined ? [] : [bound]), `${n}.nodeType IS NOT NULL`].join(' AND ');
  const start = begun ? `${begun.clauses}\nWITH DISTINCT ${n}` : `MATCH (${n}:${cypherName(typeName)})`;
  const text = condition.text === undefined ? '' : ` AND ${condition.text}`;
  if (condition.calls === '') return `${start} WHERE ${kept}${text}`;
  return `${start} WHERE ${kept}\n${condition.calls}WITH * WHERE ${condition.text}`;
}

/** Where a statement begins that would otherwise look at every node of the type. */
interface Beginning {
  readonly clauses: string;
  /** What is left of the filter. */
  readonly rest: unknown;
}

/**
 * Begins at the far ends of those relationships of which the filter names ids, so that Neo4j chooses among them; where there
 * are none, at what the far end of one is in or covers.
 */
function beginAtIds(
  context: CompileContext,
  typeName: string,
  filter: unknown,
  n: string,
): Beginning | undefined {
  const type = context.model.nodeTypes.get(typeName);
  invariant(type, `${typeName} is no node type`);
  const keys = record(filter);
  if (isGiven(keys.id)) return undefined;
  const asked = Object.entries(keys).flatMap(([name, value]) => {
    const relationship = type.relationships.get(name);
    const some = record(record(value).some);
    if (!relationship || looksDown(context.model, relationship)) return [];
    return [{ name, value, relationship, some }];
  });
  const named = asked.filter(({ some }) => namesIds(some));
  const within = asked.filter(
    ({ some, relationship }) =>
      (isGiven(some.isIn) || isGiven(some.covers)) && treeOf(context.model, relationship.target),
  );
  const begun = named.length > 0 ? named : within.slice(0, 1);
  if (begun.length === 0) return undefined;
  const ends = begun.map(({ relationship, some }) => {
    const far = context.variable('n');
    const start = beginning(context, relationship, some, far);
    const walk = relationshipWalk(context, relationship, n, false);
    return { start, walk: walk.clauses(far, context.variable('r'), `${n}:${cypherName(typeName)}`) };
  });
  return {
    clauses: [...ends.map(({ start }) => start), ...ends.map(({ walk }) => walk)].join('\n'),
    rest: {
      ...keys,
      ...Object.fromEntries(begun.map(({ name, value }) => [name, { ...record(value), some: undefined }])),
    },
  };
}

/** Clauses that bind `far` to what `some` keeps, which names ids, what they are in or what they cover. */
function beginning(
  context: CompileContext,
  relationship: RelationshipModel,
  some: Readonly<Record<string, unknown>>,
  far: string,
): string {
  const { target } = relationship;
  const byId = namesIds(some);
  let start = `MATCH (${far}:Node)`;
  let rest: unknown = some;
  const tree = treeOf(context.model, target);
  if (!byId && tree && isGiven(some.isIn)) {
    const top = context.variable('n');
    start = `MATCH (${top}:Node {id: ${context.parameters.add(some.isIn)}})
${below(context, tree, far, top)}`;
    rest = { ...some, isIn: undefined };
  } else if (!byId && tree) {
    start = above(context, tree, far, context.parameters.add(some.covers));
    rest = { ...some, covers: undefined };
  }
  const condition = whereCondition(context, target, rest, far);
  const text = condition.text === undefined ? '' : ` WHERE ${condition.text}`;
  if (condition.calls === '') return `${start}${text}`;
  const first = byId ? ` WHERE ${whereCondition(context, target, { id: some.id }, far).text}` : '';
  return `${start}${first}\n${condition.calls}WITH *${text}`;
}

function namesIds({ id }: Readonly<Record<string, unknown>>): boolean {
  const { eq, in: among } = record(id);
  return isGiven(eq) || isGiven(among);
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}
