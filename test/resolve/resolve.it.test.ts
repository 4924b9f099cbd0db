/** `resolve` from a real Neo4j: labelled names measured, and what it owes its callers. */

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { kg } from '../cli/run-kg.ts';
import { loadDataset, model, openTestGraph } from '../graph-fixture.ts';
import { buildSchema, runOperation } from '../run-operation.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import {
  type Answer,
  type Half,
  halfOf,
  measureAnswers,
  readLabels,
  tellMeasured,
} from './measure-answers.ts';

const api = buildSchema();
const LABELS = readLabels();
const KINDS = Object.keys(LABELS);
const ALL = Object.values(LABELS).flat();
let graph: Graph;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  graph = openTestGraph();
  env = { NEO4J_URI: workerNeo4j().uri };
  const { dataset } = readSeeds(model, [join(import.meta.dirname, 'seeds')]);
  if (!dataset) throw new Error('the seeds of this test do not load');
  await loadDataset(graph, dataset);
});
afterAll(() => graph.close());

const OPERATION = `query($names: [String!]!, $types: [EntityType!], $lang: Lang) {
  resolve(names: $names, types: $types) { name candidates { score reason(lang: $lang) entity { id name } } }
}`;

interface Resolved {
  readonly name: string;
  readonly candidates: readonly {
    readonly score: number;
    readonly reason: string;
    readonly entity: { readonly id: string; readonly name: string };
  }[];
}

async function ask(names: readonly string[], more: Readonly<Record<string, unknown>> = {}) {
  const { result, statements } = await runOperation(api, graph, OPERATION, { names, ...more });
  expect(result.errors).toBeUndefined();
  expect(statements).toHaveLength(1);
  return (result.data as unknown as { readonly resolve: readonly Resolved[] }).resolve;
}

async function askAll(): Promise<ReadonlyMap<string, Answer>> {
  const names = [...new Set(ALL.map(({ name }) => name))];
  const answers = new Map<string, Answer>();
  for (let start = 0; start < names.length; start += 200) {
    for (const { name, candidates } of await ask(names.slice(start, start + 200))) {
      answers.set(
        name,
        candidates.map(({ entity, score }) => ({ id: entity.id, score })),
      );
    }
  }
  return answers;
}

/** What must hold of names, the held-out ones too: below what was measured, and above what would mislead. */
const FLOORS = { precision: 0.98, recall: 0.88, given: 0.95, first: 0.95 };

describe('labelled names', () => {
  let answers: ReadonlyMap<string, Answer>;
  beforeAll(async () => {
    answers = await askAll();
  });

  test.each<Half>(['tuned', 'held out'])('of the %s half are answered above the floors', (half) => {
    const whole = Object.values(LABELS).flatMap((names) => halfOf(names, half));
    const measured = [
      ...KINDS.map((kind) => [kind, measureAnswers(halfOf(LABELS[kind] ?? [], half), answers)] as const),
      ['all', measureAnswers(whole, answers)] as const,
    ];
    const told = measured.map(([kind, each]) => tellMeasured(`${half} ${kind}`, each));
    process.stdout.write(`${told.join('\n')}\n`);
    for (const [, each] of measured) {
      expect(each.precision).toBeGreaterThanOrEqual(FLOORS.precision);
      expect(each.recall).toBeGreaterThanOrEqual(FLOORS.recall);
      expect(each.given).toBeGreaterThanOrEqual(FLOORS.given);
      expect(each.first).toBeGreaterThanOrEqual(FLOORS.first);
    }
  });

  test('have scores that never rise along the candidates', () => {
    for (const answer of answers.values()) {
      const scores = answer.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(scores.every((score) => score >= 0.5 && score <= 1)).toBe(true);
    }
  });
});

describe('resolve', () => {
  test('answers each name in its order, twice where it is asked twice, and nobody for nothing', async () => {
    const found = await ask(['张江科学城', '——', '张江科学城', '没有这个名字']);
    expect(found.map(({ name, candidates }) => [name, candidates[0]?.entity.id])).toEqual([
      ['张江科学城', 'zone:zhangjiang-science-city'],
      ['——', undefined],
      ['张江科学城', 'zone:zhangjiang-science-city'],
      ['没有这个名字', undefined],
    ]);
    expect(await ask([])).toEqual([]);
  });

  test('says why, in both languages', async () => {
    const reasons = async (lang?: string) =>
      (await ask(['华虹宏力半导体制造有限公司', '苏河芯弯'], { lang })).map(
        ({ candidates }) => candidates[0]?.reason,
      );
    expect(await reasons()).toEqual([
      '与名称“上海华虹宏力半导体制造有限公司”相同；仅一方带地名“上海”',
      '与名称“苏河芯湾”相近；弯→湾（读音相同）',
    ]);
    expect(await reasons('EN')).toEqual([
      'same as the name "上海华虹宏力半导体制造有限公司"; only one of them names the place 上海',
      'close to the name "苏河芯湾"; 弯→湾 (read alike)',
    ]);
  });

  test('keeps the types asked for', async () => {
    const [found] = await ask(['张江'], { types: ['REGION'] });
    expect(found?.candidates.map(({ entity }) => entity.id)).toEqual(['region:zhangjiang-town']);
  });

  test('takes places from the graph alone: one it does not know is part of the name', async () => {
    const [known, unknown] = await ask(['深圳张江科学城', '武汉张江科学城']);
    expect(known?.candidates[0]?.score).toBeGreaterThan(0.8);
    expect(unknown?.candidates[0]?.score).toBeLessThan(0.8);
  });

  test('has one statement text, whatever the names', async () => {
    const texts = await Promise.all(
      [['张江'], ["'}) DETACH DELETE n //", 'zj', '国发〔2020〕8号']].map(
        async (names) => (await runOperation(api, graph, OPERATION, { names })).statements[0]?.text,
      ),
    );
    expect(new Set(texts).size).toBe(1);
  });

  test('refuses a name of more than 200 characters', async () => {
    const { result, statements } = await runOperation(api, graph, OPERATION, { names: ['芯'.repeat(201)] });
    expect(result.errors?.map(({ extensions }) => [extensions.code, extensions.argument])).toEqual([
      ['BAD_USER_INPUT', 'names'],
    ]);
    expect(statements).toEqual([]);
  });
});

describe('kg resolve', () => {
  test('shows every bearer of an ambiguous name, and an unknown one as nobody, with exit code 0', async () => {
    const { code, out, err } = await kg(['resolve', '张江', '没有这个名字', '--lang', 'en'], env);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^张江\n {2}0\.98 {2}region:zhangjiang-town .* same as the alias "张江"\n/);
    expect(out).toContain('zone:zhangjiang-science-city');
    expect(out).toContain('zone:zhangjiang-high-tech-zone');
    expect(out.endsWith('\n没有这个名字\n  nobody\n')).toBe(true);
  });

  test('--json prints names and candidates as one value, of the types asked for', async () => {
    const { code, out } = await kg(['resolve', '華虹集團', '--types', 'firm', '--json'], env);
    expect(code).toBe(0);
    expect(JSON.parse(out)[0].candidates[0]).toEqual({
      id: 'firm:hua-hong-group',
      type: 'FIRM',
      name: '上海华虹（集团）有限公司',
      score: 0.98,
      reason: '与别名“华虹集团”相同',
    });
  });
});
