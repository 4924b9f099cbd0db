/** Every fact of the article, by a table that was written from it, is found through the API with its paragraph. */

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Graph } from '../src/graph/graph.ts';
import { model, openTestGraph } from './graph-fixture.ts';
import { loadProduct } from './load-product.ts';
import { buildSchema, runOperation } from './run-operation.ts';

/** A fact, and what to ask: a node, or with `relationship` and `to` one edge of it. */
interface Row {
  readonly p: string;
  readonly fact: string;
  readonly node: string;
  readonly relationship?: string;
  readonly to?: string;
  readonly expect: Readonly<Record<string, unknown>>;
}

interface Table {
  readonly article: string;
  readonly facts: readonly Row[];
}

const { article, facts }: Table = parse(readFileSync('test/article-facts.yaml', 'utf8'));
/** The paragraphs that state something: the last heading does not. */
const PARAGRAPHS = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9', 'p10', 'p12', 'p13'];
const EVIDENCE = 'evidence { source { id } locator }';

const api = buildSchema();
let graph: Graph;

beforeAll(async () => {
  graph = openTestGraph();
  await loadProduct(graph);
});
afterAll(() => graph.close());

/** `indicator.unit` → `indicator { unit }`. */
function select(path: string): string {
  const names = path.split('.');
  return `${names.join(' { ')}${' }'.repeat(names.length - 1)}`;
}

/** The value at `indicator.unit` of an answer. */
function at(answer: unknown, path: string): unknown {
  let value = answer;
  for (const name of path.split('.')) value = Object(value)[name];
  return value;
}

/** Rows that ask the same of one type are one operation: the graph plans it once. */
function operation({ node, relationship }: Row): string {
  const type = typeOf(node);
  const alike = facts.filter((row) => row.relationship === relationship && typeOf(row.node) === type);
  const paths = new Set(alike.flatMap((row) => Object.keys(row.expect)));
  const fields = `${EVIDENCE} ${[...paths].map(select).join(' ')}`;
  const asked = relationship ? `${relationship}(first: 100) { edges { node { id } ${fields} } }` : fields;
  return `query ($id: ID!) { lookUp(id: $id, anyDay: true) { ... on ${type} { ${asked} } } }`;
}

function typeOf(id: string): string {
  const type = [...model.nodeTypes.values()].find(({ root }) => id.startsWith(`${root?.prefix}:`));
  if (!type) throw new Error(`no type has the prefix of ${id}`);
  return type.name;
}

/** What is wrong with the best answer to a row; nothing where the fact is found. */
async function missing(row: Row): Promise<readonly string[]> {
  const { result } = await runOperation(api, graph, operation(row), { id: row.node });
  if (result.errors) return result.errors.map(({ message }) => message);
  const answers: readonly unknown[] = row.relationship
    ? Object(at(result.data, `lookUp.${row.relationship}.edges`) ?? []).filter(
        (edge: unknown) => at(edge, 'node.id') === row.to,
      )
    : [result.data?.lookUp].filter(Boolean);
  const faults = answers.map((answer) => faultsOf(row, answer));
  return faults.sort((a, b) => a.length - b.length)[0] ?? ['nothing is there'];
}

function faultsOf(row: Row, answer: unknown): readonly string[] {
  const wrong = Object.entries(row.expect).flatMap(([path, value]) => {
    const found = at(answer, path);
    return found === value ? [] : [`${path} is ${JSON.stringify(found)}, not ${JSON.stringify(value)}`];
  });
  const evidence: readonly unknown[] = Object(at(answer, 'evidence'));
  const cited = evidence.some((each) => at(each, 'source.id') === article && at(each, 'locator') === row.p);
  return cited ? wrong : [...wrong, `no evidence names ${row.p} of the article`];
}

describe('the article', () => {
  test('has a row for each paragraph that states something, and no row twice', () => {
    expect([...new Set(facts.map(({ p }) => p))]).toEqual(PARAGRAPHS);
    const keys = facts.map(({ fact, expect: _, ...row }) => JSON.stringify([row, fact]));
    expect(new Set(keys).size).toBe(facts.length);
  });

  test(`is found whole: ${facts.length} of ${facts.length} facts, each with its paragraph`, async () => {
    const lost: string[] = [];
    for (const row of facts) {
      const faults = await missing(row);
      if (faults.length > 0) lost.push(`${row.p} ${row.fact} (${row.node}): ${faults.join('; ')}`);
    }
    const found = facts.length - lost.length;
    expect(lost, `found ${found} of ${facts.length}`).toEqual([]);
  });
});
