/** `kg serve`: a database, the seeds in it, and the API, until it is told to stop. */

import type { Graph } from '../graph/graph.ts';
import { STATE_STATEMENT, stateOf } from '../graph/read-state.ts';
import type { Model } from '../model/model.ts';
import { readModel } from '../model/read-model.ts';
import { readSchemaFolder } from '../model/read-schema-folder.ts';
import { applyPlan } from '../plan/apply-plan.ts';
import { ApplyRefused } from '../plan/apply-refused.ts';
import { isEmpty, makePlan } from '../plan/make-plan.ts';
import { readCheckedSeeds } from './checked-seeds.ts';
import { type Command, type CommandContext, QUESTIONS_FOLDER, SCHEMA_FOLDER } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { createLog } from './log.ts';
import { stopSignal, whenAborted } from './stop-signal.ts';
import { UsageError } from './usage-error.ts';
import { whoRuns } from './who-runs.ts';
import { type OpenedGraph, withGraph } from './with-graph.ts';

/** Serves until SIGINT or SIGTERM; a second one ends at once. */
export const serve: Command = async (context) => {
  if (context.json) throw new UsageError('serve prints to people alone: leave --json out.');
  const model = readModel(SCHEMA_FOLDER);
  const stop = stopSignal(context);
  return withGraph(context, async (opened) => {
    if (!(await fillEmptyGraph(context, model, opened.graph))) return EXIT.refused;
    await serveUntil(stop, context, model, opened);
    return EXIT.done;
  });
};

/** How long another start may take to fill the graph, in s. */
const LONGEST_FILL = 600;

/** Applies the seeds to an empty graph; on one that has a revision it only says whether they differ. */
async function fillEmptyGraph(context: CommandContext, model: Model, graph: Graph): Promise<boolean> {
  const { terminal } = context;
  const state = stateOf(await graph.read(STATE_STATEMENT));
  const seeds = readCheckedSeeds(context, model);
  if (!seeds) {
    if (state.revision > 0)
      terminal.say(`Serving revision ${state.revision} as it is; the seeds were not compared.`);
    return state.revision > 0;
  }
  const plan = await graph.readAll((run) => makePlan(model, seeds.dataset, run));
  if (state.revision === 0) {
    terminal.progress(
      `Applying ${seeds.dataset.nodes.size} nodes and ${seeds.dataset.relationships.size} relationships …`,
    );
    const lock = { who: whoRuns(context.env), what: 'kg serve', wait: LONGEST_FILL, onWait: terminal.say };
    try {
      await applyPlan(model, graph, plan, { lock });
    } catch (error) {
      // Another process started on the same graph at once, and was first.
      if (error instanceof ApplyRefused && error.code === 'stale')
        return fillEmptyGraph(context, model, graph);
      throw error;
    }
  } else if (isEmpty(plan)) terminal.say(`The graph is at revision ${state.revision}, and as the seeds say.`);
  else {
    terminal.say(
      `The graph is at revision ${state.revision}; the seeds differ by ${plan.changes.length} changes. kg plan shows them, kg apply does them.`,
    );
  }
  return true;
}

async function serveUntil(
  stop: AbortSignal,
  { settings, terminal }: CommandContext,
  model: Model,
  { graph, database }: OpenedGraph,
): Promise<void> {
  const [{ SHORT_QUESTION }, { startServer }, { deriveApiSchema }] = await Promise.all([
    import('../api/graphiql-tabs.ts'),
    import('../api/start-server.ts'),
    import('../api/derive-api-schema.ts'),
  ]);
  const server = await startServer({
    model,
    definitions: deriveApiSchema(model, readSchemaFolder(SCHEMA_FOLDER), readSchemaFolder(QUESTIONS_FOLDER)),
    graph,
    host: settings.host,
    port: settings.port,
    allowedOrigins: settings.allowedOrigins,
    allowedHosts: settings.allowedHosts,
    maxConcurrency: settings.maxConcurrency,
    log: createLog(settings.logLevel, terminal),
  }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new UsageError(`Port ${settings.port} is taken: set PORT to another, like PORT=4001.`);
    }
    throw error;
  });
  // The first question of a shape waits for Neo4j's planner, for seconds in a process just started: not the examples.
  terminal.progress('Asking the examples once, so that Neo4j has planned them …');
  const onWarmed = (answered: number, all: number) =>
    terminal.progress(`Asked ${answered} of ${all} examples.`);
  await Promise.race([server.warmUp(onWarmed), whenAborted(stop)]);
  terminal.result(welcome(server.url, database.browserUrl, SHORT_QUESTION));
  await whenAborted(stop);
  await server.close();
}

function welcome(url: string, browserUrl: string | undefined, question: string): string {
  return [
    '',
    `  GraphQL         ${url}/graphql`,
    `  GraphiQL        ${url}/graphql  (in a browser: the main question is in the first tab)`,
    `  schema          ${url}/schema.graphql`,
    ...(browserUrl === undefined ? [] : [`  Neo4j Browser   ${browserUrl}  (press Connect)`]),
    '',
    '  Which policies support which clusters in which zones, and where does it say so?',
    `    curl -s ${url}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query: question })}'`,
    '',
    '  Ctrl-C stops it.',
    '',
  ].join('\n');
}
