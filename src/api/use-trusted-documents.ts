/** Answers documents of a manifest alone: a public instance executes nothing else, whatever its size. */

import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { TrustedDocuments } from '../service/trusted-documents.ts';
import type { Noted } from './notes.ts';

/**
 * A server plugin that takes documents by their text, and by their name as Apollo's clients send it:
 * `extensions.persistedQuery.sha256Hash`.
 */
export function useTrustedDocuments(trusted: TrustedDocuments): Plugin<Noted, Noted> {
  return {
    onParams({ params, setParams, setResult, context }) {
      // The server's own pages ask what the server itself wrote.
      if (context.notes.isOwn) return;
      const { query, extensions } = params;
      if (typeof query === 'string' && query !== '') {
        if (!trusted.has(query)) setResult({ errors: [untrusted()] });
        return;
      }
      const named = trusted.named(nameIn(extensions) ?? '');
      if (named === undefined) setResult({ errors: [untrusted()] });
      else setParams({ ...params, query: named });
    },
  };
}

function nameIn(extensions: unknown): string | undefined {
  const { persistedQuery } = (extensions ?? {}) as { readonly persistedQuery?: unknown };
  const { sha256Hash } = (persistedQuery ?? {}) as { readonly sha256Hash?: unknown };
  return typeof sha256Hash === 'string' ? sha256Hash : undefined;
}

function untrusted(): GraphQLError {
  const message = 'This server answers the documents of its manifest alone (KG_ONLY_TRUSTED).';
  // As a request that is not GraphQL: nothing of it was read as such.
  const extensions = { code: 'BAD_REQUEST', limit: 'trustedDocuments', http: { status: 400 } };
  return new GraphQLError(message, { extensions });
}
