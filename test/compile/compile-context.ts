/** What a root field is compiled by, without a graph. */

import { browserLinks } from '../../src/browser/browser-links.ts';
import { type CompileContext, createVariables } from '../../src/compile/compiled.ts';
import { collectLater } from '../../src/compile/later.ts';
import { createParameters } from '../../src/cypher/statement.ts';

/** The context of a first statement on no day. */
export function compileContext(
  given: Pick<CompileContext, 'model' | 'schema'> & Partial<CompileContext>,
): CompileContext {
  return {
    fragments: {},
    variables: {},
    formerIds: new Map(),
    parameters: createParameters(),
    day: undefined,
    today: 20241001,
    derived: new Map(),
    derivedCounts: new Map(),
    links: browserLinks(undefined),
    later: collectLater(),
    further: () => compileContext(given),
    variable: createVariables(),
    ...given,
  };
}
