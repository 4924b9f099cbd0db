/** A ground that fits into the memory allowed is loaded; one byte more is refused, with both sizes. */

import { expect, test } from 'vitest';
import { cacheGround } from '../../src/ground/cache-ground.ts';
import { GroundTooLarge, groundBytes } from '../../src/ground/ground-memory.ts';
import { model } from '../graph-fixture.ts';
import { groundRecords } from '../rules/ground-of-dataset.ts';
import { FIRST_STATE, LARGER_STATE } from './random-states.ts';
import { rememberGraph, type State } from './remembered-graph.ts';

const scheduler = { schedule: <T>(task: Promise<T>) => task };

function bytesOf({ dataset }: State): number {
  const { nodes, facts } = groundRecords(model, dataset);
  return groundBytes({ nodes: nodes.length, facts: facts.length });
}

test('a ground that takes as much as is allowed is loaded, one byte more is refused', async () => {
  const { graph } = rememberGraph(FIRST_STATE, { scheduler });
  const needed = bytesOf(FIRST_STATE);
  expect((await cacheGround(model, graph, { memory: needed }).ground()).revision).toBe(1);
  await expect(cacheGround(model, graph, { memory: needed - 1 }).ground()).rejects.toThrow(GroundTooLarge);
});

test('the sizes that a refusal names differ, however close they are', () => {
  const said = (needed: number, most: number) => new GroundTooLarge(needed, most).message.match(/\d+ MB/g);
  const allowed = 512 * 1_048_576;
  expect(said(allowed + 1, allowed)).toEqual(['513 MB', '512 MB']);
  expect(said(3_000, 1_000)).toEqual(['1 MB', '0 MB']);
});

test('a graph that outgrows the memory is refused, not answered by its older ground, until it fits again', async () => {
  const { graph, states, commit } = rememberGraph(FIRST_STATE, { scheduler });
  const cache = cacheGround(model, graph, { memory: bytesOf(FIRST_STATE) });
  await cache.ground();
  commit(LARGER_STATE);
  await expect(cache.ground('1')).rejects.toThrow(GroundTooLarge);
  commit({ ...FIRST_STATE, revision: 3 });
  expect(await cache.ground('2')).toMatchObject({ revision: 3, bookmark: String(states.length - 1) });
});
