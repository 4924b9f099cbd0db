/** A shape that Neo4j has not planned yet, asked by many at once, is planned once and answered to all. */

import { expect, it } from 'vitest';
import { ask } from './ask.ts';
import { serveProduct } from './serve.ts';

const server = serveProduct();

it('forty at once wait for the first of them, and all are answered', async () => {
  await ask(server.url, '{ regions(first: 1) { totalCount } }');
  server.statements.length = 0;
  const query = '{ support(first: 7, orderBy: PLACE) { totalCount nodes { place { name aliases } scope } } }';
  const all = Array.from({ length: 40 }, () => ask(server.url, query));
  const answers = await Promise.all(all);
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 200));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(server.statements).toHaveLength(40);
});

it('a shape that fails is no lock on those who wait: each is told', async () => {
  const query = '{ support(policy: "policy:none", orderBy: CLUSTER) { nodes { cluster { nameEn } } } }';
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask(server.url, query)));
  expect(answers.map(({ errors }) => errors[0]?.extensions.code)).toEqual(
    Array.from({ length: 5 }, () => 'BAD_USER_INPUT'),
  );
});
