/** Fields that wait for a further statement, without a graph. */

import { expect, test } from 'vitest';
import { collectLater } from '../../src/compile/later.ts';
import { buildSchema } from '../run-operation.ts';
import { compileContext } from './compile-context.ts';

const context = compileContext(buildSchema());

function* compile() {
  yield;
  return { context, compiled: { calls: '', text: 'null', read: () => new Map() } };
}

test('fields of one key are answered together, once for each node', async () => {
  const later = collectLater();
  const field = { isDecided: false, compile };
  const [one, other] = [later.add(field, 'source { name }'), later.add({ ...field }, 'source { name }')];
  const values = [one('a'), other('b'), other('a')];
  const [waiting, ...others] = later.fields();
  expect(others).toEqual([]);
  expect(waiting?.ids).toEqual(['a', 'b']);
  waiting?.answer(new Map([['a', 'A']]));
  expect(await Promise.all(values)).toEqual(['A', undefined, 'A']);
});

test('a field that no node was found for takes no statement', () => {
  const later = collectLater();
  later.add({ isDecided: true, compile });
  expect(later.fields()).toEqual([]);
});
