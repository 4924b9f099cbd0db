/** `search` from a real Neo4j, held against an independent reading of its meaning on random small graphs. */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import type { Dataset, Properties } from '../../src/model/dataset.ts';
import { loadDataset, openTestGraph } from '../graph-fixture.ts';
import { buildDataset } from '../oracle/build-dataset.ts';
import { listOracle } from '../oracle/list-oracle.ts';
import { ListArbitraries } from '../oracle/random-list-operation.ts';
import { CAST, randomListDataset } from '../oracle/random-lists.ts';
import { buildSchema } from '../run-operation.ts';
import { askSearch } from './ask-search.ts';
import { CHARACTERS, searchOracle } from './search-oracle.ts';

const api = buildSchema();
/** More on demand: SEARCH_RUNS=1000. */
const RUNS = Number(process.env.SEARCH_RUNS ?? 30);
/** How many graphs are searched with filters, each of which Neo4j has to plan. */
const WHERE_RUNS = Number(process.env.SEARCH_RUNS ?? 3);
/** A busy machine plans for seconds; nothing is asked of how long it takes. */
const LONGEST = 20 * 60_000;
let graph: Graph;

beforeAll(() => {
  graph = openTestGraph();
});
afterAll(() => graph.close());

const written = fc.constantFrom(...CHARACTERS.map(([character]) => character));
const chinese = fc.constantFrom(
  ...CHARACTERS.filter(([, , reading]) => reading).map(([character]) => character),
);
const name = fc
  .array(fc.oneof(written, chinese), { minLength: 1, maxLength: 6 })
  .map((characters) => characters.join(''));
const optional = fc.option(name, { nil: undefined });
const record = fc.record({
  prefix: fc.constantFrom('policy', 'zone', 'industry', 'source'),
  name,
  nameEn: optional,
  number: optional,
  aliases: fc.array(name, { maxLength: 2 }),
});
const pinyin = fc
  .array(fc.constantFrom('zhang', 'jiang', 'xi', 'an', 'lv', 'x', 'z', 'ti', 'ji', '6', 'a'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join(''));
const pinyinOrPart = fc.oneof(
  fc.array(written, { minLength: 1, maxLength: 3 }).map((characters) => characters.join('')),
  pinyin,
);
const asked = fc.record({
  text: pinyinOrPart,
  types: fc.option(fc.subarray(['POLICY', 'ZONE', 'INDUSTRY', 'SOURCE']), { nil: undefined }),
  pageSize: fc.constantFrom(1, 2, 50),
});

/** What today is, and the day of all filters. */
const TODAY = '2022-06-15';
const TYPES = Object.keys(CAST);
const lists = new ListArbitraries(api.model);

/** Filters of some types by the name of their list, with the type of each. */
const filters = fc.subarray(TYPES, { minLength: 1, maxLength: 3 }).chain((types) =>
  fc.tuple(
    ...types.map((type) =>
      fc
        .integer({ min: 0, max: 2 })
        .chain((depth) => fc.oneof(fc.constant({}), lists.where(type, depth)))
        .map((where) => ({ type, where })),
    ),
  ),
);

/** A dataset of lists, whose records go by names that the oracle can read. */
const namedDataset = fc
  .record({
    dataset: randomListDataset(api.model),
    names: fc.array(fc.tuple(name, optional), { minLength: 40, maxLength: 40 }),
  })
  .map(({ dataset, names }): Dataset => {
    const nodes = [...dataset.nodes.values()].map((node, at) => {
      const [own, nameEn] = names[at % names.length] ?? [];
      const { name: _, nameEn: __, number: ___, aliases: ____, ...properties } = node.properties;
      const isNamed = typeof node.properties.name === 'string';
      const texts = isNamed ? { name: own ?? '', ...(nameEn === undefined ? {} : { nameEn }) } : {};
      return { ...node, properties: { ...properties, ...texts } };
    });
    return { ...dataset, nodes: new Map(nodes.map((node) => [node.id, node])) };
  });

test(
  'on random names search finds all that its meaning says and no more, best first, whatever the page size',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 12 }),
        fc.array(asked, { minLength: 12, maxLength: 12 }),
        async (records, questions) => {
          const dataset = buildDataset(Object.fromEntries(records.map(propertiesOf)), []);
          await loadDataset(graph, dataset);
          const own = records.map(({ name: text }) => ({ text, types: undefined, pageSize: 50 }));
          for (const { text, types, pageSize } of [...questions, ...own]) {
            if (!/[\p{L}\p{N}]/u.test(text)) continue;
            const hits = await askSearch(api, graph, text, { types }, pageSize);
            expect({ text, types, hits }).toEqual({ text, types, hits: searchOracle(dataset, text, types) });
          }
        },
      ),
      { numRuns: RUNS },
    );
  },
  LONGEST,
);

test(
  'on random graphs a filter keeps the hits that the list of their type keeps',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.noBias(namedDataset),
        fc.array(fc.record({ text: pinyinOrPart, filters, pageSize: fc.constantFrom(1, 3, 50) }), {
          minLength: 10,
          maxLength: 10,
        }),
        async (dataset, questions) => {
          await loadDataset(graph, dataset);
          const day = Number(TODAY.replaceAll('-', ''));
          const oracle = listOracle(api.model, dataset, day, day);
          for (const { text, filters: kept, pageSize } of questions) {
            if (!/[\p{L}\p{N}]/u.test(text)) continue;
            const passing = new Set(kept.flatMap(({ type, where }) => oracle.list(type, { where })));
            const where = Object.fromEntries(
              kept.map(({ type, where: of }) => [api.model.nodeTypes.get(type)?.root?.list ?? '', of]),
            );
            const hits = await askSearch(api, graph, text, { where, validOn: TODAY }, pageSize);
            const expected = searchOracle(dataset, text).filter(({ id }) => passing.has(id));
            expect({ text, where, hits }).toEqual({ text, where, hits: expected });
          }
        },
      ),
      { numRuns: WHERE_RUNS, ...(process.env.SEARCH_RUNS === undefined ? { seed: 20_261_130 } : {}) },
    );
  },
  LONGEST,
);

function propertiesOf(
  { prefix, name: own, nameEn, number, aliases }: ReturnType<typeof record.generate>['value_'],
  index: number,
): readonly [string, Properties] {
  return [
    `${prefix}:${index}`,
    {
      name: own,
      ...(nameEn === undefined ? {} : { nameEn }),
      ...(number === undefined || prefix !== 'policy' ? {} : { number }),
      ...(aliases.length === 0 ? {} : { aliases }),
    },
  ];
}
