/** A text that looks like something to obey is a value in every place of the schema: it is answered or refused, and changes nothing. */

import { parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deriveApiSchema } from '../../src/api/derive-api-schema.ts';
import { executableSchema } from '../../src/api/executable-schema.ts';
import { mapAtOnce } from '../../src/api/map-at-once.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { readSchemaFolder } from '../../src/model/schema/read-schema-folder.ts';
import { digestOfAll } from '../digest-of-all.ts';
import { model, openTestGraph } from '../graph-fixture.ts';
import { howMany } from '../proof/proof-size.ts';
import { type Answer, ask } from './ask.ts';
import { HOSTILE_TEXTS } from './hostile-corpus.ts';
import { serveProduct } from './serve.ts';
import { type TextPlace, textPlaces } from './text-arguments.ts';

const definitions = deriveApiSchema(model, readSchemaFolder('schema'), readSchemaFolder('schema/questions'));
const PLACES = textPlaces(executableSchema(model, definitions));
const TEXTS = [...new Set(Object.values(HOSTILE_TEXTS).flat())];
/** How many texts each place takes: all of them by command. */
const EACH = Math.min(howMany('TEXTS', 1, TEXTS.length), TEXTS.length);
const AT_ONCE = 4;

/** What a text may be answered with. */
const CODES = ['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED'];
const INSIDE = /Neo\.\w+Error|node_modules|\.ts:\d+|at async /;

const server = serveProduct();
let graph: Graph;
let before: string;

beforeAll(async () => {
  graph = openTestGraph();
  before = await digestOfAll(graph);
});
afterAll(() => graph.close());

/** Every second place takes its texts by a variable, the others as literals. */
async function askIn({ ask: question, scalar }: TextPlace, text: string, at: number): Promise<Answer> {
  if (at % 2 === 0) return await ask(server.url, question(JSON.stringify(text)));
  return await ask(server.url, `query($x: ${scalar}!) ${question('$x')}`, { x: text });
}

function faultsOf({ status, errors, text, headers }: Answer): readonly string[] {
  const codes = errors.map(({ extensions }) => String(extensions.code));
  return [
    ...(status === 200 || status === 400 ? [] : [`status ${status}`]),
    ...codes.filter((code) => !CODES.includes(code)),
    ...(headers.get('content-type')?.includes('json') ? [] : ['no JSON']),
    ...(headers.has('set-cookie') ? ['set-cookie'] : []),
    ...(INSIDE.exec(text) ?? []),
  ];
}

test('each place is one that can be asked', () => {
  const schema = executableSchema(model, definitions);
  const asked = PLACES.map(({ scalar, ask: question }) => `query($x: ${scalar}!) ${question('$x')}`);
  const faults = asked.flatMap((query) =>
    validate(schema, parse(query)).map(({ message }) => `${query}: ${message}`),
  );
  expect(faults).toEqual([]);
});

test('there are places and texts enough', () => {
  expect(PLACES.length).toBeGreaterThan(200);
  expect(TEXTS.length).toBeGreaterThan(200);
  expect(PLACES.length * EACH).toBeGreaterThan(TEXTS.length);
});

test('every place answers or refuses every text, and nothing changes', async () => {
  const cases = PLACES.flatMap((place, at) =>
    Array.from({ length: EACH }, (_, turn) => ({
      place,
      // Each text is written both ways, whatever their number is.
      at: at + turn + Math.floor((at * EACH) / TEXTS.length),
      text: TEXTS[(at * EACH + turn) % TEXTS.length] ?? '',
    })),
  );
  const faults = await mapAtOnce(AT_ONCE, cases, async ({ place, text, at }) => {
    const found = faultsOf(await askIn(place, text, at));
    return found.map((fault) => `${place.name} ${JSON.stringify(text.slice(0, 60))}: ${fault}`);
  });
  expect(faults.flat()).toEqual([]);
  expect(await digestOfAll(graph)).toBe(before);
  // A text that is more than a word or a number is in no statement.
  const distinct = TEXTS.filter((text) => text.length > 4 && /[^\w\s.:#-]/.test(text));
  const statements = [...new Set(server.statements.map((statement) => statement.text))].join('\n');
  expect(distinct.filter((text) => statements.includes(text))).toEqual([]);
  expect((await ask(server.url, '{ regions(first: 1) { totalCount } }')).status).toBe(200);
});
