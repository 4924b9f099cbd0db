/** Prints the folder of the jars of the Neo4j that is tested, fetching them where they are not here. */

import { resolve } from 'node:path';
import { installJars } from '../../src/neo4j/local/install-jars.ts';
import { resolveRelease } from '../../src/neo4j/neo4j-release.ts';

const folder = await installJars({
  dataFolder: resolve('.neo4j'),
  release: resolveRelease('5.26'),
  env: process.env,
  progress: (message) => process.stderr.write(`${message}\n`),
});
process.stdout.write(`${folder}\n`);
