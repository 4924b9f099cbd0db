/** Holds the limits: the form of a request and its tokens before parsing, all else before executing. */

import {
  GraphQLError,
  getOperationAST,
  getVariableValues,
  Lexer,
  type ParseOptions,
  parse,
  Source,
  TokenKind,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { fragmentsOf } from '../compile/compiled.ts';
import { LIMITS, refusalOf, tooComplex } from './limits.ts';
import { isNestedDeeper } from './measure-conditions.ts';
import { measureOperation } from './measure-operation.ts';

/** A server plugin that refuses what is over a limit. */
export function useLimits(): Plugin {
  return {
    onParams({ params, setResult }) {
      if (isNestedDeeper(params.variables, LIMITS.variableDepth)) {
        setResult({ errors: [tooComplex('variableDepth', LIMITS.variableDepth + 1)] });
        return;
      }
      const name: unknown = params.operationName;
      if (name === undefined || name === null || typeof name === 'string') return;
      const extensions = { code: 'BAD_REQUEST', http: { status: 400 } };
      setResult({ errors: [new GraphQLError('"operationName" must be a string.', { extensions })] });
    },
    onParse({ setParseFn }) {
      setParseFn((source: string | Source, options?: ParseOptions) => {
        const read = typeof source === 'string' ? new Source(source) : source;
        const tokens = countTokens(read);
        if (tokens > LIMITS.tokens) throw tooComplex('tokens', tokens);
        return parse(read, options);
      });
    },
    onExecute({ args, setResultAndStopExecution }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (!operation) return;
      const definitions = operation.variableDefinitions ?? [];
      const { coerced } = getVariableValues(args.schema, definitions, { ...args.variableValues });
      // Variables that are wrong are reported by the executor, and nothing is executed with them.
      if (!coerced) return;
      const size = measureOperation(args.schema, operation, fragmentsOf(args.document), coerced);
      const refusal = refusalOf(size);
      if (refusal) setResultAndStopExecution({ errors: [refusal] });
    },
  };
}

/** Counts tokens up to just over the limit, or to the first that is none: parsing reports that better. */
function countTokens(source: Source): number {
  const lexer = new Lexer(source);
  let count = 0;
  try {
    while (count <= LIMITS.tokens && lexer.advance().kind !== TokenKind.EOF) count++;
  } catch {
    return count;
  }
  return count;
}
