/** `search` from a real Neo4j, held against an independent reading of its meaning on random small graphs. */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import type { Properties } from '../../src/model/dataset.ts';
import { loadDataset, openTestGraph } from '../graph-fixture.ts';
import { buildDataset } from '../oracle/build-dataset.ts';
import { buildSchema } from '../run-operation.ts';
import { askSearch } from './ask-search.ts';
import { CHARACTERS, searchOracle } from './search-oracle.ts';

const api = buildSchema();
/** More on demand: SEARCH_RUNS=1000. */
const RUNS = Number(process.env.SEARCH_RUNS ?? 60);
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
const asked = fc.record({
  text: fc.oneof(
    fc.array(written, { minLength: 1, maxLength: 3 }).map((characters) => characters.join('')),
    pinyin,
  ),
  types: fc.option(fc.subarray(['POLICY', 'ZONE', 'INDUSTRY', 'SOURCE']), { nil: undefined }),
  pageSize: fc.constantFrom(1, 2, 50),
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
            const hits = await askSearch(api, graph, text, types, pageSize);
            expect({ text, types, hits }).toEqual({ text, types, hits: searchOracle(dataset, text, types) });
          }
        },
      ),
      { numRuns: RUNS },
    );
  },
  20 * 60_000,
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
