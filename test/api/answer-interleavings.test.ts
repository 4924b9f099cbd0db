/** Root fields, in the orders of commits and statements that fast-check's scheduler chooses: no answer mixes states (§16.4). */

import fc, { type Scheduler } from 'fast-check';
import { GraphQLBoolean, type GraphQLError, GraphQLObjectType, GraphQLSchema, graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import { answerRoot } from '../../src/api/answer-root.ts';
import { type ApiContext, graphFailure } from '../../src/api/api-context.ts';
import { createGraphClock } from '../../src/api/graph-clock.ts';
import type { RootField } from '../../src/api/root-field.ts';
import { browserLinks } from '../../src/browser/browser-links.ts';
import { cacheGround } from '../../src/ground/cache-ground.ts';
import { readFacts } from '../../src/questions/decision.ts';
import type { Ground } from '../../src/rules/ground.ts';
import { isSameGround } from '../../src/rules/same-ground.ts';
import { model } from '../graph-fixture.ts';
import {
  everNewCommits,
  FIRST_STATE,
  groundOf,
  type RandomCommit,
  randomCommits,
  scheduleCommits,
} from '../ground/random-states.ts';
import { rememberGraph, type State } from '../ground/remembered-graph.ts';
import { howMany } from '../proof/proof-size.ts';

const RUNS = howMany('INTERLEAVINGS', 120, 5_000);

/** What an answer was made of. */
interface Answered {
  /** The ground that it was decided over, and the former ids that it was compiled by. */
  readonly ground: Ground | undefined;
  readonly formerIds: ReadonlyMap<string, string>;
  /** The numbers of the states that its statements read. */
  readonly states: readonly number[];
}

/** A field that the rules decide. */
const DECIDED: RootField = {
  *decide({ formerIds }, _, { ground }) {
    yield undefined;
    const read = (raw: unknown): Answered => ({ ground, formerIds, states: [Number(raw)] });
    return { calls: '', text: 'null', read };
  },
};

/** A field that the rules decide by facts that its decision reads. */
const DECIDED_BY_FACTS: RootField = {
  *decide({ formerIds }, _, { ground }) {
    const [first] = yield* readFacts({ text: 'MATCH (n) RETURN n', parameters: {} });
    const [second] = yield* readFacts({ text: 'MATCH (m) RETURN m', parameters: {} });
    const facts = [Number(first?.number), Number(second?.number)];
    const read = (raw: unknown): Answered => ({ ground, formerIds, states: [...facts, Number(raw)] });
    return { calls: '', text: 'null', read };
  },
};

/** A field that is fetched in two levels. */
const IN_LEVELS: RootField = {
  compile({ formerIds, later, further }) {
    const second = later.add({
      isDecided: true,
      *compile() {
        yield undefined;
        const read = (raw: unknown) => new Map([['id', raw]]);
        return { context: further(), compiled: { calls: '', text: 'null', read } };
      },
    });
    const read = async (raw: unknown): Promise<Answered> => {
      const states = [Number(raw), Number(await second('id'))];
      return { ground: undefined, formerIds, states };
    };
    return { calls: '', text: 'null', read };
  },
};

/** Answers a root field; undefined where it is refused for the moment. */
async function answer(root: RootField, contextValue: ApiContext): Promise<Answered | undefined> {
  let answered: unknown;
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType<unknown, ApiContext>({
      name: 'Query',
      fields: {
        field: {
          type: GraphQLBoolean,
          async resolve(_, given, context, info) {
            answered = await answerRoot(root, given, context, info);
          },
        },
      },
    }),
  });
  const { errors = [] } = await graphql({ schema, source: '{ field }', contextValue });
  const codes = errors.map(
    ({ originalError }) => (graphFailure(originalError) as GraphQLError).extensions.code,
  );
  expect(codes.filter((code) => code !== 'SERVICE_UNAVAILABLE')).toEqual([]);
  return answered as Answered | undefined;
}

/** Whether an answer is of one state, or of states that do not differ in what it was made of. */
function isOfOneState({ ground, formerIds, states }: Answered, all: readonly State[]): boolean {
  const found = states.map((number) => all[number]);
  const [first] = found;
  return found.every((state) => {
    const expected = state && groundOf(state);
    return (
      expected !== undefined &&
      (ground === undefined || isSameGround(ground, expected)) &&
      JSON.stringify([...formerIds]) === JSON.stringify(state?.formerIds) &&
      state?.revision === first?.revision
    );
  });
}

/** Asks a root field while a graph is committed to. */
async function holds(
  root: RootField,
  commits: fc.Arbitrary<readonly RandomCommit[]>,
  lag: number,
): Promise<void> {
  let count = 0;
  const lags = fc.array(fc.nat(lag), { maxLength: 40 });
  const run = async (scheduler: Scheduler, all: readonly RandomCommit[], lags: readonly number[]) => {
    const remembered = rememberGraph(FIRST_STATE, { scheduler, lags });
    const { graph } = remembered;
    const cache = cacheGround(model, graph);
    const context: ApiContext = {
      model,
      graph,
      links: browserLinks(undefined),
      now: new Date('2024-10-01T12:00:00Z'),
      knowledge: createGraphClock(graph).knowledge,
      ground: cache.ground,
      rulebook: cache.rulebook,
      past: cache.past,
      signal: undefined,
      sawRevision: () => undefined,
    };
    const ask = async () => {
      for (let question = 0; question < 3; question += 1) {
        const answered = await answer(root, context);
        if (!answered) continue;
        const { states } = remembered;
        expect(isOfOneState(answered, states) || answered.states).toBe(true);
        count += 1;
      }
    };
    await scheduler.waitFor(Promise.all([scheduleCommits(scheduler, remembered, all), ask()]));
  };
  await fc.assert(fc.asyncProperty(fc.scheduler(), commits, lags, run), { numRuns: RUNS });
  expect(count).toBeGreaterThan(RUNS);
}

describe('an answer is of one state', { timeout: 120_000 }, () => {
  test.each([
    ['decided', DECIDED],
    ['decided by facts that are read', DECIDED_BY_FACTS],
    ['read in levels', IN_LEVELS],
  ])('where it is %s, whatever is applied and undone, and followers lag', async (_, root) => {
    await holds(root, randomCommits('apply', 'note'), 2);
  });

  test.each([
    ['decided', DECIDED],
    ['decided by facts that are read', DECIDED_BY_FACTS],
  ])('where it is %s, and facts are edited manually, too', async (_, root) => {
    await holds(root, everNewCommits, 0);
  });
});
