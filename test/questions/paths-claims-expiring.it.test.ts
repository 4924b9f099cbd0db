/** `paths` over HTTP on the product's seeds: held against the oracles, and refused where it would read too much. */

import { beforeEach, describe, expect, test } from 'vitest';
import { deriveFacts } from '../../src/model/derive-facts.ts';
import { ask, codeOf } from '../api/ask.ts';
import { readProductSeeds, serveProduct } from '../api/serve.ts';
import { model } from '../graph-fixture.ts';
import { pathsOracle } from '../oracle/paths-oracle.ts';

const server = serveProduct();
const dataset = deriveFacts(model, readProductSeeds());
const DAY = 20250101;
const VALID_ON = '2025-01-01';

beforeEach(() => {
  server.statements.length = 0;
});

/** What the API answers, without the types that this test does not look at. */
// biome-ignore lint/suspicious/noExplicitAny: an answer is as its operation asked for it
async function answerOf(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<any> {
  const { data, errors } = await ask(server.url, query, variables);
  expect(errors).toEqual([]);
  return data;
}

/** Some ids of a type, spread over all of them. */
function someOf(type: string, count: number): readonly string[] {
  const ids = [...dataset.nodes.values()].filter((each) => each.type === type).map(({ id }) => id);
  return ids.sort().filter((_, at) => at % Math.max(1, Math.floor(ids.length / count)) === 0);
}

describe('paths', () => {
  const PATHS = `query($from: ID!, $to: ID!, $maxHops: Int, $validOn: Date) {
    paths(from: $from, to: $to, maxHops: $maxHops, validOn: $validOn) {
      length steps { from { id } relationship to { id } modality sentence evidence { locator } } } }`;
  const PAIRS = someOf('Firm', 4).flatMap((from, at) =>
    ['Policy', 'Firm', 'Zone', 'Region', 'Industry', 'Agency'].map((type) => {
      const ends = someOf(type, 4);
      return [from, ends[at % ends.length] ?? ''] as const;
    }),
  );

  test.each(PAIRS)('from %s to %s are those that trying every path finds', async (from, to) => {
    const { paths } = await answerOf(PATHS, { from, to, maxHops: 3, validOn: VALID_ON });
    const expected = pathsOracle(model, dataset, { from, to, maxHops: 3, first: 5, day: DAY });
    const steps = expected.map(({ keys }) =>
      keys.map((key) => {
        const fact = dataset.relationships.get(key);
        return {
          from: { id: fact?.from },
          relationship: model.stored.get(fact?.type ?? '')?.kind,
          to: { id: fact?.to },
          modality: fact?.properties.modality,
          sentence: expect.stringMatching(/./),
          evidence: fact?.evidence.map(({ locator }) => ({ locator })),
        };
      }),
    );
    expect(paths).toEqual(steps.map((each) => ({ length: each.length, steps: each })));
    // The two ends, the hops, and what was asked of the paths found.
    expect(server.statements.length).toBeLessThanOrEqual(1 + 3 + 1);
  });

  test('of an entity to itself there are none, and nothing is searched for', async () => {
    const [id = ''] = someOf('Firm', 1);
    expect(await answerOf(PATHS, { from: id, to: id })).toEqual({ paths: [] });
    expect(server.statements.length).toBe(1);
  });

  test('of six steps are answered, and of seven refused before any statement', async () => {
    const [from = '', to = ''] = someOf('Product', 2);
    expect((await ask(server.url, PATHS, { from, to, maxHops: 6 })).errors).toEqual([]);
    server.statements.length = 0;
    const refused = await ask(server.url, PATHS, { from, to, maxHops: 7 });
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX', allowed: 6, found: 7 });
    const none = await ask(server.url, PATHS, { from, to, maxHops: 0 });
    expect([codeOf(none), none.errors[0]?.extensions.argument]).toEqual(['BAD_USER_INPUT', 'maxHops']);
    expect(server.statements).toEqual([]);
  });

  test('neither begin nor end at a source or an indicator, nor at what is not there', async () => {
    const [from = ''] = someOf('Firm', 1);
    const [source = ''] = someOf('Source', 1);
    for (const to of [source, 'indicator:none', 'firm:none']) {
      const answer = await ask(server.url, PATHS, { from, to });
      expect([codeOf(answer), answer.errors[0]?.extensions.argument]).toEqual(['BAD_USER_INPUT', 'to']);
    }
  });
});
