/** An agent's client, the library's own, over real stdio to a real `kg mcp`. */

import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

/** What a tool said. */
export interface Said {
  readonly isError: boolean;
  readonly text: string;
  /** The answer; empty where it is an error. */
  readonly answer: Readonly<Record<string, unknown>>;
  /** The same as the protocol gives it to programs. */
  readonly structured: unknown;
}

/** An agent that is connected. */
export interface Agent {
  readonly client: Client;
  readonly pid: number;
  /** All that the process said to people so far. */
  readonly words: () => string;
  readonly call: (tool: string, given?: Readonly<Record<string, unknown>>) => Promise<Said>;
  readonly close: () => Promise<void>;
}

/** Starts `kg mcp` on a Neo4j and connects to it. */
export async function connectAgent(uri: string): Promise<Agent> {
  const inherited = Object.entries(process.env).filter(
    (each): each is [string, string] => each[1] !== undefined,
  );
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['src/cli/kg.mjs', 'mcp'],
    env: { ...Object.fromEntries(inherited), NO_COLOR: '1', NEO4J_URI: uri },
    stderr: 'pipe',
  });
  let words = '';
  transport.stderr?.on('data', (chunk) => {
    words += String(chunk);
  });
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  return {
    client,
    pid: transport.pid ?? 0,
    words: () => words,
    async call(tool, given = {}) {
      const {
        content,
        structuredContent,
        isError = false,
      } = await client.callTool({ name: tool, arguments: given });
      const [first] = content;
      const text = first?.type === 'text' ? first.text : '';
      return { isError, text, answer: isError ? {} : JSON.parse(text), structured: structuredContent };
    },
    close: () => client.close(),
  };
}
