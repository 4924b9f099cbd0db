/** `lookUp` and `nodes` as of an earlier revision: the nodes of ids as they were then (§16.4). */

import { compileNode } from '../../compile/compile-node.ts';
import { array, type CompileContext, type Compiled, record } from '../../compile/compiled.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import { concreteTypes, NODE } from '../../model/model.ts';
import type { Decision } from '../decision.ts';
import { readPast } from './read-past.ts';
import { nodesThen, sourcesThen } from './read-then.ts';

/** The node of an id, or the nodes of ids in their order; null where there was none. */
export function* compileLookUpThen(context: CompileContext, field: SelectedField): Decision<Compiled> {
  const { model, schema, earlier } = context;
  invariant(earlier, 'a look-up of now reads the graph');
  const { id, ids } = field.arguments;
  const given = ids === undefined ? [String(id)] : array(ids).map(String);
  const [k, n, list] = [context.variable('k'), context.variable('n'), context.variable('c')];
  const node = compileNode(context, NODE, field.nodes, n);
  const past = yield* readPast(field.name, earlier.revision);
  const found = yield* nodesThen(model, past, given);
  Object.assign(earlier.sources, yield* sourcesThen(model, past, found.values()));
  const served = concreteTypes(model, NODE).filter((name) => schema.getType(name));
  const rows = given.flatMap((each, at) => {
    const stored = found.get(each);
    return stored && served.includes(String(stored.nodeType)) ? [{ at, stored }] : [];
  });
  return {
    calls: `CALL () { UNWIND ${context.parameters.add(rows)} AS ${k}
WITH ${k}, ${k}.stored AS ${n}
${node.calls}RETURN collect({k: ${k}.at, n: ${node.text}}) AS ${list} }
`,
    text: list,
    read: (raw) => {
      const values = new Map(array(raw).map((each) => [record(each).k, record(each).n]));
      const all = given.map((_, at) => node.read(values.get(at)));
      return ids === undefined ? all[0] : all;
    },
  };
}
