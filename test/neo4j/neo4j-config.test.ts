/** What a Neo4j of ours is told, as a file and as the environment of a container. */

import { describe, expect, it } from 'vitest';
import { containerEnvironment } from '../../src/neo4j/container/container-neo4j.ts';
import {
  browserSettings,
  closedDoors,
  localSettings,
  renderNeo4jConf,
} from '../../src/neo4j/neo4j-config.ts';
import { resolveRelease } from '../../src/neo4j/neo4j-release.ts';

describe('localSettings', () => {
  const settings = localSettings({ bolt: 17_687, http: 17_474 }, '64m', 'run-1');

  it('listens on the loopback address only, and asks for a password', () => {
    expect(settings['server.default_listen_address']).toBe('127.0.0.1');
    const listens = Object.entries(settings).filter(([name]) => name.endsWith('.listen_address'));
    expect(listens.map(([, value]) => value)).toEqual([':17687', ':17474']);
    expect(settings['dbms.security.auth_enabled']).toBe('true');
  });

  it('advertises the ports that it listens on', () => {
    expect(settings['server.bolt.advertised_address']).toBe('localhost:17687');
    expect(settings['server.http.advertised_address']).toBe('localhost:17474');
  });

  it('closes every door', () => {
    expect(settings).toMatchObject(closedDoors);
  });

  it('is rendered one setting a line', () => {
    const lines = renderNeo4jConf(settings).trimEnd().split('\n').slice(1);
    expect(lines).toHaveLength(Object.keys(settings).length);
    expect(lines).toContain('server.memory.pagecache.size=64m');
    expect(lines).toContain('internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0');
  });
});

describe('browserSettings', () => {
  it('has the commands of Neo4j Browser in one setting, to be split at semicolons', () => {
    const settings = browserSettings(['style http://localhost:4000/s', 'guide http://localhost:4000/g']);
    expect(settings['browser.post_connect_cmd']).toBe(
      'style http://localhost:4000/s; guide http://localhost:4000/g',
    );
  });

  it('lets Neo4j Browser fetch from this machine alone', () => {
    expect(browserSettings(['style x'])['browser.remote_content_hostname_whitelist']).toBe('localhost');
  });

  it('leaves Neo4j Browser as it is where there are no commands', () => {
    expect(browserSettings([])).toEqual({});
  });
});

describe('containerEnvironment', () => {
  it('closes the same doors, in the spelling of the image', () => {
    expect(containerEnvironment(undefined, 'run-1')).toMatchObject({
      NEO4J_dbms_security_allow__csv__import__from__file__urls: 'false',
      NEO4J_internal_dbms_cypher__ip__blocklist: '0.0.0.0/0,::/0',
      NEO4J_dbms_usage__report_enabled: 'false',
      NEO4J_dbms_security_auth__max__failed__attempts: '0',
      NEO4J_server_jvm_additional: '-Dkg.run=run-1',
      NEO4J_server_memory_heap_max__size: '512m',
    });
  });
});

describe('resolveRelease', () => {
  it('knows the tried patch release of a line', () => {
    expect(resolveRelease('5.26')).toMatchObject({
      version: '5.26.28',
      mainClass: 'org.neo4j.server.CommunityEntryPoint',
      javaAtLeast: 17,
      image: 'neo4j:5.26-community',
    });
    expect(resolveRelease('2026.08')).toMatchObject({
      version: '2026.08.1',
      mainClass: 'org.neo4j.server.Neo4jCommunity',
      javaAtLeast: 21,
    });
  });

  it('lets an exact version pass as it is', () => {
    expect(resolveRelease('5.26.3')).toMatchObject({ version: '5.26.3', image: 'neo4j:5.26.3-community' });
    expect(resolveRelease('2025.01.0')).toMatchObject({ version: '2025.01.0', javaAtLeast: 21 });
  });

  it('refuses what it cannot start with its doors closed, and names what it may be', () => {
    for (const version of ['4.4.40', '5.25.1', '6', 'latest', '../5.26.1', '5.26.1 ']) {
      expect(() => resolveRelease(version)).toThrow(/it may be 5\.26, 2026\.08, or an exact one/);
    }
  });
});
