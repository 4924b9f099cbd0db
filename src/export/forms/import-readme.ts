/** What to do with the files of an import, in words. */

import type { ExportedState } from '../exported.ts';

/** The words beside the files, as Markdown. */
export function importReadme({ revision, digest }: ExportedState): string {
  return `# A graph to be imported

Revision ${revision}, digest \`${digest}\`. Written by \`kg export --format import\`.

1. Stop Neo4j. The database is to be empty or new: \`--overwrite-destination\` deletes what is in it.
2. In this folder, with the tools of Neo4j 5.26:

   \`\`\`sh
   neo4j-admin database import full neo4j --overwrite-destination @import.args
   \`\`\`

   \`HEAP_SIZE=2g\` before it gives it more or less memory. For the local Neo4j of \`kg\`, in the folder of the project:
   \`kg neo4j import FOLDER\`.
3. Start Neo4j, then make constraints and indexes, which an import cannot bring: \`kg apply\` does it where they are
   missing, and so does \`schema.cypher\` in cypher-shell or Neo4j Browser.
4. \`kg status\` prints the digest above.

The graph begins with this one revision. It keeps nothing to go back by: \`kg rollback\` and \`kg revert\` stop above it.
A backup with all revisions is what \`kg backup\` writes.
`;
}
