/** The Model Context Protocol over two streams: the API's questions as tools that only read. */

import { pipeline, type Readable, type Writable } from 'node:stream';
import { INVALID_PARAMS, type Tool as ListedTool, ProtocolError, Server } from '@modelcontextprotocol/server';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import type { GraphQLSchema } from 'graphql';
import { limitConcurrency } from '../api/limit-concurrency.ts';
import { shortened } from '../api/nearest-ids.ts';
import { type OperationOptions, openOperations } from '../api/open-operations.ts';
import type { Graph } from '../graph/graph.ts';
import type { Model } from '../model/model.ts';
import { openQueue, type RunInTurn } from './call-queue.ts';
import { callTool, type ToolSource } from './call-tool.ts';
import { readMessages } from './read-messages.ts';
import { inputSchemaOf, outputSchemaOf, type Tool } from './tool.ts';
import { createTools } from './tools.ts';

/** The graph that answers agents. */
export interface AgentGraph {
  readonly graph: Graph;
  /** Neo4j Browser, where a person can look at it; undefined where its address is not known. */
  readonly browserUrl: string | undefined;
}

/** What the tools are served from, and where. */
export interface McpOptions {
  readonly model: Model;
  /** The API, with what answers it. */
  readonly schema: GraphQLSchema;
  /** The graph; calls wait for it. */
  readonly graph: Promise<AgentGraph>;
  readonly version: string;
  /** Where the explorer listens: an id has its page below. */
  readonly pagesUrl: string;
  /** Calls that are answered at once; more wait for their turn. */
  readonly maxConcurrency: number;
  /** What the facts for the rules, and counts over them, may take. */
  readonly groundLimits?: OperationOptions['groundLimits'];
  readonly input: Readable;
  /** Nothing but the protocol is written here. */
  readonly output: Writable;
  /** Takes what failed and was no fault of the agent's. */
  readonly onFailure: (error: unknown) => void;
}

/** Tools that are served. */
export interface RunningMcp {
  /** When the client has gone away. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/**
 * The longest a statement may take, in ms. An agent waits for its answer where a page would not, and a question that a
 * Neo4j just started has not planned yet takes seconds.
 */
const PATIENCE = 30_000;

/** What agents read once, for all tools; `pages` is the address of the explorer. */
const instructions = (
  pages: string,
) => `A graph of industries, clusters, firms, regions, zones and the policies that support them, with the source of every fact.
Begin with resolve: names to ids. Then support (which policies support which clusters where, with proof), eligibility (what a firm can apply for, what to find out next), coverage (what is missing, and whether it was looked for), progress (targets against figures), chain (weak segments), compare (places), paths (how two things are connected), expiring, worklist (what curators should find out next), claims (weak or conflicting), changes; node (all about one id), list (records by their values: zones of an industry, measures with money). Cite: each evidence names a source, listed under "sources", and the locator in it. What is absent is not recorded, which is not "no"; modality PLANNED and AIMED_FOR are no facts yet. Arguments: validOn and on are days, 2024-10-01, today if left out; asOf is an earlier revision, as changes gives them; after is the endCursor of the page before; includePlanned counts planned facts, too. Pages: totalCount of facts, nodeCount of different things where that is less, endCursor where there is more. A person reads any id at ${pages}/id/ID; browserUrl shows the record or the proof in Neo4j Browser.
产业政策知识图谱，每项事实附来源与位置。先用 resolve 由名称得编号，再问 support、eligibility、coverage、progress、chain、compare、node 或 list 等；回答时请引用来源。未记录不等于没有，计划与力争不等于已成事实。供人查看：${pages}/id/编号，browserUrl 打开 Neo4j Browser。`;

/** Serves the tools until the client goes away. */
export function startMcp(options: McpOptions): RunningMcp {
  const tools = createTools(options.schema, options.model, options.pagesUrl);
  const source = options.graph.then(({ graph, browserUrl }): ToolSource => {
    const limited = limitConcurrency(graph, options.maxConcurrency, PATIENCE);
    return {
      model: options.model,
      graph: limited,
      answer: openOperations(options.model, options.schema, limited, {
        browserUrl,
        timeout: PATIENCE,
        groundLimits: options.groundLimits,
      }),
    };
  });
  const queue = openQueue(options.maxConcurrency);
  const messages = readMessages(options.output, options.onFailure);
  pipeline(options.input, messages, (error) => error && options.onFailure(error));
  const transport = new StdioServerTransport(messages, options.output);
  const handle = serveStdio(() => createServer(tools, source, queue, options), {
    transport,
    onerror: options.onFailure,
  });
  const ended = new Promise<void>((resolve) => {
    const close = transport.onclose;
    transport.onclose = () => {
      close?.();
      resolve();
    };
  });
  return { ended, close: () => handle.close() };
}

function createServer(
  tools: readonly Tool[],
  source: Promise<ToolSource>,
  runInTurn: RunInTurn,
  { version, pagesUrl, onFailure }: McpOptions,
): Server {
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  const server = new Server(
    { name: 'industry-graph', version },
    { capabilities: { tools: { listChanged: false } }, instructions: instructions(pagesUrl) },
  );
  server.setRequestHandler('tools/list', () => ({
    tools: tools.map((tool) => ({
      name: tool.name,
      description: tool.description,
      // It is JSON: each part of it is derived from the schema of the API.
      inputSchema: inputSchemaOf(tool) as ListedTool['inputSchema'],
      outputSchema: outputSchemaOf(tool) as ListedTool['outputSchema'],
      annotations: { readOnlyHint: true },
    })),
  }));
  server.setRequestHandler('tools/call', async ({ params }, { mcpReq: { signal } }) => {
    const tool = byName.get(params.name);
    if (!tool) {
      const words = `There is no tool ${shortened(params.name)}; there are ${[...byName.keys()].join(', ')}.`;
      throw new ProtocolError(INVALID_PARAMS, words);
    }
    const { text, answer, isError } = await runInTurn(signal, () =>
      callTool(tool, params.arguments ?? {}, source, signal, onFailure),
    );
    return { content: [{ type: 'text', text }], ...(answer ? { structuredContent: answer } : {}), isError };
  });
  return server;
}
