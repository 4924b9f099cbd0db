/** Every error leaves with a code and the request's id; what is ours is masked and logged. */

import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { clientError } from '../diagnostics/client-error.ts';
import { LIMITS } from './limits.ts';
import { withArgument } from './name-argument.ts';
import type { Noted, Notes } from './notes.ts';

/** Takes an error of ours, with the id the client was given. */
export type LogError = (error: unknown, requestId: string) => void;

/** A server plugin over all results, whatever stage they come from. */
export function useErrorCodes(logError: LogError): Plugin<Noted, Noted> {
  return {
    onResultProcess({ result, setResult, serverContext: { notes } }) {
      if (Array.isArray(result) || Symbol.asyncIterator in result || !('errors' in result) || !result.errors)
        return;
      const errors = result.errors.map((error) => withCode(error, notes.requestId, logError));
      for (const { extensions } of errors) note(notes, extensions);
      setResult({ ...result, errors });
    },
  };
}

/** Notes the code of an error, and of a refusal which limit it was. */
function note(notes: Notes, { code, limit }: GraphQLError['extensions']): void {
  notes.codes.add(String(code));
  const isRefusal = code !== 'INTERNAL_SERVER_ERROR' && code !== 'RECORD_INCOMPLETE';
  if (isRefusal) notes.refusal ??= String(limit ?? code);
}

/** What gives the server the HTTP status of an error. */
interface HttpExtension {
  readonly status?: number;
  readonly headers?: Record<string, string>;
}

function withCode(error: unknown, requestId: string, logError: LogError): GraphQLError {
  if (!(error instanceof GraphQLError))
    return withCode(masked(), requestId, () => logError(error, requestId));
  const shown = isOurs(error) ? masked(error) : withArgument(error);
  if (isOurs(error)) logError(error.originalError ?? error, requestId);
  const { code: given = 'BAD_USER_INPUT', http, originalError: _, ...others } = shown.extensions;
  const malformed = given === 'BAD_REQUEST';
  const code = malformed ? 'BAD_USER_INPUT' : given;
  const { status = 400, headers } = (http ?? {}) as HttpExtension;
  if (code === 'REQUEST_ENTITY_TOO_LARGE') return withCode(bodyTooLarge(), requestId, logError);
  return new GraphQLError(shown.message, {
    ...(shown.nodes ? { nodes: shown.nodes } : {}),
    ...(shown.source ? { source: shown.source } : {}),
    ...(shown.positions ? { positions: shown.positions } : {}),
    ...(shown.path ? { path: shown.path } : {}),
    // As application/json a well-formed request that is refused has 200, whoever refused it; a malformed one has not.
    extensions: {
      ...others,
      code,
      requestId,
      http: { status, ...(headers ? { headers } : {}), spec: status < 500 && status !== 413 && !malformed },
    },
  });
}

/** The server stops reading such a body, so that nobody knows how long it would have been. */
function bodyTooLarge(): GraphQLError {
  const message = `The body of the request is over the ${LIMITS.body} bytes that are allowed.`;
  return clientError('QUERY_TOO_COMPLEX', message, {
    limit: 'body',
    allowed: LIMITS.body,
    // What is left of the body still arrives: the next request must not wait behind it.
    http: { status: 413, headers: { connection: 'close' } },
  });
}

/** An error from below a root field that no code of ours made for clients; without a path and a code a variable was wrong. */
function isOurs(error: GraphQLError): boolean {
  const { code } = error.extensions;
  if (typeof code === 'string') return code === 'INTERNAL_SERVER_ERROR';
  return (
    error.path !== undefined ||
    (error.originalError !== undefined && !(error.originalError instanceof GraphQLError))
  );
}

function masked(error?: GraphQLError): GraphQLError {
  const path = error?.path ? { path: error.path } : {};
  return clientError('INTERNAL_SERVER_ERROR', 'Something went wrong here; it has been noted.', {}, path);
}
