/** A relationship field, compiled: totals read degrees, pages are sorted and cut inside the statement. */

import type { RelationshipModel } from '../model/model.ts';
import { compileEvidence } from './compile-evidence.ts';
import { compilePage } from './compile-page.ts';
import { type CompileContext, type Compiled, type CompileNode, expression, storedValue } from './compiled.ts';
import { countRows } from './count-rows.ts';
import { decoder } from './decode.ts';
import { orderKeys, pageOrder } from './page-order.ts';
import { relationshipWalk } from './relationship-walk.ts';
import type { SelectedField } from './selected-field.ts';
import { whereCondition } from './where-condition.ts';

/**
 * The connection of a relationship.
 * @param field the connection field, with `first`, `after`, `where`, `orderBy` and `deep` among its arguments
 * @param variable the node it starts from
 * @example
 * CALL (n0) { MATCH (n0)-[r2:WITHIN|WITHIN_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
 * WITH * ORDER BY n1.id, r2.key LIMIT $p0
 * RETURN collect([[n1.id, r2.key], [n1.nodeType, n1.name]]) AS c3 }
 */
export function compileConnection(
  context: CompileContext,
  relationship: RelationshipModel,
  field: SelectedField,
  variable: string,
  compileNode: CompileNode,
): Compiled {
  const { stored, target } = relationship;
  const { where, orderBy, deep } = field.arguments;
  const name = connectionName(relationship);
  const far = context.variable('n');
  const r = context.variable('r');
  const walk = relationshipWalk(context, relationship, variable, deep !== false);
  const properties = [...stored.properties, ...context.model.factProperties];
  const asked = orderKeys(context, target, orderBy, far);
  const ends = [
    { text: `${far}.id`, type: 'string' },
    { text: `${r}.key`, type: 'string' },
  ] as const;
  const order = pageOrder(context, `${name} ${asked.name}`, [...asked.keys, ...ends], asked);
  const filtered = (): string => {
    const condition = whereCondition(context, target, where, far);
    if (condition.calls === '') return walk.clauses(far, r, condition.text);
    return `${walk.clauses(far, r)}\n${condition.calls}WITH * WHERE ${condition.text}`;
  };
  const count = (what: string): Compiled => countRows(context, variable, filtered(), what);
  const counted = ({ calls, text }: { readonly calls: string; readonly text: string }): Compiled => ({
    ...expression(text),
    calls,
  });
  return compilePage(context, name, field, {
    from: variable,
    position: order.position,
    order: order.cursor,
    rows: (after, limit) => `${filtered()}\n${order.cut(after, limit)}`,
    node: (selections) =>
      compileNode(
        context,
        target,
        selections.flatMap((each) => each.nodes),
        far,
      ),
    edgeField: (each) => {
      if (each.name === 'evidence') return compileEvidence(context, each, r, compileNode);
      const property = properties.find(({ name }) => name === each.name);
      return storedValue(r, each.name, property && decoder(property));
    },
    extra: (each) => {
      if (each.name === 'nodeCount') {
        return where === undefined ? counted(walk.distinct()) : count(`DISTINCT ${far}`);
      }
      return where === undefined ? counted(walk.total()) : count('*');
    },
  });
}

/** The name of a relationship's connection type: PlaceWithinConnection, of its edge: PlaceWithinEdge. */
export function connectionName(relationship: RelationshipModel): string {
  const { owner, name } = relationship;
  return `${owner}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
