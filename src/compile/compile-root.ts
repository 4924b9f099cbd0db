/** Root fields: the statement that one makes, and the look-up of one or more ids. */

import { cypherName } from '../cypher/names.ts';
import type { Statement } from '../cypher/statement.ts';
import { concreteTypes, GRAPH_LABEL, NODE } from '../model/model.ts';
import { compileNode } from './compile-node.ts';
import { array, type CompileContext, type Compiled, record } from './compiled.ts';
import type { SelectedField } from './selected-field.ts';

/** The statement that answers one root field, and how its row is read. */
export interface RootStatement<T> {
  readonly statement: Statement;
  readonly read: (row: Readonly<Record<string, unknown>> | undefined) => RootAnswer<T>;
}

/** The content of a root field's row. */
export interface RootAnswer<T> {
  /** The revision that answered; 0 where nothing was ever applied. */
  readonly revision: number;
  readonly value: T;
}

/**
 * One root field as one statement with one row: the revision that answers, and the value.
 * @example
 * OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
 * CALL () { … RETURN collect(…) AS c1 }
 * RETURN coalesce(g.revision, 0) AS revision, [[], c1] AS value
 */
export function rootStatement<T>(context: CompileContext, value: Compiled<T>): RootStatement<T> {
  return {
    statement: {
      text: `OPTIONAL MATCH (g:${GRAPH_LABEL} {id: 'graph'})
${value.calls}RETURN coalesce(g.revision, 0) AS revision, ${value.text} AS value`,
      parameters: context.parameters.values,
    },
    read: (row) => ({ revision: Number(row?.revision ?? 0), value: value.read(row?.value) }),
  };
}

/** The node of an id; null where there is none. */
export function compileLookUp(context: CompileContext, field: SelectedField): Compiled {
  const n = context.variable('n');
  const one = context.variable('c');
  const id = context.parameters.add(field.arguments.id);
  const node = compileNode(context, NODE, field.nodes, n);
  return {
    calls: `CALL () { MATCH (${n}:${NODE} {id: ${id}}) WHERE ${isServed(context, n)}
${node.calls}RETURN head(collect(${node.text})) AS ${one} }
`,
    text: one,
    read: node.read,
  };
}

/** The nodes of ids, in their order; null where there is none. */
export function compileLookUps(context: CompileContext, field: SelectedField): Compiled {
  const n = context.variable('n');
  const k = context.variable('k');
  const list = context.variable('c');
  const given = array(field.arguments.ids);
  const ids = context.parameters.add(given);
  const node = compileNode(context, NODE, field.nodes, n);
  return {
    calls: `CALL () { UNWIND range(0, size(${ids}) - 1) AS ${k}
MATCH (${n}:${NODE} {id: ${ids}[${k}]}) WHERE ${isServed(context, n)}
${node.calls}RETURN collect({k: ${k}, n: ${node.text}}) AS ${list} }
`,
    text: list,
    read: (raw) => {
      const found = new Map(array(raw).map((each) => [record(each).k, record(each).n]));
      return given.map((_, index) => node.read(found.get(index)));
    },
  };
}

/** Whether a node is one that the API serves: not an owned thing, nor an analyst's own node. */
function isServed(context: CompileContext, variable: string): string {
  const names = concreteTypes(context.model, NODE)
    .filter((name) => context.schema.getType(name))
    .map((name) => `'${cypherName(name)}'`);
  return `${variable}.nodeType IN [${names.join(', ')}]`;
}
