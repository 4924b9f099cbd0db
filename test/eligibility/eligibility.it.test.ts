/** `eligibility` through the service, over the seeds of the product: as the rules judge, and at its cost (§8.1 to §8.15). */

import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { PROFILE_LIMITS } from '../../src/questions/eligibility/read-profile.ts';
import { decideEligibility } from '../../src/rules/eligibility/decide-eligibility.ts';
import { type FirmProfile, profileApplicant } from '../../src/rules/eligibility/profile-applicant.ts';
import { finish } from '../../src/rules/steps.ts';
import { type Served, serve } from '../api/serve.ts';
import { openTestGraph } from '../graph-fixture.ts';
import { loadProduct, readProductSeeds } from '../load-product.ts';
import { viewsOf } from '../rules/answer-by-rules.ts';
import { rulebookOfDataset } from '../rules/rulebook-of-dataset.ts';
import { TIERS } from './judge-example.ts';

const DAY = '2026-11-30';
const dataset = readProductSeeds();
const logged: string[] = [];
let graph: Graph;
let served: Served;

beforeAll(async () => {
  graph = openTestGraph();
  await loadProduct(graph);
  const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  served = await serve(graph, { log });
});
afterAll(async () => {
  await served.close();
  await graph.close();
});

interface Answer {
  readonly id: string;
  readonly overall: string;
  readonly verdicts: readonly string[];
}

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly nodes: readonly {
    readonly policy: { readonly id: string };
    readonly measure: { readonly id: string } | null;
    readonly overall: string;
    readonly verdicts: readonly { readonly verdict: string; readonly because: string }[];
  }[];
}

const OPERATION = `query ($for: FirmRef!, $day: Date!, $first: Int, $after: String) {
  eligibility(for: $for, validOn: $day, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { policy { id } measure { id } overall verdicts { verdict because } }
  }
}`;

async function post(query: string, variables: Readonly<Record<string, unknown>>) {
  served.statements.length = 0;
  const response = await fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as {
    readonly data: { readonly eligibility: Page } | null;
    readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
  };
}

async function askAll(
  who: unknown,
  first: number,
): Promise<{ readonly answers: readonly Answer[]; readonly total: number }> {
  const answers: Answer[] = [];
  let after: string | undefined;
  for (;;) {
    const { data, errors } = await post(OPERATION, { for: who, day: DAY, first, after });
    expect(errors).toBeUndefined();
    const page = data?.eligibility;
    if (!page) throw new Error('there is no answer');
    answers.push(
      ...page.nodes.map(({ policy, measure, overall, verdicts }) => ({
        id: measure?.id ?? policy.id,
        overall,
        verdicts: verdicts.map(({ verdict }) => verdict),
      })),
    );
    if (!page.pageInfo.hasNextPage) return { answers, total: page.totalCount };
    after = page.pageInfo.endCursor;
  }
}

/** A small firm with a secret that must not be kept anywhere. */
const PROFILE: FirmProfile = {
  industries: ['industry:integrated-circuits'],
  places: [{ place: 'region:pudong', role: 'REGISTERED' }],
  titles: ['高新技术企业', 'secret-title-7734'],
  foundedOn: '2019-05',
  smeSize: 'SMALL',
  listed: false,
  figures: [
    { attribute: 'REVENUE', value: '98765432', period: '2025' },
    { attribute: 'RD_STAFF_RATIO', value: '31.4159' },
  ],
};

test('a profile is answered as the rules judge it, page by page', async () => {
  const expected = finish(
    decideEligibility(
      viewsOf(dataset),
      rulebookOfDataset(dataset),
      profileApplicant(PROFILE),
      { day: 20261130, includePlanned: false, policy: undefined },
      TIERS,
    ),
  ).map(({ id, overall, verdicts }) => ({ id, overall, verdicts: verdicts.map(({ verdict }) => verdict) }));
  const { answers, total } = await askAll({ profile: PROFILE }, 50);
  expect(answers).toEqual(expected);
  expect(total).toBe(expected.length);
});

test('a profile costs one statement, a firm on record one more', async () => {
  await post(OPERATION, { for: { profile: PROFILE }, day: DAY });
  expect(served.statements.length).toBe(1);
  const { data } = await post(OPERATION, { for: { firm: 'firm:united-imaging' }, day: DAY });
  expect(served.statements.length).toBe(2);
  const because = data?.eligibility.nodes[0]?.verdicts.map((each) => each.because);
  expect(because).toContain('注册地位于嘉定区，属于上海市');
});

test('nothing of a profile is sent to Neo4j or logged', async () => {
  logged.length = 0;
  await post(OPERATION, { for: { profile: PROFILE }, day: DAY });
  await post(OPERATION, { for: { profile: { ...PROFILE, industries: ['industry:secret-7734'] } }, day: DAY });
  await post('query ($for: FirmRef!) { eligibility(for: $for) { secret7734 } }', {
    for: { profile: PROFILE },
  });
  const kept = logged.join('\n') + JSON.stringify(served.statements);
  for (const secret of ['7734', '98765432', '31.4159']) expect(kept).not.toContain(secret);
});

test('a profile with a fault is refused before any statement, with the nearest id', async () => {
  const refused = async (profile: unknown) => {
    const { errors } = await post(OPERATION, { for: { profile }, day: DAY });
    expect(served.statements).toEqual([]);
    const { code, argument, nearest } = errors?.[0]?.extensions ?? {};
    return { code, argument, nearest };
  };
  expect(await refused({ industries: ['集成电路'] })).toEqual({
    code: 'BAD_USER_INPUT',
    argument: 'for.profile.industries[0]',
    nearest: ['industry:integrated-circuits'],
  });
  expect(await refused({ places: [{ place: 'region:pudongg' }] })).toMatchObject({
    nearest: ['region:pudong'],
  });
  expect(await refused({ places: [{ place: 'industry:integrated-circuits' }] })).toMatchObject({
    argument: 'for.profile.places[0].place',
  });
  expect(await refused({ figures: [{ attribute: 'RD_STAFF_RATIO', value: '100.1' }] })).toMatchObject({
    argument: 'for.profile.figures[0].value',
  });
  expect(await refused({ figures: [{ attribute: 'RD_STAFF_SHARE', value: '10' }] })).toMatchObject({
    code: 'BAD_USER_INPUT',
  });
});

test('a list of a profile is taken at its limit, and refused past it without a statement', async () => {
  const many = {
    industries: 'industry:integrated-circuits',
    places: { place: 'region:pudong' },
    titles: '高新技术企业',
    figures: { attribute: 'RD_STAFF_RATIO', value: '100' },
  };
  for (const [name, most] of Object.entries(PROFILE_LIMITS)) {
    const list = (length: number) => Array.from({ length }, () => many[name as keyof typeof many]);
    const ask = (length: number) => post(OPERATION, { for: { profile: { [name]: list(length) } }, day: DAY });
    expect((await ask(most)).errors).toBeUndefined();
    expect((await ask(most + 1)).errors?.[0]?.extensions).toMatchObject({
      code: 'QUERY_TOO_COMPLEX',
      argument: `for.profile.${name}`,
    });
    expect(served.statements).toEqual([]);
  }
});

test('a firm that is not on record is refused, with the nearest', async () => {
  const { errors } = await post(OPERATION, { for: { firm: 'firm:united-imagin' }, day: DAY });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'for.firm' });
  expect(errors?.[0]?.message).toContain('firm:united-imaging');
});
