/** A fault in words for an agent: the API's code and sentence, and what to do about it. */

import { GraphQLError } from 'graphql';
import { graphFailure } from '../api/api-context.ts';
import type { Tool } from './tool.ts';

/** A fault as an agent reads it. */
export interface ToldFault {
  readonly text: string;
  /** Whether it is ours or the world's, and so worth a line in the log. */
  readonly isOurs: boolean;
}

const REMEDIES: Readonly<Record<string, string>> = {
  QUERY_TOO_COMPLEX: 'Ask for less at a time: a smaller "first", fewer names, or one relationship alone.',
  TIMEOUT: 'A question that was never asked before takes longest: once more may do.',
  SERVICE_UNAVAILABLE:
    'If it stays so, the person who runs this server has to look at its database, with "kg status".',
  INTERNAL_SERVER_ERROR: 'Other arguments or other tools may still do.',
};
const FIND_IDS = 'The tools resolve and search find ids by names.';

/** The text of a failed call. Errors that are not meant for clients are reported only as an internal error. */
export function faultText(tool: Tool, error: unknown): ToldFault {
  const failure = graphFailure(error);
  // Without a code a variable was wrong: GraphQL's message names it and the reason.
  if (!(failure instanceof GraphQLError) || (failure.path && failure.extensions.code === undefined))
    return {
      text: `INTERNAL_SERVER_ERROR: Something went wrong here; it has been noted. ${REMEDIES.INTERNAL_SERVER_ERROR}`,
      isOurs: true,
    };
  const code = String(failure.extensions.code ?? 'BAD_USER_INPUT');
  const message = failure.message.replace(/^Variable "\$(\w+)"/, 'Argument "$1"').replace(/[^.?]$/, '$&.');
  return { text: [`${code}: ${message}`, remedyOf(tool, failure, code)].join(' ').trimEnd(), isOurs: false };
}

function remedyOf(tool: Tool, { extensions }: GraphQLError, code: string): string {
  const argument = tool.arguments.find((each) => each.name === extensions.argument);
  if (argument?.type.startsWith('ID')) return FIND_IDS;
  return REMEDIES[code] ?? '';
}
