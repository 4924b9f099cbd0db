/** A first apply that is stopped: all or nothing, and what became of the graph is said. */

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CommandContext } from '../../src/cli/command.ts';
import { readSettings } from '../../src/cli/settings.ts';
import { fillEmptyGraph } from '../../src/cli/steps/fill-graph.ts';
import { en } from '../../src/diagnostics/text.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { STATE_STATEMENT, stateOf } from '../../src/graph/reading/read-state.ts';
import { emptyGraph, model, openTestGraph } from '../graph-fixture.ts';
import { citySeeds, POLICY, writeSeeds } from './run-kg.ts';

let graph: Graph;
beforeAll(() => {
  graph = openTestGraph();
});
beforeEach(() => emptyGraph(graph));
afterAll(() => graph.close());

/** Fills a graph and stops as `when` says; what was said comes back. */
async function fill(
  through: (stop: () => void) => Graph,
  onProgress: (stop: () => void) => void = () => undefined,
): Promise<readonly string[]> {
  const stop = new AbortController();
  const said: string[] = [];
  const context: CommandContext = {
    settings: readSettings({}),
    env: {},
    seeds: [writeSeeds({ 'city.yaml': citySeeds(POLICY) })],
    json: false,
    operands: [],
    terminal: {
      result: () => undefined,
      stream: async () => undefined,
      say: (text) => said.push(en(text)),
      progress: () => onProgress(() => stop.abort()),
      working: () => undefined,
      language: 'en',
      colourResults: false,
      colourWords: false,
      showsResults: false,
      canAsk: false,
      confirm: async () => false,
    },
  };
  const filling = fillEmptyGraph(
    context,
    model,
    through(() => stop.abort()),
    stop.signal,
  );
  await expect(filling).rejects.toThrow('aborted');
  return said;
}

async function revision(): Promise<number> {
  return stateOf(await graph.read(STATE_STATEMENT)).revision;
}

const EMPTY = 'The seeds were not applied: the graph is empty, as before.';

test('stopped before it writes, the seeds are not applied', async () => {
  const said = await fill(
    () => graph,
    (stop) => stop(),
  );
  expect([said, await revision()]).toEqual([[EMPTY], 0]);
});

test('stopped while it plans, the seeds are not applied', async () => {
  const said = await fill((stop) => ({
    ...graph,
    readAll: (work) =>
      graph.readAll((run) => {
        stop();
        return work(run);
      }),
  }));
  expect([said, await revision()]).toEqual([[EMPTY], 0]);
});

test('stopped once it has written and before it commits, what is said is what the graph holds', async () => {
  const said = await fill((stop) => ({
    ...graph,
    write: (work, options) =>
      graph.write(async (run) => {
        const written = await work(run);
        stop();
        return written;
      }, options),
  }));
  const now = await revision();
  expect(said).toEqual([now === 0 ? EMPTY : 'The seeds are applied: the graph is at revision 1.']);
  expect(await graph.read({ text: 'MATCH (p:Policy) RETURN count(p) AS n', parameters: {} })).toEqual([
    { n: now },
  ]);
});
