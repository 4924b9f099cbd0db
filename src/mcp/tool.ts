/** A tool: one question of the API, asked by an agent. */

import type { DocumentNode } from 'graphql';
import type { ToolArgument } from './tool-argument.ts';

/** What a call asks of the API, and how its answer is read. */
export interface ToolOperation {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Items of each page in the answer, where they fit. */
  readonly first: number;
  /** The content shown; undefined where no record has the id. */
  readonly read: (data: Readonly<Record<string, unknown>>) => unknown;
  /** The argument whose id no record may have. */
  readonly about?: { readonly nodeType: string; readonly id: string };
}

/** The types of JSON, as schemas name them. */
export type JsonType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';

/** What every page has. */
export const PAGE: Readonly<Record<string, JsonType>> = { totalCount: 'integer', nodes: 'array' };

/** One tool. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly arguments: readonly ToolArgument[];
  /** What every answer has beside its revision, by the JSON type of each. */
  readonly answers: Readonly<Record<string, JsonType>>;
  /**
   * The operation of a call.
   * @throws GraphQLError with BAD_USER_INPUT where no operation could answer it
   */
  readonly prepare: (given: Readonly<Record<string, unknown>>) => ToolOperation;
}

/** The JSON schema of what a tool takes. */
export function inputSchemaOf(tool: Tool) {
  const required = tool.arguments.filter((each) => each.required).map(({ name }) => name);
  return {
    type: 'object' as const,
    properties: Object.fromEntries(tool.arguments.map(({ name, schema }) => [name, schema])),
    ...(required.length > 0 ? { required } : {}),
  };
}

/** The JSON schema of what a tool answers. What it may have beside that is described in words: nulls are left out. */
export function outputSchemaOf({ answers }: Tool) {
  const all: Readonly<Record<string, JsonType>> = { revision: 'integer', ...answers };
  return {
    type: 'object' as const,
    properties: Object.fromEntries(Object.entries(all).map(([name, type]) => [name, { type }])),
  };
}

/** An operation's text, declaring the variables that stand in it. */
export function operationText(
  declared: readonly Pick<ToolArgument, 'name' | 'type'>[],
  body: string,
): string {
  const used = declared.filter(({ name }) => new RegExp(`\\$${name}\\b`).test(body));
  const variables = used.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  return `query${variables && ` (${variables})`} { ${body} }`;
}
