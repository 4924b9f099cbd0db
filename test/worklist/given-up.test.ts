/** An item whose records are gone is given up: its parts fail where they are read, and nothing fails unheard. */

import { type FieldNode, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileItem } from '../../src/questions/worklist/compile-item.ts';
import { compileContext } from '../compile/compile-context.ts';
import { buildSchema } from '../run-operation.ts';

const unheard: unknown[] = [];
const note = (reason: unknown) => void unheard.push(reason);
beforeAll(() => void process.on('unhandledRejection', note));
afterAll(() => void process.off('unhandledRejection', note));

test.each(['sentence', 'firms { id }', 'about { id }', 'place { id }'])('%s', async (selected) => {
  const context = compileContext(buildSchema());
  const [operation] = parse(`{ nodes { ${selected} } }`).definitions;
  const nodes = operation?.kind === 'OperationDefinition' ? operation.selectionSet.selections : [];
  const selection = {
    responseKey: 'nodes',
    name: 'nodes',
    nodes: nodes as FieldNode[],
    arguments: {},
    types: [],
  };
  const item = {
    kind: 'EMPTY_CELL',
    key: 'x',
    weight: 1,
    about: 'industry:gone',
    place: 'region:gone',
    firms: ['firm:gone'],
  } as const;
  const compiled = compileItem(context, [selection], [], [item], { items: [item], rulebook: undefined });
  compiled.read([0]);
  const waiting = context.later.fields();
  expect(waiting.length).toBe(1);
  for (const { answer } of waiting) answer(new Map());
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(unheard).toEqual([]);
});
