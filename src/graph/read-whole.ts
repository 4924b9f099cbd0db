/** Reads all that was applied, as it stands, page by page. */

import { cypherName } from '../cypher/names.ts';
import type { Properties } from '../model/dataset.ts';
import { type Model, NODE } from '../model/model.ts';
import type { Run } from './graph.ts';
import { relationshipTypes } from './schema-statements.ts';

/** How many are read at a time. */
const PAGE = 5_000;

/** A node as it stands. */
export interface StandingNode {
  readonly stored: Properties;
  readonly labels: readonly string[];
}

/** A relationship as it stands. */
export interface StandingRelationship {
  readonly stored: Properties;
  /** The type that it is stored under. */
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

/** The nodes that were applied, by id. */
export async function* readNodes(run: Run): AsyncGenerator<StandingNode> {
  for (let after = ''; ; ) {
    const rows = await run({
      text: `MATCH (n:${NODE}) WHERE n.id > $after AND n.hash IS NOT NULL
RETURN n.id AS id, properties(n) AS stored, labels(n) AS labels ORDER BY id LIMIT ${PAGE}`,
      parameters: { after },
    });
    for (const { stored, labels } of rows) {
      yield { stored: stored as Properties, labels: labels as readonly string[] };
    }
    const last = rows.at(-1);
    if (!last) return;
    after = String(last.id);
  }
}

/** The relationships that were applied, by type and key. */
export async function* readRelationships(model: Model, run: Run): AsyncGenerator<StandingRelationship> {
  for (const type of relationshipTypes(model)) {
    for (let after = ''; ; ) {
      const rows = await run({
        text: `MATCH (a)-[r:${cypherName(type)}]->(b) WHERE r.key > $after AND r.hash IS NOT NULL
RETURN r.key AS key, properties(r) AS stored, a.id AS from, b.id AS to ORDER BY key LIMIT ${PAGE}`,
        parameters: { after },
      });
      for (const { stored, from, to } of rows) {
        yield { stored: stored as Properties, type, from: String(from), to: String(to) };
      }
      const last = rows.at(-1);
      if (!last) break;
      after = String(last.key);
    }
  }
}
