/** The lock that everybody takes who writes to a graph. */

import type { Statement } from '../../cypher/statement.ts';
import { GRAPH_LABEL } from '../../model/model.ts';

/**
 * Takes the write lock of the graph's own node, which is created where it is missing; a second transaction waits until
 * the first transaction ends or dies. Gives `restoring`, the mark of a restore that is under way or broke off, and
 * `revision`; either is null where there is none. `damaged` is true where there are revisions and none is the graph's.
 */
export const LOCK_STATEMENT: Statement = {
  text: `MERGE (g:${GRAPH_LABEL} {id: 'graph'}) SET g.lockedAt = toString(datetime())
RETURN g.restoring AS restoring, g.revision AS revision,
  g.revision IS NULL AND COUNT { (:Revision) } > 0 AS damaged`,
  parameters: {},
};
