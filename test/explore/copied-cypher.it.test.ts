/** The Cypher that a view offers to copy runs in Neo4j, and returns as many records as the view's own operation counts. */

import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordsQuery } from '../../src/browser/browser-links.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { readSchemaFolder } from '../../src/model/schema/read-schema-folder.ts';
import { readVocabulary } from '../../src/pages/read-vocabulary.ts';
import { readAddress } from '../../src/views/address.ts';
import { cypherIn, recordsIn } from '../../src/views/citation.ts';
import { questionOfView } from '../../src/views/view.ts';
import { askUntilPlanned as ask } from '../api/ask.ts';
import { type Served, serve } from '../api/serve.ts';
import { model, openTestGraph } from '../graph-fixture.ts';
import { loadProduct } from '../load-product.ts';
import { workerNeo4j } from '../worker-neo4j.ts';

const vocabulary = readVocabulary(model, [readSchemaFolder('schema'), readSchemaFolder('schema/questions')]);
const HOME = 'http://localhost:7474/browser/?dbms=neo4j://neo4j@localhost:7687&db=neo4j';

let graph: Graph;
let driver: Driver;
let served: Served;
/** What the views are asked with, chosen from the data. */
const chosen: Record<string, string> = {};

beforeAll(async () => {
  graph = openTestGraph();
  await loadProduct(graph);
  served = await serve(graph, { browserUrl: HOME });
  const { uri, user, password } = workerNeo4j();
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  const { data } = await ask(
    served.url,
    `{ INDUSTRY: industries(first: 1, where: { narrower: { some: { feeds: { some: {} } } } }, orderBy: [{ narrower: { count: DESC } }]) { nodes { id } }
       CITY: regions(first: 1, where: { level: { in: [MUNICIPALITY] } }) { nodes { id } }
       DISTRICTS: regions(first: 2, where: { level: { in: [DISTRICT] } }, orderBy: [{ clusters: { count: DESC } }]) { nodes { id } }
       FIRM: firms(first: 1, orderBy: [{ industries: { count: DESC } }]) { nodes { id } } }`,
  );
  for (const [name, { nodes }] of Object.entries(data as Record<string, { nodes: { id: string }[] }>)) {
    chosen[name] = nodes.map(({ id }) => id).join(',');
  }
});
afterAll(async () => {
  await served?.close();
  await driver?.close();
  await graph?.close();
});

/** An answer is as its operation asked for it. */
// biome-ignore lint/suspicious/noExplicitAny: each case reads its own parts of it
type Answer = any;
const ids = (nodes: readonly { readonly id: string }[]): readonly string[] => nodes.map(({ id }) => id);

/** What a view is asked, the label of what it counts, and those records by its own operation. */
const VIEWS: readonly [path: string, label: string, counted: (data: Answer) => readonly string[]][] = [
  [
    '/',
    'Policy',
    ({ newest, ending, changes }) => [
      ...ids(newest.nodes),
      ...ids(ending.nodes.map((each: Answer) => each.policy)),
      ...ids(changes.nodes.flatMap(({ about }: Answer) => (about?.id.startsWith('policy:') ? [about] : []))),
    ],
  ],
  [
    '/support?industry=INDUSTRY',
    'Policy',
    ({ support }) => ids(support.nodes.map((each: Answer) => each.policy)),
  ],
  [
    '/support?industry=INDUSTRY&place=CITY',
    'Cluster',
    ({ support }) => ids(support.nodes.map((each: Answer) => each.cluster)),
  ],
  ['/matrix?industry=INDUSTRY', 'Cluster', ({ coverage }) => coverage.rows.map(({ key }: Answer) => key)],
  [
    '/chain?industry=INDUSTRY&place=CITY',
    'Firm',
    ({ chain }) => ids(chain.segments.flatMap(({ firms, elsewhere }: Answer) => [...firms, ...elsewhere])),
  ],
  [
    '/compare?places=DISTRICTS',
    'Policy|Cluster',
    ({ compare }) =>
      ids([...compare.common, ...compare.places.flatMap(({ only }: Answer) => only)]).filter((id) =>
        /^(policy|cluster):/.test(id),
      ),
  ],
  [
    '/path?from=FIRM&to=CITY',
    'Node',
    ({ paths }) =>
      ids(paths.flatMap(({ steps }: Answer) => steps.flatMap(({ from, to }: Answer) => [from, to]))),
  ],
  ['/data', 'Node', ({ conflicting }) => ids(conflicting.nodes.map(({ about }: Answer) => about))],
  ['/search?type=ZONE', 'Zone', ({ list }) => ids(list.nodes)],
  ['/search?q=集成电路', 'Node', ({ search }) => ids(search.nodes.map(({ entity }: Answer) => entity))],
  [
    '/firm?firm=FIRM',
    'Measure',
    ({ eligibility }) => ids(eligibility.nodes.flatMap(({ measure }: Answer) => measure ?? [])),
  ],
  ['/targets', 'Target', ({ progress }) => ids(progress.nodes.map(({ target }: Answer) => target))],
  [
    '/changes?place=CITY&within=1095',
    'Target',
    ({ progress }) => ids(progress.nodes.map(({ target }: Answer) => target)),
  ],
];
/** Views that name more than what they count: their Cypher draws that, too. */
const NAMES_MORE = /^\/(search\?q|data)/;

async function run(query: string) {
  const { records, summary } = await driver.executeQuery(query, {}, { routing: 'READ' });
  expect(summary.queryType).toBe('r');
  return records;
}

describe('the Cypher of a view', () => {
  test.each(VIEWS)('%s returns as many records of %s as its operation', async (path, label, counted) => {
    const [before = '', query = ''] = path
      .replaceAll(/=(INDUSTRY|CITY|DISTRICTS|FIRM)/g, (_, name) => `=${chosen[name]}`)
      .split('?');
    const address = readAddress(before, query)?.address;
    if (!address) throw new Error(`${path} is of no view`);
    const question = questionOfView({ vocabulary, address, language: 'ZH' });
    const { data, errors } = await ask(served.url, question?.query ?? '', question?.variables);
    expect(errors).toEqual([]);
    const named = recordsIn(vocabulary, data);
    const records = await run(recordsQuery(named));
    const found = records.map((each) => each.get('n').properties.id as string);
    expect(found.length).toBe(named.length);
    const labels = label.split('|');
    const own = records.filter((each) => labels.some((one) => each.get('n').labels.includes(one)));
    const wanted = [...new Set(counted(data))].sort();
    expect(wanted.length).toBeGreaterThan(0);
    const drawn = own.map((each) => each.get('n').properties.id as string);
    if (NAMES_MORE.test(path)) expect(wanted.filter((id) => !drawn.includes(id))).toEqual([]);
    else expect(drawn.sort()).toEqual(wanted);
  });

  test('of a path has one row for each of its steps', async () => {
    const { data } = await ask(
      served.url,
      `{ paths(from: "${chosen.FIRM}", to: "${chosen.CITY}", first: 3) { length browserUrl steps { from { id } } } }`,
    );
    const { paths } = data as Answer;
    expect(paths.length).toBeGreaterThan(0);
    for (const { length, browserUrl } of paths) {
      const rows = await run(cypherIn(browserUrl) ?? '');
      const ends = rows.map((row) =>
        [row.get('step').start.properties.id, row.get('step').end.properties.id].join(' '),
      );
      expect(new Set(ends).size).toBe(length);
    }
  });

  test('of a record shows that record', async () => {
    const address = readAddress(`/id/${chosen.FIRM}`, '')?.address;
    if (!address) throw new Error('a record has an address');
    const question = questionOfView({ vocabulary, address, language: 'ZH' });
    const { data } = await ask(served.url, question?.query ?? '', question?.variables);
    const rows = await run(cypherIn((data as Answer).entity.browserUrl) ?? '');
    expect(rows.map((row) => row.get('n').properties.id)).toEqual([chosen.FIRM]);
  });
});
