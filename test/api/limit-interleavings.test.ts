/** Reads, the planning of texts, the clock and the queue, in the orders of events that fast-check chooses. */

import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import fc, { type Scheduler } from 'fast-check';
import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { createGraphClock } from '../../src/api/graph-clock.ts';
import { limitConcurrency } from '../../src/api/limit-concurrency.ts';
import { GraphError } from '../../src/graph/bolt/graph-error.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { FORMER_IDS_STATEMENT } from '../../src/graph/reading/read-state.ts';
import { openTurns, type Turn } from '../../src/service/take-turns.ts';
import { FIRST_STATE, randomCommits, scheduleCommits } from '../ground/random-states.ts';
import { rememberGraph } from '../ground/remembered-graph.ts';
import { howMany } from '../proof/proof-size.ts';

const RUNS = howMany('INTERLEAVINGS', 300, 10_000);
/** How many statements may be under way, and how many texts Neo4j may plan at once. */
const MOST = 3;
const MOST_PLANNED = 2;
/** Longer than a test may take: no caller may depend on running out of patience. */
const PATIENCE = 3_600_000;

const failures = fc.array(fc.constantFrom(undefined, undefined, undefined, 'unavailable', 'timeout'), {
  maxLength: 20,
});
type Failures = readonly (undefined | 'unavailable' | 'timeout')[];

/** A graph that gives each statement its own number back, or fails; it counts what is under way. */
function openEcho(scheduler: Scheduler, failures: Failures) {
  const planned = new Set<string>();
  const seen = { sent: 0, underWay: 0, most: 0, planning: 0, mostPlanning: 0, recovered: false };
  const read: Graph['read'] = async ({ text, parameters }, { signal } = {}) => {
    const failure = failures[seen.sent];
    const isNew = !planned.has(text);
    seen.sent += 1;
    seen.underWay += 1;
    seen.planning += Number(isNew);
    seen.most = Math.max(seen.most, seen.underWay);
    seen.mostPlanning = Math.max(seen.mostPlanning, seen.planning);
    try {
      await scheduler.schedule(Promise.resolve(), 'rows arrive');
      if (signal?.aborted) throw new GraphError('cancelled', 'the client went away', undefined);
      if (failure && !seen.recovered) throw new GraphError(failure, 'failed', undefined);
      planned.add(text);
      return [{ number: parameters.number }];
    } finally {
      seen.underWay -= 1;
      seen.planning -= Number(isNew);
    }
  };
  const { graph } = rememberGraph(FIRST_STATE, { scheduler });
  return { graph: { ...graph, read }, seen };
}

const callers = fc.array(fc.record({ text: fc.constantFrom('A', 'B', 'C', 'D'), leaves: fc.boolean() }), {
  minLength: 1,
  maxLength: 9,
});

test('each read is answered with its own rows or refused, and leaves no place taken', async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), callers, failures, async (scheduler, all, failures) => {
      const { graph, seen } = openEcho(scheduler, failures);
      const limited = limitConcurrency(graph, MOST, PATIENCE);
      const read = (text: string, number: number, signal?: AbortSignal) =>
        limited.read({ text, parameters: { number } }, { signal });
      const ask = async ({ text, leaves }: (typeof all)[number], number: number) => {
        const client = new AbortController();
        await scheduler.schedule(Promise.resolve(), 'a question arrives');
        if (leaves) void scheduler.schedule(Promise.resolve(), 'a client leaves').then(() => client.abort());
        expect(await read(text, number, client.signal)).toEqual([{ number }]);
        answered += 1;
      };
      const ends = await scheduler.waitFor(Promise.allSettled(all.map(ask)));
      const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
      expect(reasons.filter((each) => !(each instanceof GraphError || each instanceof GraphQLError))).toEqual(
        [],
      );
      expect(seen.most).toBeLessThanOrEqual(MOST);
      expect(seen.mostPlanning).toBeLessThanOrEqual(MOST_PLANNED);
      // What was planned for callers that left goes on; then as many as may be under way are answered at once.
      await scheduler.waitIdle();
      seen.recovered = true;
      await scheduler.waitFor(read('A', 0));
      const last = Array.from({ length: MOST }, (_, number) => read('A', number));
      expect(await scheduler.waitFor(Promise.all(last))).toEqual(last.map((_, number) => [{ number }]));
    }),
    { numRuns: RUNS },
  );
  expect(answered).toBeGreaterThan(RUNS);
});

test('what the clock knows is of one revision, not older than the one asked for, and read once for all', async () => {
  const away = fc.array(fc.constantFrom(false, false, false, true), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      randomCommits('apply', 'note'),
      away,
      async (scheduler, commits, failures) => {
        const counted = ({ text }: { readonly text: string }) => text === FORMER_IDS_STATEMENT.text;
        const remembered = rememberGraph(FIRST_STATE, { scheduler, failures, counted });
        const { states } = remembered;
        const clock = createGraphClock(remembered.graph);
        const ask = async (isGiven: boolean) => {
          await scheduler.schedule(Promise.resolve(), 'a question arrives');
          const wanted = isGiven ? (states.at(-1)?.revision ?? 0) : undefined;
          const { revision, formerIds } = await clock.knowledge(wanted);
          const expected = states.find((state) => state.revision === revision)?.formerIds;
          expect([...formerIds]).toEqual(expected);
          expect(revision).toBeGreaterThanOrEqual(wanted ?? 0);
        };
        const ends = await scheduler.waitFor(
          Promise.allSettled([
            scheduleCommits(scheduler, remembered, commits),
            ...[true, false, true, true].map(ask),
          ]),
        );
        const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
        expect(reasons.filter((each) => !(each instanceof GraphError))).toEqual([]);
        expect(remembered.mostAtOnce()).toBeLessThanOrEqual(1);
        remembered.recover();
        const newest = states.at(-1)?.revision;
        expect((await scheduler.waitFor(clock.knowledge(newest))).revision).toBe(newest);
        const both = await scheduler.waitFor(Promise.all([clock.state(), clock.state()]));
        expect([both[0] === both[1], both[0].revision]).toEqual([true, newest]);
      },
    ),
    { numRuns: RUNS },
  );
});

const events = fc.array(fc.constantFrom('request', 'request', 'leaves', 'connection', 'turn'), {
  maxLength: 40,
});

test('requests begin in their order, one in a turn, unless their clients have left; none waits for ever', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (events) => {
      const { take, connected } = openTurns();
      const requests: { readonly response: ServerResponse; end?: Turn; leftFirst: boolean }[] = [];
      const begun: number[] = [];
      let inTurn = 0;
      const pass = async () => {
        inTurn = 0;
        await setImmediate();
        expect(inTurn).toBeLessThanOrEqual(1);
      };
      for (const [at, event] of events.entries()) {
        if (event === 'connection') connected();
        else if (event === 'turn') await pass();
        else if (event === 'leaves') {
          const one = requests[at % Math.max(1, requests.length)];
          if (!one) continue;
          one.leftFirst ||= one.end === undefined;
          one.response.destroy();
        } else {
          const response = new ServerResponse(new IncomingMessage(new Socket()));
          const number = requests.push({ response, leftFirst: false }) - 1;
          void take(response).then((end) => {
            const request = requests[number];
            if (request) request.end = end;
            if (end !== 'begins') return;
            begun.push(number);
            inTurn += 1;
          });
        }
      }
      for (let turn = 0; turn < 2 * events.length + 2; turn += 1) await pass();
      expect(requests.map(({ end }) => end)).toEqual(
        requests.map(({ leftFirst }) => (leftFirst ? 'left' : 'begins')),
      );
      expect(begun).toEqual([...begun].sort((a, b) => a - b));
    }),
    { numRuns: RUNS },
  );
});
