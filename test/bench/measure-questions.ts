/** What each question costs on a graph: statements, time beside a point read, and a deep page beside the first. */

import { BlockList } from 'node:net';
import { pino } from 'pino';
import { deriveApiSchema } from '../../src/api/derive-api-schema.ts';
import { startServer } from '../../src/api/start-server.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { Model } from '../../src/model/model.ts';
import { readSchemaFolder } from '../../src/model/schema/read-schema-folder.ts';
import { median } from './median.ts';

/** What a question costs. */
interface QuestionCost {
  readonly name: string;
  /** How many statements its answer takes once the ground is loaded. */
  readonly statements: number;
  readonly milliseconds: number;
  /** Times the point read beside it. */
  readonly times: number;
}

/** What pages of a list cost. */
interface PageCost {
  readonly name: string;
  readonly rows: number;
  /** The number of the deep page. */
  readonly page: number;
  readonly first: number;
  readonly deep: number;
  /** The deep page, times the first. */
  readonly times: number;
}

/** A question that a limit refuses on a graph of this size, and in which words. */
interface RefusedQuestion {
  readonly name: string;
  readonly refusal: string;
}

/** All that is measured of one graph. */
export interface QuestionCosts {
  readonly questions: readonly QuestionCost[];
  readonly pages: readonly PageCost[];
  readonly refused: readonly RefusedQuestion[];
}

/** A question past a limit. */
class PastLimit extends Error {}

/** Rows on a page, and the page that is called deep where there are as many. */
const PAGE = 20;
const DEEP = 1_000;
/** The longest page, by which the way to the deep one is gone. */
const STRIDE = 200;
/** How often a question is asked at most until Neo4j has planned it. */
const MOST_TIMES = 10;

/** Ids by what they are of, and the newest revision. */
type Subjects = Readonly<Record<'place' | 'other' | 'industry' | 'firm' | 'measure' | 'name', string>> & {
  readonly revision: number;
};

/** Measures all questions of a graph, each in turn with a point read, as clients ask them: over HTTP, limits on. */
export async function measureQuestions(
  model: Model,
  graph: Graph,
  repetitions: number,
): Promise<QuestionCosts> {
  let sent = 0;
  const counted: Graph = {
    ...graph,
    read(statement, options) {
      sent += 1;
      return graph.read(statement, options);
    },
  };
  const definitions = deriveApiSchema(
    model,
    readSchemaFolder('schema'),
    readSchemaFolder('schema/questions'),
  );
  const server = await startServer({
    model,
    definitions,
    graph: counted,
    browserUrl: undefined,
    host: '127.0.0.1',
    port: 0,
    allowedHosts: [],
    allowedOrigins: [],
    maxConcurrency: 8,
    answerMemory: 0,
    clientLimits: { trustedProxies: new BlockList() },
    trusted: undefined,
    log: pino({ level: 'silent' }),
  });
  /** Asks, and asks again while Neo4j still plans the question. */
  const ask = async (query: string, times = MOST_TIMES): Promise<Readonly<Record<string, unknown>>> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as Answer;
    const isPlanned = !errors?.some(({ extensions }) => extensions?.code === 'TIMEOUT');
    if (!isPlanned && times > 1) return ask(query, times - 1);
    const refusal = errors?.find(({ extensions }) => extensions?.code === 'QUERY_TOO_COMPLEX');
    if (refusal) throw new PastLimit(refusal.message);
    if (!data || errors) throw new Error(`${query}: ${JSON.stringify(errors).slice(0, 400)}`);
    return data;
  };
  const timed = async (query: string) => {
    const before = sent;
    const start = performance.now();
    await ask(query, 1);
    return { milliseconds: performance.now() - start, statements: sent - before };
  };
  try {
    const subjects = await subjectsOf(graph);
    const point = `{ node(id: "${subjects.firm}") { id ... on Firm { name } } }`;
    const questions: QuestionCost[] = [];
    const pages: PageCost[] = [];
    const refused: RefusedQuestion[] = [];
    const orRefused = async (name: string, measure: () => Promise<void>) => {
      try {
        await measure();
      } catch (error) {
        if (!(error instanceof PastLimit)) throw error;
        refused.push({ name, refusal: error.message });
      }
    };
    for (const [name, query] of Object.entries(questionsAbout(subjects))) {
      await orRefused(name, async () => {
        await ask(query);
        const rounds: { readonly it: number; readonly beside: number; readonly statements: number }[] = [];
        for (let round = 0; round < repetitions; round += 1) {
          const beside = await timed(point);
          const { milliseconds, statements } = await timed(query);
          rounds.push({ it: milliseconds, beside: beside.milliseconds, statements });
        }
        const it = median(rounds.map((each) => each.it));
        const beside = median(rounds.map((each) => each.beside));
        questions.push({
          name,
          statements: rounds[0]?.statements ?? 0,
          milliseconds: it,
          times: it / beside,
        });
      });
    }
    for (const list of LISTS) {
      await orRefused(`pages of ${list.name}`, async () => {
        pages.push(await measurePages(list, ask, timed, repetitions));
      });
    }
    return { questions, pages, refused };
  } finally {
    await server.close();
  }
}

interface Answer {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** One question of each kind, its answer as a client would select it. */
function questionsAbout({
  place,
  other,
  industry,
  firm,
  measure,
  name,
  revision,
}: Subjects): Readonly<Record<string, string>> {
  const proof = 'because { from { id } to { id } evidence { locator } }';
  return {
    support: `{ support(place: "${place}", first: 20) { nodes { policy { name } scope ${proof} } } }`,
    coverage: `{ coverage(place: "${place}", rows: POLICY, first: 20) { cells { count state } } }`,
    eligibility: `{ eligibility(for: { firm: "${firm}" }, first: 20) { nodes { overall verdicts { sentence } } } }`,
    applicants: `{ applicants(measure: "${measure}", place: "${other}") { firmCount met } }`,
    chain: `{ chain(industry: "${industry}", place: "${place}") { segments { firmCount state } } }`,
    compare: `{ compare(places: ["${place}", "${other}"]) { common { id } places { firmCount } } }`,
    paths: `{ paths(from: "${firm}", to: "${industry}", maxHops: 4, first: 3) { steps { sentence } } }`,
    resolve: `{ resolve(names: [${JSON.stringify(name)}]) { name candidates { score entity { id } } } }`,
    claims: `{ claims(about: "${firm}", first: 20) { nodes { property value } } }`,
    expiring: `{ expiring(within: 365, first: 20) { nodes { endsOn policy { name } } } }`,
    worklist: `{ worklist(place: "${place}", first: 20) { nodes { weight sentence } } }`,
    progress: `{ progress(first: 20) { nodes { state } } }`,
    search: `{ search(text: ${JSON.stringify(name)}, first: 20) { nodes { entity { id } } } }`,
    changes: `{ changes(about: "${firm}", first: 20) { nodes { sentence } } }`,
    'next questions': `{ eligibility(for: { firm: "${firm}" }, first: 1) { nextQuestions { attribute settles touches } } }`,
    'support as of': `{ support(place: "${place}", first: 20, asOf: ${revision - 1}) { nodes { policy { name } scope ${proof} } } }`,
    supportDiff: `{ supportDiff(from: ${revision - 1}, to: ${revision}, first: 20) { totalCount nodes { change causes { sentence } } } }`,
  };
}

/** A list of rows with a cursor each, and the field that leads to it. */
interface List {
  readonly name: string;
  readonly field: (page: string) => string;
}

const LISTS: readonly List[] = [
  { name: 'firms', field: (page) => `firms(${page}) { nodes { id } pageInfo { endCursor hasNextPage } }` },
  {
    name: 'firms by name',
    field: (page) =>
      `firms(orderBy: [{ name: ASC }], ${page}) { nodes { id } pageInfo { endCursor hasNextPage } }`,
  },
  {
    name: 'support',
    field: (page) =>
      `support(${page}) { nodes { policy { id } because { relationship } } pageInfo { endCursor hasNextPage } }`,
  },
  {
    name: 'support by issue',
    field: (page) =>
      `support(orderBy: ISSUED_ON_DESC, ${page}) { nodes { policy { id } } pageInfo { endCursor hasNextPage } }`,
  },
  {
    name: 'claims of news',
    field: (page) =>
      `claims(weak: true, ${page}) { nodes { property value } pageInfo { endCursor hasNextPage } }`,
  },
  {
    name: 'changes',
    field: (page) => `changes(${page}) { nodes { sentence } pageInfo { endCursor hasNextPage } }`,
  },
  {
    name: 'eligibility',
    field: (page) =>
      `eligibility(for: { profile: {} }, ${page}) { nodes { overall } pageInfo { endCursor hasNextPage } }`,
  },
  {
    name: 'progress',
    field: (page) => `progress(${page}) { nodes { state } pageInfo { endCursor hasNextPage } }`,
  },
  {
    name: 'coverage',
    field: (page) =>
      `coverage(rows: POLICY, columnsFirst: 5, ${page}) { nodes: rows { key } cells { count } pageInfo { endCursor hasNextPage } }`,
  },
  {
    name: 'expiring',
    field: (page) =>
      `expiring(within: 3660, ${page}) { nodes { endsOn } pageInfo { endCursor hasNextPage } }`,
  },
  {
    name: 'worklist',
    field: (page) =>
      `worklist(kinds: [EMPTY_CELL, MISSING_START, WEAK_CLAIMS], ${page}) { nodes { key weight } pageInfo { endCursor hasNextPage } }`,
  },
];

interface Page {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** Goes to the deep page, or to the last that is full, and times it in turn with the first. */
async function measurePages(
  { name, field }: List,
  ask: (query: string) => Promise<Readonly<Record<string, unknown>>>,
  timed: (query: string) => Promise<{ readonly milliseconds: number }>,
  repetitions: number,
): Promise<PageCost> {
  let [rows, before] = [0, ''];
  for (let after = ''; rows < (DEEP - 1) * PAGE; ) {
    const length = Math.min(STRIDE, (DEEP - 1) * PAGE - rows);
    const data = await ask(`{ ${field(`first: ${length}${after}`)} }`);
    const { nodes, pageInfo } = Object.values(data)[0] as Page;
    if (!pageInfo.hasNextPage) break;
    rows += nodes.length;
    after = `, after: ${JSON.stringify(pageInfo.endCursor)}`;
    before = after;
  }
  // Planned before they are timed.
  await ask(`{ ${field(`first: ${PAGE}`)} }`);
  await ask(`{ ${field(`first: ${PAGE}${before}`)} }`);
  const [first, deep]: [number[], number[]] = [[], []];
  for (let round = 0; round < repetitions; round += 1) {
    const one = await timed(`{ ${field(`first: ${PAGE}`)} }`);
    const other = await timed(`{ ${field(`first: ${PAGE}${before}`)} }`);
    first.push(one.milliseconds);
    deep.push(other.milliseconds);
  }
  const [one, other] = [median(first), median(deep)];
  return { name, rows, page: rows / PAGE + 1, first: one, deep: other, times: other / one };
}

/** Subjects of the graph, the same each time: those with the most facts that a question reads. */
async function subjectsOf(graph: Graph): Promise<Subjects> {
  const read = async (text: string) => {
    const rows = await graph.read({ text, parameters: {} });
    return rows.map(({ id }) => String(id));
  };
  const busiest = (label: string, pattern: string, limit: number) =>
    read(`MATCH (n:${label}) RETURN n.id AS id ORDER BY COUNT { ${pattern} } DESC, id LIMIT ${limit}`);
  const [place = '', other = ''] = await busiest('Region', '(n)--()', 2);
  const [industry = ''] = await busiest('Industry', '(n)<-[:SUBCLASS_OF]-()', 1);
  const [firm = ''] = await busiest('Firm', '(n)--()', 1);
  const [measure = ''] = await busiest('Measure', '(n)--()', 1);
  const [name = ''] = await read(`MATCH (n:Firm {id: '${firm}'}) RETURN n.name AS id`);
  const [revision = 0] = await read('MATCH (r:Revision) RETURN max(r.number) AS id');
  return { place, other, industry, firm, measure, name, revision: Number(revision) };
}
