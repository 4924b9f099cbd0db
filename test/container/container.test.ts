/**
 * `kg` on a machine whose only way to a Neo4j is a container engine: no Java, no Maven, no NEO4J_URI. Run by
 * `npm run test:container`, which brings an engine and an image.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getContainerRuntimeClient } from 'testcontainers';
import { afterAll, expect, test } from 'vitest';
import { kg, startKg } from '../cli/run-kg.ts';

const data = mkdtempSync(join(tmpdir(), 'kg-container-'));
const env = { KG_DATA: data, PATH: data, JAVA_HOME: '', CI: '1' };

afterAll(() => rmSync(data, { recursive: true, force: true }));

/** The addresses on which containers of the engine listen. */
async function listenAddresses(): Promise<ReadonlySet<string>> {
  const { container } = await getContainerRuntimeClient();
  const containers = await container.list();
  return new Set(containers.flatMap(({ Ports }) => Ports.flatMap(({ IP }) => (IP ? [IP] : []))));
}

test('the seeds are applied in a container', async () => {
  const { code, out } = await kg(['apply', '--yes'], env);
  expect(out).toMatch(/^Applied: revision 1,/m);
  expect(code).toBe(0);
});

test('the next container has the data of the last one: nothing is left to plan', async () => {
  const { code } = await kg(['plan', '--detailed-exitcode'], env);
  expect(code).toBe(0);
});

test('support is answered from it, and its ports are not open to the network', async () => {
  const { process: server, ended } = startKg(['serve'], { ...env, PORT: '0' });
  const url = await new Promise<string>((found, failed) => {
    void ended.then(({ code, err }) => failed(new Error(`kg serve ended with ${code}: ${err}`)));
    server.stdout?.on('data', (chunk) => {
      const printed = /GraphQL +(\S+)/.exec(String(chunk))?.[1];
      if (printed) found(printed);
    });
  });
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: '{ support(place: "region:shanghai") { totalCount } graph { revision } }',
    }),
  });
  const { data: answered } = (await answer.json()) as { data: { support: { totalCount: number } } };
  expect(answered.support.totalCount).toBeGreaterThan(0);
  expect(answered).toMatchObject({ graph: { revision: 1 } });
  const addresses = await listenAddresses();
  expect(addresses.size).toBeGreaterThan(0);
  expect(['0.0.0.0', '::'].filter((everywhere) => addresses.has(everywhere))).toEqual([]);

  server.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  expect([...(await listenAddresses())]).toEqual([]);
});
