/** `paths`, `claims`, `expiring`, `worklist` over HTTP on the product's seeds, page by page (§12, §13, §17, §20). */

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { ask, codeOf } from '../api/ask.ts';
import { serveProduct } from '../api/serve.ts';
import { model } from '../graph-fixture.ts';
import { readProductSeeds } from '../load-product.ts';
import { claimsOracle } from '../oracle/claims-oracle.ts';
import { expiringOracle } from '../oracle/expiring-oracle.ts';
import { pathsOracle } from '../oracle/paths-oracle.ts';
import { viewsOf } from '../rules/answer-by-rules.ts';
import { rulebookOfDataset } from '../rules/rulebook-of-dataset.ts';
import { worklistOfDataset } from '../worklist/worklist-of-dataset.ts';

const server = serveProduct();
const dataset = deriveFacts(model, readProductSeeds());
const DAY = 20250101;
const VALID_ON = '2025-01-01';

beforeAll(async () => {
  // The first question that the rules decide reads the ground; statements are counted after that.
  await ask(server.url, '{ support(first: 1) { totalCount } }');
});
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
  const PAIRS = someOf('Firm', 2).flatMap((from, at) =>
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

  test('neither begin nor end at a source or an indicator, nor at what is not there', async () => {
    const [from = ''] = someOf('Firm', 1);
    const [source = ''] = someOf('Source', 1);
    for (const to of [source, 'indicator:none', 'firm:none']) {
      const answer = await ask(server.url, PATHS, { from, to });
      expect([codeOf(answer), answer.errors[0]?.extensions.argument]).toEqual(['BAD_USER_INPUT', 'to']);
    }
  });
});

/** All nodes of a connection, page by page; the total is that of every page. */
async function allOf<T>(root: string, page: (after: string | null) => string): Promise<readonly T[]> {
  const nodes: T[] = [];
  let total: number | undefined;
  for (let after: string | null = null; ; ) {
    const { [root]: found } = await answerOf(page(after));
    total ??= found.totalCount;
    expect(found.totalCount).toBe(total);
    nodes.push(...found.nodes);
    if (!found.pageInfo.hasNextPage) break;
    after = found.pageInfo.endCursor;
  }
  expect(nodes.length).toBe(total);
  return nodes;
}

describe('claims', () => {
  const ASKED = [
    { text: 'weak: true', weak: true },
    { text: 'conflicting: true', conflicting: true },
    { text: 'conflicting: true, weak: true', conflicting: true, weak: true },
    ...['region:pudong', 'region:shanghai', someOf('Firm', 1)[0] ?? '', someOf('Policy', 1)[0] ?? ''].map(
      (about) => ({
        text: `about: "${about}"`,
        about,
      }),
    ),
    {
      text: 'about: "region:shanghai", conflicting: false, weak: false',
      about: 'region:shanghai',
      conflicting: false,
      weak: false,
    },
  ];

  test.each(ASKED)('with $text are those of the oracle, page by page', async ({ text, ...query }) => {
    const nodes = await allOf<Claim>(
      'claims',
      (
        after,
      ) => `{ claims(${text}, validOn: "${VALID_ON}", first: 150, after: ${JSON.stringify(after)}) { totalCount
        pageInfo { hasNextPage endCursor } nodes { property value about { id } evidence { source { id } } } } }`,
    );
    const found = nodes.map(({ property, value, about, evidence }) => ({
      about: about.id,
      property,
      value,
      sources: evidence.map(({ source }) => source.id),
    }));
    expect(found).toEqual(claimsOracle(model, dataset, { ...query, day: DAY }));
    expect(found.length > 0 || text.includes('weak: true')).toBe(true);
  });

  interface Claim {
    readonly property: string;
    readonly value: string;
    readonly about: { readonly id: string };
    readonly evidence: readonly { readonly source: { readonly id: string } }[];
  }

  test('of nothing in particular are refused', async () => {
    const answer = await ask(server.url, '{ claims(weak: false) { totalCount } }');
    expect([codeOf(answer), answer.errors[0]?.extensions.argument]).toEqual(['BAD_USER_INPUT', 'about']);
    expect(server.statements).toEqual([]);
  });
});

describe('expiring', () => {
  const ASKED = [
    { text: '', within: 365 },
    { text: ', place: "region:pudong"', within: 1_000, place: 'region:pudong' },
    {
      text: ', industry: "industry:integrated-circuits"',
      within: 3_660,
      industry: 'industry:integrated-circuits',
    },
  ];

  test.each(ASKED)(
    'within $within days$text is what the oracle says, page by page',
    async ({ text, ...query }) => {
      const nodes = await allOf(
        'expiring',
        (
          after,
        ) => `{ expiring(validOn: "${VALID_ON}", within: ${query.within}${text}, first: 7, after: ${JSON.stringify(after)}) {
        totalCount pageInfo { hasNextPage endCursor } nodes { endsOn cause policy { id status } measure { id } window { closesOn }
        sentence } } }`,
      );
      const expected = expiringOracle(dataset, { ...query, day: DAY });
      expect(expected.length).toBeGreaterThan(0);
      expect(nodes).toEqual(
        expected.map(({ endsOn, cause, policy, measure, window }) => ({
          endsOn: String(endsOn).replace(/(\d{4})(\d{2})(\d{2})/, '$1-$2-$3'),
          cause,
          policy: { id: policy, status: 'IN_FORCE' },
          measure: measure === undefined ? null : { id: measure },
          window: window === undefined ? null : { closesOn: dataset.nodes.get(window)?.properties.closesOn },
          sentence: expect.stringMatching(/./),
        })),
      );
    },
  );
});

describe('worklist', () => {
  test('is what the rules weigh over the seeds in memory, page by page', async () => {
    const nodes = await allOf(
      'worklist',
      (after) => `{ worklist(validOn: "${VALID_ON}", first: 100, after: ${JSON.stringify(after)}) { totalCount
        pageInfo { hasNextPage endCursor } nodes { key weight about { id } place { id } sentence } } }`,
    );
    const asked = { day: DAY, place: undefined, industry: undefined };
    const expected = worklistOfDataset(dataset, viewsOf(dataset), rulebookOfDataset(dataset), asked);
    expect(expected.length).toBeGreaterThan(100);
    expect(nodes).toEqual(
      expected.map(({ key, weight, about, place }) => ({
        ...{ key, weight, about: { id: about } },
        place: place === undefined ? null : { id: place },
        sentence: expect.stringContaining(String(weight)),
      })),
    );
  });
});
