/** The yaml-language-server that editors run, spoken to as they do: LSP over its standard streams. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A place in a document, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** What the server finds wrong. */
export interface Problem {
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** What the server offers. */
export interface Completion {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
  readonly insertText?: string;
  readonly textEdit?: { readonly newText: string };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface PublishedProblems {
  readonly uri: string;
  readonly diagnostics: readonly Problem[];
}

const SERVER = join('node_modules', 'yaml-language-server', 'bin', 'yaml-language-server');
const SETTINGS = {
  yaml: {
    validate: true,
    hover: true,
    completion: true,
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
  },
  http: { proxy: '', proxyStrictSSL: true },
};

/** A running server. */
export class LanguageServer {
  readonly #process: ChildProcess;
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #problems = new Map<string, (problems: readonly Problem[]) => void>();
  #received = Buffer.alloc(0);
  #last = 0;

  private constructor() {
    this.#process = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    this.#process.stdout?.on('data', (bytes: Buffer) => this.#receive(bytes));
  }

  /** Starts a server that knows no schema but those that files name. */
  static async start(): Promise<LanguageServer> {
    const server = new LanguageServer();
    await server.#request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        workspace: { configuration: true },
        textDocument: {
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
          hover: { contentFormat: ['markdown'] },
        },
      },
    });
    server.#send({ method: 'initialized', params: {} });
    server.#send({ method: 'workspace/didChangeConfiguration', params: { settings: SETTINGS } });
    return server;
  }

  /** Opens a document, and gives what is wrong with it once the server has looked. */
  open(uri: string, text: string): Promise<readonly Problem[]> {
    const problems = new Promise<readonly Problem[]>((resolve) => this.#problems.set(uri, resolve));
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    this.#send({ method: 'textDocument/didOpen', params: { textDocument } });
    return problems;
  }

  /** What could stand at a place. */
  async complete(uri: string, position: Position): Promise<readonly Completion[]> {
    const params = { textDocument: { uri }, position };
    const result = await this.#request('textDocument/completion', params);
    return (result as { readonly items: readonly Completion[] }).items;
  }

  /** What is shown where the mouse rests, as Markdown. */
  async hover(uri: string, position: Position): Promise<string> {
    const result = await this.#request('textDocument/hover', { textDocument: { uri }, position });
    return (result as { readonly contents: { readonly value: string } } | null)?.contents.value ?? '';
  }

  /** Ends the server. */
  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    await this.#request('shutdown', undefined);
    this.#send({ method: 'exit', params: undefined });
    await ended;
  }

  async #request(method: string, params: unknown): Promise<unknown> {
    this.#last += 1;
    const id = this.#last;
    const answer = new Promise<Message>((resolve) => this.#answers.set(id, resolve));
    this.#send({ id, method, params });
    const { result, error } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  #send(message: Message): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#process.stdin?.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#process.stdin?.write(body);
  }

  #receive(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (;;) {
      const end = this.#received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.toString('latin1', 0, end))?.[1]);
      if (this.#received.length < end + 4 + length) return;
      const body = this.#received.toString('utf8', end + 4, end + 4 + length);
      this.#received = this.#received.subarray(end + 4 + length);
      this.#take(JSON.parse(body) as Message);
    }
  }

  #take(message: Message): void {
    const { id, method, params } = message;
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as PublishedProblems;
      this.#problems.get(uri)?.(diagnostics);
    } else if (method === undefined && id !== undefined) this.#answers.get(id)?.(message);
    else if (method === 'workspace/configuration') this.#send({ id, result: configured(params) } as Message);
    else if (id !== undefined) this.#send({ id, result: null });
  }
}

function configured(params: unknown): readonly unknown[] {
  const { items } = params as { readonly items: readonly { readonly section?: string }[] };
  const settings: Readonly<Record<string, unknown>> = SETTINGS;
  return items.map(({ section }) => settings[section ?? ''] ?? {});
}
