/** A relationship field, compiled: totals read degrees, pages are sorted and cut inside the statement. */

import { cypherName } from '../cypher/names.ts';
import type { RelationshipModel } from '../model/model.ts';
import { compileEvidence } from './compile-evidence.ts';
import { compilePage } from './compile-page.ts';
import { type CompileContext, type Compiled, type CompileNode, expression } from './compiled.ts';
import type { Position } from './cursor.ts';
import { decoder } from './decode.ts';
import { arrowPattern, typePattern, validCondition, where } from './relationship-pattern.ts';
import type { SelectedField } from './select-fields.ts';

/**
 * The connection of a relationship.
 * @param field the connection field, with `first` and `after` among its arguments
 * @param variable the node it starts from
 * @example
 * CALL (n0) { MATCH (n0)-[r2:WITHIN|WITHIN_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
 * WITH n1, r2 ORDER BY n1.id, r2.key LIMIT $p0
 * RETURN collect({k: [n1.id, r2.key], n: {t: n1.nodeType, f0: n1.name}}) AS c3 }
 */
export function compileConnection(
  context: CompileContext,
  relationship: RelationshipModel,
  field: SelectedField,
  variable: string,
  compileNode: CompileNode,
): Compiled {
  const { stored, target } = relationship;
  const far = context.variable('n');
  const r = context.variable('r');
  const pattern = `(${variable})${arrowPattern(relationship, `${r}:${typePattern(stored)}`)}(${far})`;
  const valid = validCondition(context, stored, r);
  const properties = [...stored.properties, ...context.model.factProperties];
  return compilePage(context, connectionName(relationship), field, {
    from: variable,
    position: `[${far}.id, ${r}.key]`,
    order: { name: connectionName(relationship), types: ['string', 'string'] },
    rows: (after, limit) => {
      const beyond = after === undefined ? undefined : pastPosition(context, after, far, r);
      return `MATCH ${pattern}${where(valid, beyond)}\nWITH ${far}, ${r} ORDER BY ${far}.id, ${r}.key LIMIT ${limit}`;
    },
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
      return expression(`${r}.${cypherName(each.name)}`, property && decoder(property));
    },
    extra: (each) =>
      each.name === 'nodeCount'
        ? expression(`COUNT { MATCH ${pattern}${where(valid)} RETURN DISTINCT ${far} }`)
        : expression(compileTotal(context, relationship, variable)),
  });
}

/** The name of a relationship's connection type: PlaceWithinConnection, of its edge: PlaceWithinEdge. */
export function connectionName(relationship: RelationshipModel): string {
  const { owner, name } = relationship;
  return `${owner}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** A total: the degree of the undated type, and the few dated ones counted on the day. */
function compileTotal(context: CompileContext, relationship: RelationshipModel, variable: string): string {
  const { stored } = relationship;
  const r = context.variable('r');
  const count = (inner: string, condition = '') =>
    `COUNT { (${variable})${arrowPattern(relationship, inner)}()${condition} }`;
  const dated = where(validCondition(context, stored, r));
  return `${count(`:${cypherName(stored.type)}`)} + ${count(`${r}:${cypherName(stored.datedType)}`, dated)}`;
}

function pastPosition(context: CompileContext, [id, key]: Position, far: string, r: string): string {
  const idText = context.parameters.add(id);
  const keyText = context.parameters.add(key);
  return `(${far}.id > ${idText} OR (${far}.id = ${idText} AND ${r}.key > ${keyText}))`;
}
