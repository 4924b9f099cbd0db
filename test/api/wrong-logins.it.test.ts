/** Whoever guesses at the password of Neo4j locks nobody out. */

import neo4j from 'neo4j-driver';
import { expect, it } from 'vitest';
import { openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { ask } from './ask.ts';
import { serveProduct } from './serve.ts';

const served = serveProduct();

/** Guesses once over Bolt; what Neo4j says to it, as a code. */
async function guess(number: number): Promise<string> {
  const { uri, user } = workerNeo4j();
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, `guess-${number}`));
  try {
    await driver.getServerInfo();
    return 'let in';
  } catch (error) {
    return error instanceof neo4j.Neo4jError ? error.code : String(error);
  } finally {
    await driver.close();
  }
}

it('1,000 wrong logins from elsewhere keep neither a new login nor the API from answering', async () => {
  const codes: string[] = [];
  const answers: number[] = [];
  for (let from = 0; from < 1_000; from += 50) {
    const guesses = Array.from({ length: 50 }, (_, each) => guess(from + each));
    codes.push(...(await Promise.all(guesses)));
    const another = openTestGraph();
    await another.ping().finally(() => another.close());
    answers.push((await ask(served.url, '{ graph { revision } }')).status);
  }
  expect(codes).toHaveLength(1_000);
  expect(new Set(codes)).toEqual(new Set(['Neo.ClientError.Security.Unauthorized']));
  // A busy machine may take too long over an answer; only a login that is refused makes the service unavailable.
  expect(answers).not.toContain(503);
});
