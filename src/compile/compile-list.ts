/** The list of a node type: filtered, sorted, and begun where a filter names an id. */

import { cypherName } from '../cypher/names.ts';
import { invariant } from '../diagnostics/invariant.ts';
import type { RelationshipModel } from '../model/model.ts';
import { compileNode } from './compile-node.ts';
import { compilePage } from './compile-page.ts';
import { type CompileContext, type Compiled, record } from './compiled.ts';
import { countRows } from './count-rows.ts';
import { orderKeys, pageOrder } from './page-order.ts';
import { relationshipWalk } from './relationship-walk.ts';
import type { SelectedField } from './selected-field.ts';
import { below, looksDown, treeOf } from './tree.ts';
import { whereCondition } from './where-condition.ts';

/** The list of a node type as a page. */
export function compileList(context: CompileContext, typeName: string, field: SelectedField): Compiled {
  const { where, orderBy } = field.arguments;
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
    extra: () => countRows(context, '', listClauses(context, typeName, where, n)),
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
  const begun = beginAtId(context, typeName, filter, n);
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

/** Begins at the far end of a relationship of which the filter names an id, or what it is in. */
function beginAtId(
  context: CompileContext,
  typeName: string,
  filter: unknown,
  n: string,
): Beginning | undefined {
  const type = context.model.nodeTypes.get(typeName);
  invariant(type, `${typeName} is no node type`);
  const keys = record(filter);
  if (keys.id !== undefined && keys.id !== null) return undefined;
  for (const [name, value] of Object.entries(keys)) {
    const relationship = type.relationships.get(name);
    const some = record(record(value).some);
    if (!relationship || looksDown(context.model, relationship)) continue;
    const far = context.variable('n');
    const start = beginning(context, relationship, some, far);
    if (start === undefined) continue;
    const fact = context.variable('r');
    const walk = relationshipWalk(context, relationship, n, false).clauses(
      far,
      fact,
      `${n}:${cypherName(typeName)}`,
    );
    return { clauses: `${start}\n${walk}`, rest: { ...keys, [name]: { ...record(value), some: undefined } } };
  }
  return undefined;
}

/** Clauses that bind `far` to what `some` keeps; undefined where it names no id to begin at. */
function beginning(
  context: CompileContext,
  relationship: RelationshipModel,
  some: Readonly<Record<string, unknown>>,
  far: string,
): string | undefined {
  const { target } = relationship;
  const tree = treeOf(context.model, target);
  const byId = some.id !== null && some.id !== undefined && Object.entries(record(some.id)).some(namesIds);
  const within = some.isIn !== null && some.isIn !== undefined;
  if (!byId && !(within && tree)) return undefined;
  let start = `MATCH (${far}:Node)`;
  let rest: unknown = some;
  if (!byId && tree) {
    const top = context.variable('n');
    start = `MATCH (${top}:Node {id: ${context.parameters.add(some.isIn)}})
${below(context, tree, far, top)}`;
    rest = { ...some, isIn: undefined };
  }
  const condition = whereCondition(context, target, rest, far);
  const text = condition.text === undefined ? '' : ` WHERE ${condition.text}`;
  if (condition.calls === '') return `${start}${text}`;
  const first = byId ? ` WHERE ${whereCondition(context, target, { id: some.id }, far).text}` : '';
  return `${start}${first}\n${condition.calls}WITH *${text}`;
}

function namesIds([operator, value]: readonly [string, unknown]): boolean {
  return (operator === 'eq' || operator === 'in') && value !== null && value !== undefined;
}
