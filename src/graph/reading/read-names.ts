/** The names of nodes, by their ids. */

import type { Statement } from '../../cypher/statement.ts';
import { NODE } from '../../model/model.ts';

/** Rows of `id` and `name`. */
export function namesStatement(ids: readonly string[]): Statement {
  return {
    text: `UNWIND $ids AS id MATCH (n:${NODE} {id: id}) RETURN n.id AS id, n.name AS name`,
    parameters: { ids },
  };
}
