/** A client's fault, reported to the client as it is. */

import { GraphQLError, type GraphQLErrorOptions } from 'graphql';

/** The codes a client may meet in `extensions.code`. */
export type ClientErrorCode =
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'BAD_USER_INPUT'
  | 'QUERY_TOO_COMPLEX'
  | 'REVISION_UNAVAILABLE'
  | 'RECORD_INCOMPLETE'
  | 'TIMEOUT'
  | 'SERVICE_UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR';

const STATUS: Readonly<Record<ClientErrorCode, number>> = {
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  BAD_USER_INPUT: 400,
  QUERY_TOO_COMPLEX: 400,
  REVISION_UNAVAILABLE: 400,
  RECORD_INCOMPLETE: 500,
  TIMEOUT: 504,
  SERVICE_UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

/**
 * An error with a code. As `application/graphql-response+json` it has the status of its code; as
 * `application/json` a well-formed request that is refused has 200, as the specification has it.
 * @param extensions what else a program may want to know
 * @see https://graphql.github.io/graphql-over-http/draft/
 */
export function clientError(
  code: ClientErrorCode,
  message: string,
  extensions: Readonly<Record<string, unknown>> = {},
  options: GraphQLErrorOptions = {},
): GraphQLError {
  const status = STATUS[code];
  const http = { status, spec: status < 500, ...(status === 503 ? { headers: { 'retry-after': '1' } } : {}) };
  return new GraphQLError(message, { ...options, extensions: { code, http, ...extensions } });
}

/** An argument that cannot be: which, what it may be, and the nearest right value. */
export function badUserInput(
  argument: string,
  message: string,
  nearest: readonly string[] = [],
): GraphQLError {
  const hint = nearest.length > 0 ? ` Did you mean ${nearest.map((each) => `"${each}"`).join(' or ')}?` : '';
  return clientError('BAD_USER_INPUT', `Argument "${argument}": ${message}${hint}`, {
    argument,
    ...(nearest.length > 0 ? { nearest } : {}),
  });
}

/** The refusal of a field at an earlier revision, with why. */
export function revisionUnavailable(field: string, revision: number, why: string): GraphQLError {
  const message = `"${field}" cannot be answered as of revision ${revision}: ${why}.`;
  return clientError('REVISION_UNAVAILABLE', message, { field, revision });
}

/**
 * A record that lacks what every record of its type has, or has a value there that cannot be read.
 * @param field as the schema names it: "Measure.policy"
 * @param id of the record, where it is known
 */
export function recordIncomplete(field: string, id?: string): GraphQLError {
  const whose = id === undefined ? 'A record or fact' : `"${id}"`;
  const message = `${whose} has no valid value for "${field}", which is required: it was edited outside kg. "kg status --deep" lists such edits, and "kg apply --overwrite-drift" reverts them.`;
  return clientError('RECORD_INCOMPLETE', message, { field, ...(id === undefined ? {} : { id }) });
}
