/** A field that leads from a node to others: answered in a statement of its own, for all nodes that it is asked of. */

import { createParameters } from '../cypher/statement.ts';
import { clientError } from '../diagnostics/client-error.ts';
import { byIds } from './by-ids.ts';
import { type CompileContext, type Compiled, storedValue } from './compiled.ts';
import { collectLater } from './later.ts';
import { matchNode } from './match-decided.ts';

/** Compiles a field of the node that a variable is bound to. */
export type CompileFurther = (context: CompileContext, variable: string) => Compiled;

/** An analyst deleted the node after the statement that found it. */
function nodeGone() {
  return clientError('SERVICE_UNAVAILABLE', 'The graph is being edited; try again in a moment.');
}

/**
 * Lets a field wait until its nodes are known. What is wrong in its selection is refused before any statement is sent.
 * @param variable the node that has the field
 */
export function compileFurther(context: CompileContext, variable: string, compile: CompileFurther): Compiled {
  const apart = { parameters: createParameters(), variable: context.variable.apart(), later: collectLater() };
  compile({ ...context, ...apart }, 's');
  const answer = context.later.add({
    isDecided: false,
    *compile(later, ids) {
      yield;
      const s = later.variable('s');
      const rows = `UNWIND ${later.parameters.add(ids)} AS id ${matchNode(later, s, 'id', () => ids)}`;
      return byIds(later, rows, s, compile(later, s));
    },
  });
  return storedValue(variable, 'id', (id) => {
    if (typeof id !== 'string') return null;
    const value = answer(id).then((found) => {
      if (found === undefined) throw nodeGone();
      return found;
    });
    // What was read of a graph that has changed meanwhile is given up, and read by none.
    value.catch(() => undefined);
    return value;
  });
}
