/** A field that leads from a node to others: answered in a statement of its own, for all nodes that it is asked of. */

import { clientError } from '../diagnostics/client-error.ts';
import { byIds } from './by-ids.ts';
import { type CompileContext, type Compiled, type CompileLater, storedValue } from './compiled.ts';
import { matchNode } from './match-decided.ts';

/** Compiles what is asked of the node that a variable is bound to. */
export type CompileFurther = (context: CompileContext, variable: string) => Compiled;

/** An analyst deleted the node after the statement that found it. */
function nodeGone() {
  return clientError('SERVICE_UNAVAILABLE', 'The graph is being edited; try again in a moment.');
}

/**
 * Lets a field wait until its nodes are known.
 * @param variable the node that has the field
 */
export function compileFurther(context: CompileContext, variable: string, compile: CompileFurther): Compiled {
  const answer = nodesById(context, compile);
  return storedValue(variable, 'id', (id) => (typeof id === 'string' ? answer(id) : null));
}

/**
 * Gives the value of a node by its id, once a further statement has read it of all nodes that it was asked of. The text of
 * that statement is the same for all that is read of nodes alone, so that Neo4j plans it once.
 * @returns rejects with SERVICE_UNAVAILABLE where there is no such node any more
 */
export function nodesById(
  context: CompileContext,
  compile: CompileFurther,
): (id: string) => Promise<unknown> {
  const answer = context.later.add(furtherStatement(context, compile));
  return (id) =>
    mayBeGivenUp(
      answer(id).then((found) => {
        if (found === undefined) throw nodeGone();
        return found;
      }),
    );
}

/** A promise whose failure need not be heard: what was read of a graph that has changed meanwhile is given up, and read by none. */
export function mayBeGivenUp<T>(value: Promise<T>): Promise<T> {
  value.catch(() => undefined);
  return value;
}

/**
 * What a further statement reads of each of its nodes. It is compiled at once, so that what is wrong in a selection is
 * refused before anything is sent; which nodes they are is a parameter that is filled later.
 */
export function furtherStatement(context: CompileContext, compile: CompileFurther): CompileLater {
  const further = context.further();
  const ids: string[] = [];
  const s = further.variable('s');
  const rows = `UNWIND ${further.parameters.add(ids)} AS id ${matchNode(further, s, 'id', () => ids)}`;
  const compiled = byIds(further, rows, s, compile(further, s));
  return {
    isDecided: false,
    *compile(found) {
      yield;
      ids.push(...found);
      return { context: further, compiled };
    },
  };
}
