/**
 * What the probes of graphql-cop find here: each is sent as the tool sends it, and the answer is what the tool judges by.
 * @see https://github.com/dolevf/graphql-cop
 */

import { beforeEach, describe, expect, test } from 'vitest';
import { type Answer, ask, codeOf, leaksOf, read, send } from './ask.ts';
import { serveProduct } from './serve.ts';

const server = serveProduct();

beforeEach(() => {
  server.statements.length = 0;
});

/** As many of a text as there are numbers. */
function times(count: number, text: (number: number) => string): string {
  return Array.from({ length: count }, (_, number) => text(number)).join(' ');
}

function get(query: string): Promise<Answer> {
  return read(`${server.url}/graphql?query=${encodeURIComponent(query)}`);
}

describe('what would use up the server is refused before a statement', () => {
  test.each([
    [
      'alias overloading',
      `query cop { ${times(101, (number) => `alias${number}:__typename`)} }`,
      'rootFields',
    ],
    ['directive overloading', `query cop { __typename ${'@aa'.repeat(10)} }`, undefined],
    [
      'directive overloading, of directives that exist',
      `query cop { __typename ${'@include(if: true) '.repeat(9)} }`,
      undefined,
    ],
    [
      'circular query by introspection',
      `query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }`,
      undefined,
    ],
    [
      'circular fragments',
      'query cop { ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      undefined,
    ],
    ['field duplication', `query cop { ${times(500, () => '__typename')} }`, 'rootFields'],
    ['field duplication past the tokens', `query cop { ${times(2_000, () => '__typename')} }`, 'tokens'],
  ])('%s', async (_, query, limit) => {
    const answer = await ask(server.url, query);
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
    if (limit !== undefined)
      expect(answer.errors[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX', limit });
    expect(server.statements).toEqual([]);
  });

  test('a batch of operations', async () => {
    const answer = await send(
      server.url,
      JSON.stringify(Array(10).fill({ query: 'query cop { __typename }' })),
    );
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
  });
});

describe('another website can neither write nor send what a form can send', () => {
  test('a mutation over GET', async () => {
    const answer = await get('mutation cop { __typename }');
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.data).toBeUndefined();
  });

  test('a POST of a form', async () => {
    const body = new URLSearchParams({ query: 'query cop { __typename }' }).toString();
    const answer = await send(server.url, body, { 'content-type': 'application/x-www-form-urlencoded' });
    expect(answer.status).toBe(415);
  });

  test('a query over GET is answered, as the specification has it: it changes nothing, and no website may read the answer', async () => {
    const answer = await get('query cop { __typename }');
    expect(answer.data).toEqual({ __typename: 'Query' });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('what is shown is meant to be seen', () => {
  test('no trace of the resolvers, whatever is asked for', async () => {
    const answer = await send(server.url, JSON.stringify({ query: 'query cop { __typename }' }), {
      'apollo-tracing': '1',
      'x-apollo-tracing': '1',
    });
    expect(answer.text).toBe('{"data":{"__typename":"Query"}}');
  });

  test.each(['query cop { abc', 'queryy (', '{ support(cluster: 1) { x } }'])(
    'no exception in the answer to %s',
    async (query) => {
      const answer = await ask(server.url, query);
      expect(answer.status).toBe(400);
      expect(leaksOf(answer)).toEqual([]);
      expect(answer.text).not.toMatch(/exception|stacktrace|"debug/i);
    },
  );

  test('the schema is public: introspection and suggestions of fields are answered', async () => {
    expect((await ask(server.url, 'query cop { __schema { types { name } } }')).status).toBe(200);
    const { errors } = await ask(server.url, 'query cop { __schema { directive } }');
    expect(errors[0]?.message).toContain('Did you mean "directives"?');
    expect(codeOf(await ask(server.url, 'query cop { system }'))).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('GraphiQL is for browsers, and is served whole from here', async () => {
    const page = await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } });
    const text = await page.text();
    expect(text).toMatch(/graphiql/i);
    expect([...text.matchAll(/(?:src|href)="(https?:)?\/\//g)]).toEqual([]);
  });
});
