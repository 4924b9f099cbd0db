/** Asks a server over HTTP, and reads all that came back. */

import { vi } from 'vitest';

/** One error of an answer. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly unknown[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly AnswerError[];
}

/** The media type that has a status for each code. */
export const GRAPHQL_JSON = 'application/graphql-response+json';

/** Sends an operation. */
export function ask(
  url: string,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
  accept = GRAPHQL_JSON,
  signal?: AbortSignal,
): Promise<Answer> {
  return send(url, JSON.stringify({ query, variables }), { accept }, signal);
}

/** Asks until there is an answer: Neo4j plans a shape once, which may take it longer than an answer may take. */
export function askUntilPlanned(
  url: string,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const once = async () => {
    const answer = await ask(url, query, variables);
    if (answer.status === 504) throw new Error(answer.text);
    return answer;
  };
  return vi.waitFor(once, { timeout: 240_000 });
}

/** Sends a body as it is. */
export async function send(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<Answer> {
  return read(`${url}/graphql`, {
    method: 'POST',
    headers: { accept: GRAPHQL_JSON, 'content-type': 'application/json', ...headers },
    body,
    ...(signal ? { signal } : {}),
  });
}

/** Makes a request and reads its answer, as JSON where it is. */
export async function read(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  const { data, errors = [] } = parse(text);
  return {
    status: response.status,
    headers: response.headers,
    text,
    data,
    errors,
  };
}

/** The code of the one error of an answer, or what it is instead. */
export function codeOf(answer: Answer): unknown {
  if (answer.errors.length !== 1) return `${answer.status}: ${answer.text.slice(0, 300)}`;
  return answer.errors[0]?.extensions.code;
}

/** What an answer gives away of the inside: Cypher, Neo4j's codes, paths, stacks. */
export function leaksOf(answer: Pick<Answer, 'text'>): readonly string[] {
  const inside = [
    /\bMATCH\b|\bRETURN\b|\bUNWIND\b|\bCALL\b/,
    /Neo\.|neo4j|bolt:|Cypher/i,
    /\bat [^"]*:\d+/,
    /node_modules|\.ts\b|\.js\b|file:/,
    /\//,
    /stack/i,
    /nodeType|fromDay|\$p\d/,
  ];
  return inside.flatMap((pattern) => answer.text.match(pattern)?.[0] ?? []);
}

function parse(text: string): Partial<Pick<Answer, 'data' | 'errors'>> {
  try {
    // What a server sends is anybody's; the tests look at each part they use.
    return (JSON.parse(text) ?? {}) as Partial<Pick<Answer, 'data' | 'errors'>>;
  } catch {
    return {};
  }
}
