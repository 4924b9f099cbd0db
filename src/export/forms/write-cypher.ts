/** A dataset as a script that makes it anew in an empty Neo4j: constraints, nodes, relationships, which graph it is. */

import { scriptStatement } from '../../cypher/literal.ts';
import { cypherName } from '../../cypher/names.ts';
import { createNodes, createRelationships } from '../../graph/statements/apply-statements.ts';
import { schemaStatements } from '../../graph/statements/schema-statements.ts';
import type { Model } from '../../model/model.ts';
import { EXPORTED_WORDING, type Exported } from '../exported.ts';
import { inBatches } from '../in-batches.ts';

/** How many nodes or relationships go into one statement: more of them and Neo4j takes long to read it. */
const BATCH = 500;

/**
 * The script, for cypher-shell or Neo4j Browser. Which graph it is comes last: a script that was cut off leaves a graph
 * that was never applied to. No text of the data is outside a literal, not even in a comment.
 */
export async function* writeCypher(model: Model, exported: Exported): AsyncGenerator<string> {
  const { revision, digest } = exported.state;
  yield `// Makes a graph anew, in an empty Neo4j alone: revision ${revision}, digest ${digest}.\n`;
  yield '// cypher-shell --file THIS_FILE, or paste it into Neo4j Browser.\n';
  yield* writeSchema(model);
  for await (const batch of inBatches(exported.nodes(), BATCH)) {
    for (const statement of createNodes(model, batch, EXPORTED_WORDING)) yield scriptStatement(statement);
  }
  for await (const batch of inBatches(exported.relationships(), BATCH)) {
    for (const statement of createRelationships(model, batch, EXPORTED_WORDING))
      yield scriptStatement(statement);
  }
  for await (const batch of inBatches(exported.kept(), BATCH)) {
    for (const { label, properties } of batch) {
      yield scriptStatement({
        text: `CREATE (n:${cypherName(label)}) SET n = $row`,
        parameters: { row: properties },
      });
    }
  }
}

/** The statements that make the constraints and indexes, and wait until they serve. */
export function* writeSchema(model: Model): Generator<string> {
  for (const statement of schemaStatements(model)) yield scriptStatement(statement);
  yield 'CALL db.awaitIndexes(3600);\n';
}
