/** How faults are told to an agent. */

import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { tooComplex } from '../../src/api/limits.ts';
import { badUserInput } from '../../src/diagnostics/client-error.ts';
import { GraphError } from '../../src/graph/bolt/graph-error.ts';
import { faultText } from '../../src/mcp/fault-text.ts';
import { createTools } from '../../src/mcp/tools.ts';
import { buildSchema } from '../run-operation.ts';

const { schema, model } = buildSchema();
const [tool] = createTools(schema, model).filter(({ name }) => name === 'support');
const tell = (error: unknown) => (tool ? faultText(tool, error) : undefined);

test('an id of nobody is told with the nearest one and the way to ids', () => {
  const fault = badUserInput('place', 'there is no Place with the id "region:z".', ['region:x']);
  expect(tell(fault)).toEqual({
    text: 'BAD_USER_INPUT: Argument "place": there is no Place with the id "region:z". Did you mean "region:x"? The tools resolve and search find ids by names.',
    isOurs: false,
  });
});

test('a limit is told with the way to stay under it', () => {
  expect(tell(tooComplex('nodes', 30_000))?.text).toMatch(/^QUERY_TOO_COMPLEX: .*Ask for less at a time/);
});

test('a graph that cannot be reached or takes too long is told as that', () => {
  expect(tell(new GraphError('unavailable', 'bolt://10.0.0.1', undefined))?.text).toMatch(
    /^SERVICE_UNAVAILABLE: The graph cannot be reached right now; try again in a moment\./,
  );
  expect(tell(new GraphError('timeout', '', undefined))?.text).toMatch(/^TIMEOUT: .*once more may do\.$/);
});

test.each([
  ['a mistake of ours', new TypeError('MATCH (n) at /srv/graph.ts:3')],
  ['what Neo4j refuses', new GraphError('refused', 'MATCH (n)', undefined)],
  ['an error below a root field', new GraphQLError('MATCH (n)', { path: ['support'] })],
])('%s is told as no more than that there was something, and goes to the log', (_, error) => {
  expect(tell(error)).toEqual({
    text: expect.stringMatching(/^INTERNAL_SERVER_ERROR: (?!.*MATCH)/),
    isOurs: true,
  });
});
