/** `kg mcp`: the API's questions as tools for agents, until the client goes away. */

import { localUrl } from '../../browser/browser-files.ts';
import type { AgentGraph } from '../../mcp/start-mcp.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { type Command, SCHEMA_FOLDER } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { packageVersion } from '../package-info.ts';
import { createLog } from '../server-log.ts';
import { readApiSchema } from '../steps/api-schema.ts';
import { stopSignal, whenAborted } from '../steps/stop-signal.ts';
import { withGraph } from '../steps/with-graph.ts';
import { UsageError } from '../usage-error.ts';

/** Answers on stdout what is asked on stdin until that ends, SIGINT or SIGTERM. Nothing is written to the graph. */
export const mcp: Command = async (context) => {
  if (context.json)
    throw new UsageError('mcp speaks to programs alone, in a protocol of its own: leave --json out.');
  const { settings, terminal } = context;
  const stop = stopSignal(context);
  const model = readModel(SCHEMA_FOLDER);
  const [{ startMcp }, schema] = await Promise.all([import('../../mcp/start-mcp.ts'), readApiSchema(model)]);
  const log = createLog(settings.logLevel, terminal);
  let give: (graph: AgentGraph) => void = () => undefined;
  // Clients wait for a greeting shorter than a Neo4j may take to start: the tools are listed at once, and answer once it is there.
  const graph = new Promise<AgentGraph>((resolve) => {
    give = resolve;
  });
  const server = startMcp({
    model,
    schema,
    graph,
    version: packageVersion(),
    pagesUrl: localUrl(settings.port),
    maxConcurrency: settings.maxConcurrency,
    groundLimits: settings.groundLimits,
    input: process.stdin,
    output: process.stdout,
    onFailure: (error) => log.error({ err: error }, 'a message or an answer failed'),
  });
  try {
    return await withGraph(
      context,
      async (opened) => {
        give({ graph: opened.graph, browserUrl: opened.database.browserUrl });
        terminal.working('');
        terminal.progress('Serving tools for agents over stdin and stdout; Ctrl-C stops it.');
        await Promise.race([server.ended, whenAborted(stop)]);
        return EXIT.done;
      },
      stop,
    );
  } catch (error) {
    if (stop.aborted) return EXIT.done;
    throw error;
  } finally {
    await server.close();
  }
};
