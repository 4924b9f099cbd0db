/** `lookUp` and `nodes` as of an earlier revision: the nodes of ids as they were then (§16.4). */

import { compileNode } from '../../compile/compile-node.ts';
import { array, type CompileContext, type Compiled, record } from '../../compile/compiled.ts';
import { matchNode } from '../../compile/match-decided.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { cypherName } from '../../cypher/names.ts';
import { concreteTypes, NODE } from '../../model/model.ts';
import type { Decision } from '../decision.ts';

/** The node of an id, or the nodes of ids in their order; null where there was none. */
export function* compileLookUpThen(context: CompileContext, field: SelectedField): Decision<Compiled> {
  yield;
  const { model, schema } = context;
  const { id, ids } = field.arguments;
  const given = ids === undefined ? [String(id)] : array(ids).map(String);
  const [k, n, list] = [context.variable('k'), context.variable('n'), context.variable('c')];
  const node = compileNode(context, NODE, field.nodes, n);
  const all = context.parameters.add(given);
  const served = concreteTypes(model, NODE)
    .filter((name) => schema.getType(name))
    .map((name) => `'${cypherName(name)}'`);
  return {
    calls: `CALL () { UNWIND range(0, size(${all}) - 1) AS ${k}
${matchNode(context, n, `${all}[${k}]`, () => given)} AND ${n}.nodeType IN [${served.join(', ')}]
${node.calls}RETURN collect({k: ${k}, n: ${node.text}}) AS ${list} }
`,
    text: list,
    read: (raw) => {
      const values = new Map(array(raw).map((each) => [record(each).k, record(each).n]));
      const found = given.map((_, at) => node.read(values.get(at)));
      return ids === undefined ? found[0] : found;
    },
  };
}
