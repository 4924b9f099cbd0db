/** The yaml-language-server that editors run, spoken to as they do: LSP over its standard streams. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';

/** A place in a document, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** What the server finds wrong. */
export interface Problem {
  readonly message: string;
  readonly range: { readonly start: Position };
}

/** What the server offers. */
export interface Completion {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
  readonly insertText: string;
}

/** A running server. */
export interface LanguageServer {
  /** Opens a document; once the server has looked at it, what is wrong. */
  readonly open: (uri: string, text: string) => Promise<readonly Problem[]>;
  readonly complete: (uri: string, position: Position) => Promise<readonly Completion[]>;
  /** What is shown where the mouse rests, as Markdown. */
  readonly hover: (uri: string, position: Position) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** A message either way. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

const require = createRequire(import.meta.url);
const SERVER = require.resolve('yaml-language-server/bin/yaml-language-server');
const SETTINGS: Readonly<Record<string, unknown>> = {
  yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } },
};
const CAPABILITIES = {
  workspace: { configuration: true },
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
  },
};

/** Starts a server that knows no schema but those that files name. */
export async function startLanguageServer(): Promise<LanguageServer> {
  const server = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const answers = new Map<number, (result: unknown) => void>();
  const looked = new Map<string, (problems: readonly Problem[]) => void>();
  let last = 0;
  const send = (message: Message): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const request = (method: string, params: unknown): Promise<unknown> => {
    last += 1;
    const id = last;
    send({ id, method, params });
    return new Promise((resolve) => answers.set(id, resolve));
  };
  readMessages(server.stdout, ({ id, method, params, result }) => {
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Problem[] };
      looked.get(uri)?.(diagnostics);
    } else if (id === undefined) return;
    else if (method === undefined) answers.get(id)?.(result);
    else send({ id, result: method === 'workspace/configuration' ? settingsFor(params) : null });
  });
  await request('initialize', { processId: process.pid, rootUri: null, capabilities: CAPABILITIES });
  send({ method: 'initialized', params: {} });
  send({ method: 'workspace/didChangeConfiguration', params: { settings: SETTINGS } });
  return {
    open(uri, text) {
      const textDocument = { uri, languageId: 'yaml', version: 1, text };
      send({ method: 'textDocument/didOpen', params: { textDocument } });
      return new Promise((resolve) => looked.set(uri, resolve));
    },
    async complete(uri, position) {
      const result = await request('textDocument/completion', { textDocument: { uri }, position });
      return (result as { items: readonly Completion[] }).items;
    },
    async hover(uri, position) {
      const result = await request('textDocument/hover', { textDocument: { uri }, position });
      return (result as { contents: { value: string } } | null)?.contents.value ?? '';
    },
    async stop() {
      const ended = once(server, 'exit');
      await request('shutdown', undefined);
      send({ method: 'exit' });
      await ended;
    },
  };
}

function readMessages(stream: NodeJS.ReadableStream, take: (message: Message) => void): void {
  let received = Buffer.alloc(0);
  stream.on('data', (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    for (;;) {
      const head = received.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(received.toString('latin1', 0, head))?.[1]);
      const end = head + 4 + length;
      if (head < 0 || received.length < end) return;
      const body = received.toString('utf8', head + 4, end);
      received = received.subarray(end);
      take(JSON.parse(body) as Message);
    }
  });
}

function settingsFor(params: unknown): readonly unknown[] {
  const { items } = params as { items: readonly { section?: string }[] };
  return items.map(({ section = '' }) => SETTINGS[section] ?? {});
}
