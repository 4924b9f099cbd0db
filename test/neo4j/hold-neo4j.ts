/** Starts a Neo4j and prints its status: ends and leaves it running ("keep"), or holds it until it is killed. */

import { readSetting } from '../../src/graph/reading/read-setting.ts';
import { startLocalNeo4j } from '../../src/neo4j/local/local-neo4j.ts';

// The most open of all, so that whatever is closed was closed by us.
process.umask(0);
const [dataFolder = '', home = '', how] = process.argv.slice(2);
const neo4j = await startLocalNeo4j({
  dataFolder,
  home,
  neo4jVersion: '5.26',
  env: process.env,
  progress: () => undefined,
  ask: readSetting,
  keep: how === 'keep',
  memory: { heap: '256m', pageCache: '32m' },
  ports: { bolt: 0, http: 0 },
});
process.stdout.write(`${JSON.stringify(neo4j.status)}\n`);
if (how === 'hold') setInterval(() => undefined, 60_000);
