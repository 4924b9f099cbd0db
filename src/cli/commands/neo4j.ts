/** `kg neo4j start|stop|status|password`: the local Neo4j alone. */

import { GraphError } from '../../graph/bolt/graph-error.ts';
import { readSetting } from '../../graph/reading/read-setting.ts';
import { startLocalNeo4j, stopLocalNeo4j } from '../../neo4j/local/local-neo4j.ts';
import { answersItself, type LocalStatus, readLocalStatus } from '../../neo4j/local/local-status.ts';
import { passwordPath, readPassword } from '../../neo4j/password-file.ts';
import type { Command, CommandContext } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { describeBrowser } from '../steps/describe-browser.ts';
import { PAGE_CACHE } from '../steps/with-graph.ts';

/** Starts it, to stay until it is stopped. */
export const startNeo4j: Command = async (context) => {
  const { settings, env, terminal } = context;
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
      ask: readSetting,
      keep: true,
    };
    await startLocalNeo4j(start).catch((error: unknown) => {
      throw new GraphError('unavailable', error instanceof Error ? error.message : String(error), error);
    });
  }
  terminal.result(await describe(await readLocalStatus(place), context));
  return EXIT.done;
};

/** Stops it; where none runs, that is said and no failure. */
export const stopNeo4j: Command = async ({ settings, terminal, json }) => {
  const stopped = await stopLocalNeo4j({ dataFolder: settings.dataFolder });
  if (json) terminal.result(JSON.stringify({ stopped }));
  else terminal.result(stopped ? 'Stopped.' : 'None was running.');
  return EXIT.done;
};

/** Describes it. */
export const neo4jStatus: Command = async (context) => {
  const { settings, terminal } = context;
  const status = await readLocalStatus({ dataFolder: settings.dataFolder });
  terminal.result(await describe(status, context));
  return EXIT.done;
};

/** Prints the password that Neo4j Browser asks for. */
export const neo4jPassword: Command = async ({ settings, terminal, json }) => {
  const place = { dataFolder: settings.dataFolder };
  const file = passwordPath(place);
  const password = await readPassword(place);
  if (password === undefined)
    throw new Error(`There is no password yet: kg neo4j start and npm start make one, in ${file}.`);
  terminal.result(json ? JSON.stringify({ user: 'neo4j', password, file }, null, 2) : password);
  return EXIT.done;
};

async function describe(status: LocalStatus, { json, terminal }: CommandContext): Promise<string> {
  const { state, version, pid, browserUrl, home, run } = status;
  const uri = status.connection?.uri;
  const answers = await answersItself(status, readSetting);
  const passwordFile = run?.id === undefined ? undefined : passwordPath({ dataFolder: status.dataFolder });
  if (json)
    return JSON.stringify(
      {
        state,
        answers,
        version: version ?? null,
        pid: pid ?? null,
        uri: uri ?? null,
        browserUrl: browserUrl ?? null,
        passwordFile: passwordFile ?? null,
        home,
      },
      null,
      2,
    );
  const rows = [
    ['state', answers || state !== 'running' ? state : 'running, but it does not answer'],
    ['version', version],
    ['process', pid],
    ['Bolt', uri],
    ['data', home],
  ];
  return [
    ...rows
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${String(name).padEnd(15)} ${value}`),
    ...(await describeBrowser({ browserUrl, passwordFile }, terminal)),
  ].join('\n');
}
