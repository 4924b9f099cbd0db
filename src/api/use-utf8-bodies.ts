/** Bodies are UTF-8, or refused: read as something else, a name would be another name. */

import { isUtf8 } from 'node:buffer';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** A server plugin that looks at the bytes of a body before they are read as text. */
export const useUtf8Bodies: Plugin = {
  onRequestParse({ requestParser, setRequestParser, fetchAPI }) {
    if (!requestParser) return;
    setRequestParser(async (request) => {
      if (request.method !== 'POST') return requestParser(request);
      const body = Buffer.from(await request.arrayBuffer());
      if (!isUtf8(body)) {
        const extensions = { code: 'BAD_REQUEST', http: { status: 400 } };
        throw new GraphQLError('The body of the request must be UTF-8.', { extensions });
      }
      const { url, method, headers, signal } = request;
      return requestParser(new fetchAPI.Request(url, { method, headers, signal, body }));
    });
  },
};
