/** The settings of every Neo4j that we start, as a file or as the environment of a container. */

import type { Ports } from './database.ts';

/** Settings of Neo4j by name. */
export type Neo4jSettings = Readonly<Record<string, string>>;

/**
 * Closes what a default server leaves open: any reader could print files of this machine, or fetch
 * addresses that only this machine can reach, by LOAD CSV.
 */
export const closedDoors: Neo4jSettings = {
  'dbms.security.allow_csv_import_from_file_urls': 'false',
  'internal.dbms.cypher_ip_blocklist': '0.0.0.0/0,::/0',
  'dbms.usage_report.enabled': 'false',
  'client.allow_telemetry': 'false',
};

/** A login with a wrong password is refused, and no other: by default three of them would lock the API out. */
export const openLogin: Neo4jSettings = {
  'dbms.security.auth_enabled': 'true',
  // The password is too long to be guessed.
  'dbms.security.auth_max_failed_attempts': '0',
};

/** The setting that holds the id of a run. Only the scripts of Neo4j use it, and we start Java without them. */
export const RUN_SETTING = 'server.jvm.additional';

/**
 * The commands that Neo4j Browser runs on connecting, and the host that it may fetch from.
 * @param commands as a person types them, without the colon
 */
export function browserSettings(commands: readonly string[]): Neo4jSettings {
  if (commands.length === 0) return {};
  return {
    'browser.post_connect_cmd': commands.join('; '),
    'browser.remote_content_hostname_whitelist': 'localhost',
  };
}

/**
 * The settings of a Neo4j on this machine, reachable from this machine only.
 * @param runId read back to prove that this Neo4j answers and not another
 */
export function localSettings(ports: Ports, pageCache: string, runId: string): Neo4jSettings {
  const host = 'localhost';
  return {
    'server.default_listen_address': '127.0.0.1',
    'server.bolt.listen_address': `:${ports.bolt}`,
    // Neo4j Browser connects to this address.
    'server.bolt.advertised_address': `${host}:${ports.bolt}`,
    'server.http.listen_address': `:${ports.http}`,
    'server.http.advertised_address': `${host}:${ports.http}`,
    'server.https.enabled': 'false',
    // Any page in a browser of this machine can open a WebSocket to Bolt, and any user of this machine the port.
    ...openLogin,
    [RUN_SETTING]: `-Dkg.run=${runId}`,
    'dbms.security.http_access_control_allow_origin': `http://${host}:${ports.http}`,
    'server.memory.pagecache.size': pageCache,
    // Else Bolt waits twice five seconds, long after the databases are closed, for clients to come back.
    'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0',
    // Else each database takes 256 MB of disk before it holds anything.
    'db.tx_log.preallocate': 'false',
    'db.tx_log.rotation.retention_policy': '256M size',
    ...closedDoors,
  };
}

/** Settings as the text of a neo4j.conf. */
export function renderNeo4jConf(settings: Neo4jSettings): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return `# Written anew at each start; a change made here is lost.\n${lines.join('\n')}\n`;
}

/**
 * Settings as the environment that the image of Neo4j reads.
 * @see https://neo4j.com/docs/operations-manual/current/docker/configuration/
 * @example dbms.usage_report.enabled → NEO4J_dbms_usage__report_enabled
 */
export function renderContainerEnvironment(settings: Neo4jSettings): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      `NEO4J_${name.replaceAll('_', '__').replaceAll('.', '_')}`,
      value,
    ]),
  );
}
