/** What is found on a machine, and what is not. */

import { createServer, type Server } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startContainerNeo4j } from '../../src/neo4j/container/container-neo4j.ts';
import { findFreePort } from '../../src/neo4j/local/find-free-port.ts';
import { findJava, hasDockerEngine, hasMaven, parseJavaVersion } from '../../src/neo4j/probe-machine.ts';

const nothing = { PATH: '/nowhere' };

describe('parseJavaVersion', () => {
  it('reads every way in which a Java names itself', () => {
    const said = {
      'openjdk version "17.0.15" 2025-04-15': { version: '17.0.15', major: 17 },
      'openjdk version "25" 2025-09-16': { version: '25', major: 25 },
      'java version "1.8.0_421"': { version: '1.8.0_421', major: 8 },
      'openjdk version "24-ea" 2025-03-18': { version: '24-ea', major: 24 },
    };
    for (const [text, version] of Object.entries(said)) expect(parseJavaVersion(text)).toEqual(version);
    expect(parseJavaVersion('The operation couldn’t be completed.')).toBeUndefined();
  });
});

describe('a machine with an empty PATH', () => {
  it('has no Java', async () => expect(await findJava(nothing)).toBeUndefined());
  it('has no Maven', async () => expect(await hasMaven(nothing)).toBe(false));
});

describe('startContainerNeo4j', () => {
  it('says so where no Docker engine answers', async ({ skip }) => {
    if (await hasDockerEngine()) skip('a Docker engine answers here');
    const start = startContainerNeo4j({
      neo4jVersion: '5.26',
      dataFolder: '/nowhere',
      keepData: true,
      progress: () => undefined,
      ask: async () => undefined,
    });
    await expect(start).rejects.toThrow('No Docker engine answers');
  });
});

describe('findFreePort', () => {
  const listen = (host: string): Promise<{ server: Server; port: number }> =>
    new Promise((resolve) => {
      const server = createServer();
      server.listen(0, host, () => {
        const address = server.address();
        resolve({ server, port: typeof address === 'object' && address ? address.port : 0 });
      });
    });

  it('takes the wanted one where it is free', async () => {
    const { server, port } = await listen('127.0.0.1');
    await new Promise((resolve) => server.close(resolve));
    expect(await findFreePort(port)).toBe(port);
  });

  it('takes another where somebody listens on it', async () => {
    for (const host of ['127.0.0.1', '0.0.0.0']) {
      const { server, port } = await listen(host);
      const found = await findFreePort(port);
      server.close();
      expect(found).not.toBe(port);
      expect(found).toBeGreaterThan(1023);
    }
  });
});
