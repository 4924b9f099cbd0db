/** The statements for the derived relationships of `support`: to read them, to add some and to delete some. */

import type { Statement } from '../../cypher/statement.ts';
import { NODE } from '../../model/model.ts';
import { DERIVED_SUPPORT, type DerivedSupport } from '../../model/stored/derived-support.ts';
import { batched } from './apply-statements.ts';

/** How many are written or deleted by one statement. */
const BATCH = 2_000;

/** Every derived relationship, with what Neo4j calls it. */
export const SUPPORT_STATEMENT: Statement = {
  text: `MATCH (p)-[s:${DERIVED_SUPPORT}]->(c)
RETURN elementId(s) AS element, coalesce(p.id, elementId(p)) AS policy, coalesce(c.id, elementId(c)) AS cluster, properties(s) AS stored`,
  parameters: {},
};

/** Adds derived relationships. */
export function addSupport(derived: readonly DerivedSupport[]): readonly Statement[] {
  const rows = derived.map(({ policy, cluster, ...properties }) => ({ policy, cluster, properties }));
  return batched(
    `UNWIND $rows AS row MATCH (p:${NODE} {id: row.policy}) MATCH (c:${NODE} {id: row.cluster})
CREATE (p)-[s:${DERIVED_SUPPORT}]->(c) SET s = row.properties`,
    rows,
    BATCH,
  );
}

/** Deletes derived relationships. */
export function deleteSupport(elements: readonly string[]): readonly Statement[] {
  return batched(
    `UNWIND $rows AS element MATCH ()-[s:${DERIVED_SUPPORT}]->() WHERE elementId(s) = element DELETE s`,
    elements,
    BATCH,
  );
}
