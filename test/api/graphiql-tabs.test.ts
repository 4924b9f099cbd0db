/** The example questions: the twelve of the product in their order, each with its words in English and Chinese. */

import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { EXAMPLE_TABS } from '../../src/api/graphiql-tabs.ts';
import { buildSchema } from '../run-operation.ts';

const { schema } = buildSchema();
const QUESTIONS = [
  'support',
  'eligibility',
  'coverage',
  'progress',
  'chain',
  'zones',
  'expiring',
  'compare',
  'paths',
];
const ROOTS = [...QUESTIONS, 'resolve', 'graph', 'claims', 'worklist', 'measures'];

test('they are in the order of the product', () => {
  expect(EXAMPLE_TABS.map(({ query }) => /^ {2}(\w+)/m.exec(query)?.[1])).toEqual(ROOTS);
});

test.each(EXAMPLE_TABS.map(({ query }) => [/query (\w+)/.exec(query)?.[1] ?? '', query] as const))(
  '%s is valid, and opens with what it asks in both languages',
  (_, query) => {
    expect(validate(schema, parse(query))).toEqual([]);
    const comments = query.split('\n').filter((line) => line.startsWith('#'));
    expect(comments.join('')).toMatch(/[A-Za-z]{3}.*\p{Script=Han}{3}/u);
  },
);
