/** `kg neo4j start|stop|status`: the local Neo4j alone. */

import { GraphError } from '../graph/graph-error.ts';
import { type LocalStatus, readLocalStatus, startLocalNeo4j, stopLocalNeo4j } from '../neo4j/local-neo4j.ts';
import type { Command } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { askOnce, PAGE_CACHE } from './with-graph.ts';

/** Starts it, to stay until it is stopped. */
export const startNeo4j: Command = async ({ settings, env, terminal, json }) => {
  const place = { dataFolder: settings.dataFolder };
  const before = await readLocalStatus(place);
  if (before.state === 'running') terminal.say('It runs already.');
  else {
    const start = {
      ...place,
      neo4jVersion: settings.neo4jVersion,
      env,
      memory: { heap: settings.neo4jHeap, pageCache: PAGE_CACHE },
      progress: terminal.progress,
      ask: askOnce,
      keep: true,
    };
    await startLocalNeo4j(start).catch((error: unknown) => {
      throw new GraphError('unavailable', error instanceof Error ? error.message : String(error), error);
    });
  }
  terminal.result(tell(await readLocalStatus(place), json));
  return EXIT.done;
};

/** Stops it; where none runs, that is said and no failure. */
export const stopNeo4j: Command = async ({ settings, terminal, json }) => {
  const stopped = await stopLocalNeo4j({ dataFolder: settings.dataFolder });
  if (json) terminal.result(JSON.stringify({ stopped }));
  else terminal.result(stopped ? 'Stopped.' : 'None was running.');
  return EXIT.done;
};

/** Tells how it stands. */
export const neo4jStatus: Command = async ({ settings, terminal, json }) => {
  terminal.result(tell(await readLocalStatus({ dataFolder: settings.dataFolder }), json));
  return EXIT.done;
};

function tell(status: LocalStatus, json: boolean): string {
  const { state, version, pid, browserUrl, home } = status;
  const uri = status.connection?.uri;
  if (json)
    return JSON.stringify(
      {
        state,
        version: version ?? null,
        pid: pid ?? null,
        uri: uri ?? null,
        browserUrl: browserUrl ?? null,
        home,
      },
      null,
      2,
    );
  const rows = [
    ['state', state],
    ['version', version],
    ['process', pid],
    ['Bolt', uri],
    ['Neo4j Browser', browserUrl && `${browserUrl}  (press Connect)`],
    ['data', home],
  ];
  return rows
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${String(name).padEnd(14)} ${value}`)
    .join('\n');
}
