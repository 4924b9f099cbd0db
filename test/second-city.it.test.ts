/** A second city, made of seeds alone: it has no fault, loads, and answers the questions that the first one answers. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/graph.ts';
import { readModel } from '../src/model/schema/read-model.ts';
import { readSeeds } from '../src/seeds/read-seeds.ts';
import { loadDataset, openTestGraph } from './graph-fixture.ts';
import { buildSchema, runOperation } from './run-operation.ts';
import { OTHER_CITY } from './seed-folders.ts';

const api = buildSchema();
const read = readSeeds(readModel('schema'), OTHER_CITY);
let graph: Graph;

beforeAll(async () => {
  graph = openTestGraph();
  if (!read.dataset) throw new Error(JSON.stringify(read.diagnostics));
  await loadDataset(graph, read.dataset);
});
afterAll(() => graph.close());

async function ask(source: string): Promise<unknown> {
  const { result } = await runOperation(api, graph, source);
  return JSON.parse(JSON.stringify(result));
}

describe('Suzhou', () => {
  test('holds no record of Shanghai', () => {
    const ids = [...(read.dataset?.nodes.keys() ?? [])];
    expect(ids.filter((id) => /^(?:region|zone|cluster|firm|policy|measure):.*shanghai/.test(id))).toEqual(
      [],
    );
    expect(read.dataset?.info.home).toBe('region:suzhou');
  });

  test('is the place asked about where none is named', async () => {
    expect(
      await ask(
        '{ support(validOn: "2024-10-01") { nodes { policy { id } cluster { id } place { id } scope } } }',
      ),
    ).toEqual({
      data: {
        support: {
          nodes: ['policy:suzhou-biomedicine-2019', 'policy:suzhou-biomedicine-2022'].map((id) => ({
            policy: { id },
            cluster: { id: 'cluster:suzhou-biomedicine-2022' },
            place: { id: 'region:suzhou' },
            scope: 'WHOLE',
          })),
        },
      },
    });
  });

  test('finds a firm by its short name, and where it is registered', async () => {
    expect(
      await ask(
        '{ resolve(names: ["东微半导"]) { candidates { entity { id ... on Firm { places { edges { role address node { id within { edges { node { id } } } } } } } } } } }',
      ),
    ).toMatchObject({
      data: {
        resolve: [
          {
            candidates: [
              {
                entity: {
                  id: 'firm:oriental-semiconductor',
                  places: {
                    edges: [
                      {
                        role: 'REGISTERED',
                        node: {
                          id: 'zone:suzhou-nano-city',
                          within: { edges: [{ node: { id: 'zone:suzhou-industrial-park' } }] },
                        },
                      },
                    ],
                  },
                },
              },
            ],
          },
        ],
      },
    });
  });

  test('has targets without a measurement, and says so', async () => {
    expect(
      await ask(
        '{ progress(industry: "industry:biomedicine", on: "2026-01-01") { nodes { target { id } state } } }',
      ),
    ).toMatchObject({
      data: {
        progress: {
          nodes: expect.arrayContaining([
            { target: { id: 'target:suzhou-biomedicine-scale-2025' }, state: 'NOT_MEASURED' },
          ]),
        },
      },
    });
  });

  test('tells how much was read of what it rests on', async () => {
    expect(
      await ask(
        '{ policy: node(id: "policy:suzhou-biomedicine-2022") { ... on Policy { evidence { locator source { tier read } } } } }',
      ),
    ).toEqual({
      data: { policy: { evidence: [{ locator: '正文', source: { tier: 'OFFICIAL', read: 'EXCERPT' } }] } },
    });
  });
});
