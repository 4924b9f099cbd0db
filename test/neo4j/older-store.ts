/** A store as older versions of this project made it: by a Neo4j that asked for no password. */

import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findFreePort } from '../../src/neo4j/local/find-free-port.ts';
import { classArguments } from '../../src/neo4j/local/launch-java.ts';
import { resolveRelease } from '../../src/neo4j/neo4j-release.ts';

/** Makes the store on a home folder, writes by one statement, and stops. */
export async function makeOlderStore(dataFolder: string, home: string, statement: string): Promise<void> {
  const { version, mainClass } = resolveRelease('5.26');
  const http = await findFreePort(0);
  const settings = [
    'server.default_listen_address=127.0.0.1',
    'server.bolt.listen_address=:0',
    `server.http.listen_address=:${http}`,
    'dbms.security.auth_enabled=false',
    'dbms.usage_report.enabled=false',
  ];
  await mkdir(join(home, 'conf'), { recursive: true });
  await writeFile(join(home, 'conf', 'neo4j.conf'), settings.join('\n'));
  const lib = join(dataFolder, `lib-${version}`);
  const options = [`--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`, '--console-mode'];
  const java = spawn('java', ['-Xmx256m', ...classArguments(lib, mainClass), ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => java.once('exit', resolve));
  for await (const line of createInterface({ input: java.stdout })) if (line.endsWith('Started.')) break;
  java.stdout.resume();
  const response = await fetch(`http://127.0.0.1:${http}/db/neo4j/query/v2`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ statement }),
  });
  if (!response.ok) throw new Error(await response.text());
  await response.text();
  java.kill('SIGTERM');
  await ended;
}
