/** `kg serve`: a database, the seeds in it, and the API, until it is stopped. */

import { readFileSync } from 'node:fs';
import type { DocumentNode } from 'graphql';
import type { OpenPages } from '../../api/server-options.ts';
import { browserCommands, connectCommands, localUrl } from '../../browser/browser-files.ts';
import type { Model } from '../../model/model.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { readSchemaFolder } from '../../model/schema/read-schema-folder.ts';
import { readManifest, type TrustedDocuments } from '../../service/trusted-documents.ts';
import { type Command, type CommandContext, QUESTIONS_FOLDER, SCHEMA_FOLDER } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { PACKAGE } from '../package-info.ts';
import { createLog } from '../server-log.ts';
import { describeBrowser, describeCommands } from '../steps/describe-browser.ts';
import { fillEmptyGraph } from '../steps/fill-graph.ts';
import { listenFault, refuseTakenPort } from '../steps/listen-fault.ts';
import { stopSignal, whenAborted } from '../steps/stop-signal.ts';
import { type OpenedGraph, withGraph } from '../steps/with-graph.ts';
import { UsageError } from '../usage-error.ts';

/** Serves until SIGINT or SIGTERM; a second one ends at once. */
export const serve: Command = async (context) => {
  if (context.json) throw new UsageError('serve prints to people alone: leave --json out.');
  const { settings, terminal } = context;
  const trusted = trustedDocuments(settings.onlyTrusted);
  const stop = stopSignal(context);
  await refuseTakenPort(settings);
  const model = readModel(SCHEMA_FOLDER);
  const schema = {
    model,
    files: readSchemaFolder(SCHEMA_FOLDER),
    questions: readSchemaFolder(QUESTIONS_FOLDER),
  };
  const { openExplorer } = await import('../../pages/open-explorer.ts');
  // It is built while Neo4j starts, and nothing waits for it.
  const pages = openExplorer(PACKAGE, model, [schema.files, schema.questions], (error) => {
    terminal.say(
      `The page at / could not be built: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  let opened = false;
  try {
    return await withGraph(
      context,
      async (graph) => {
        opened = true;
        if (!(await fillEmptyGraph(context, model, graph.graph, stop))) return EXIT.refused;
        await serveUntil(stop, context, { ...schema, pages, trusted }, graph);
        return EXIT.done;
      },
      stop,
      // Where any port will do, it is not known before Neo4j has started.
      settings.port === 0 ? [] : connectCommands(localUrl(settings.port)),
    );
  } catch (error) {
    if (!stop.aborted) throw error;
    if (!opened) terminal.say('Stopped before Neo4j answered: the graph is as it was.');
    return EXIT.done;
  }
};

/** What is served: the schema, and the pages over it. */
interface Served {
  readonly model: Model;
  readonly files: DocumentNode;
  readonly questions: DocumentNode;
  readonly pages: OpenPages;
  readonly trusted: TrustedDocuments | undefined;
}

/** The only documents that are answered; undefined where any is. */
function trustedDocuments(path: string | undefined): TrustedDocuments | undefined {
  if (path === undefined) return undefined;
  let json = '';
  try {
    json = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`KG_ONLY_TRUSTED: there is no file "${path}" that can be read.`);
  }
  const found = readManifest(json);
  if (found) return found;
  throw new UsageError(
    `KG_ONLY_TRUSTED: "${path}" must be JSON, an object of documents by name or a manifest of Apollo's tools.`,
  );
}

async function serveUntil(
  stop: AbortSignal,
  { settings, terminal }: CommandContext,
  { model, files, questions, pages, trusted }: Served,
  { graph, database }: OpenedGraph,
): Promise<void> {
  const [
    { SHORT_QUESTION },
    { startServer },
    { deriveApiSchema },
    { questionsOfFields },
    { questionsToWarm },
    { readVocabulary },
  ] = await Promise.all([
    import('../../api/graphiql-tabs.ts'),
    import('../../api/start-server.ts'),
    import('../../api/derive-api-schema.ts'),
    import('../../api/questions-of-fields.ts'),
    import('../../pages/warming.ts'),
    import('../../pages/read-vocabulary.ts'),
  ]);
  const definitions = deriveApiSchema(model, files, questions);
  const server = await startServer({
    model,
    definitions,
    pages,
    graph,
    host: settings.host,
    port: settings.port,
    browserUrl: database.browserUrl,
    allowedOrigins: settings.allowedOrigins,
    allowedHosts: settings.allowedHosts,
    maxConcurrency: settings.maxConcurrency,
    groundLimits: settings.groundLimits,
    answerMemory: settings.answerMemory,
    clientLimits: settings.clientLimits,
    trusted,
    log: createLog(settings.logLevel, terminal),
  }).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw listenFault(code, settings.port, settings.host) ?? error;
  });
  // The first question of a shape waits for Neo4j's planner, for seconds in a process just started: not the examples.
  terminal.progress('Asking the examples once, so that Neo4j has planned them …');
  const onWarmed = (answered: number, all: number) =>
    terminal.progress(`Asked ${answered} of ${all} examples.`);
  await Promise.race([server.warmUp(onWarmed), whenAborted(stop)]);
  if (!stop.aborted) {
    const { port } = new URL(server.url);
    const browser = [
      ...(await describeBrowser(database, terminal)),
      ...describeCommands(database, browserCommands(localUrl(Number(port)))),
    ];
    terminal.result(welcome(server.url, browser, SHORT_QUESTION));
    // What most questions are made of, and the page's own: they are planned while it is there to be opened.
    void server.planAhead([
      ...questionsOfFields(definitions),
      ...questionsToWarm(readVocabulary(model, [files, questions])),
    ]);
    await whenAborted(stop);
  }
  await server.close();
}

function welcome(url: string, browser: readonly string[], question: string): string {
  return [
    '',
    `  explorer        ${url}/  (search, look, trust, take away)`,
    `  GraphQL         ${url}/graphql`,
    `  GraphiQL        ${url}/graphql  (in a browser: the main question is in the first tab)`,
    `  schema          ${url}/schema.graphql`,
    ...browser.map((line) => `  ${line}`),
    '',
    '  Which policies support which clusters in which zones, and where does it say so?',
    `    curl -s ${url}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query: question })}'`,
    '',
    '  Ctrl-C stops it.',
    '',
  ].join('\n');
}
