/** The connection of a rival to Neo4j, and how it prints its address. */

import neo4j from 'neo4j-driver';

/** The one driver of a process. */
export function openDriver() {
  const { BOLT_URI, BOLT_PASSWORD } = process.env;
  return neo4j.driver(BOLT_URI, neo4j.auth.basic('neo4j', BOLT_PASSWORD), { disableLosslessIntegers: true });
}

/** Runs a read in one round trip and returns its rows. */
export async function read(driver, text, parameters) {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(text, parameters);
    return records.map((record) => record.toObject());
  } finally {
    await session.close();
  }
}

/** Listens on a free port and prints its address. */
export function announce(server) {
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`http://127.0.0.1:${server.address().port}/graphql\n`);
  });
}
