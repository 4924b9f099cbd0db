/** Why the Neo4j that the settings name does not answer, in words that say which setting to look at. */

import { GraphError } from '../../graph/bolt/graph-error.ts';
import { explainUnreachable } from '../../graph/bolt/probe-address.ts';
import type { Connection } from '../../neo4j/database.ts';

/** The failure of the first question to a given Neo4j, with a sentence that says what to do where the reason is known. */
export async function explainConnection(error: unknown, connection: Connection): Promise<unknown> {
  if (!(error instanceof GraphError)) return error;
  const sentence = await sentenceFor(error, connection);
  return sentence === undefined ? error : new GraphError(error.reason, sentence, error, error.transient);
}

async function sentenceFor(
  { code, reason }: GraphError,
  { uri, user, database }: Connection,
): Promise<string | undefined> {
  if (code === 'Neo.ClientError.Security.AuthenticationRateLimit')
    return `${uri} refused too many logins: wait five seconds, then correct NEO4J_USER and NEO4J_PASSWORD.`;
  if (code?.startsWith('Neo.ClientError.Security.'))
    return `${uri} refuses the login of "${user}": correct NEO4J_USER and NEO4J_PASSWORD.`;
  if (code === 'Neo.ClientError.Database.DatabaseNotFound')
    return `There is no database "${database}" at ${uri}: correct NEO4J_DATABASE, or leave it out for the default one.`;
  return reason === 'unavailable' ? explainUnreachable(uri) : undefined;
}
