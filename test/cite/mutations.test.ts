/** What is broken in seeds that were right is found, all of it. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkCitations, type Finding } from '../../src/cite/check-citations.ts';
import { citedFacts } from '../../src/cite/cited-facts.ts';
import { readSourceFiles } from '../../src/cite/text/source-files.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { writeSeeds } from '../cli/run-kg.ts';
import { PLAN, REPORT, RULES, SEEDS } from './city.ts';

const model = readModel('schema');
const texts = mkdtempSync(join(tmpdir(), 'kg-sources-'));
writeFileSync(join(texts, 'report.txt'), REPORT);
writeFileSync(join(texts, 'rules.txt'), RULES);
writeFileSync(join(texts, 'plan.txt'), PLAN);

function findingsOf(seeds: string): readonly Finding[] {
  const { dataset, diagnostics, written } = readSeeds(model, [writeSeeds({ 'all.yaml': seeds })]);
  if (!dataset) throw new Error(JSON.stringify(diagnostics));
  const sources = new Map([...dataset.nodes].filter(([, { type }]) => type === 'Source'));
  return checkCitations(
    citedFacts(model, written),
    sources,
    readSourceFiles(texts, [...sources.values()]).texts,
  ).findings;
}

/** What is written, what it becomes, the code that tells it, and what stands in the line told. */
const MUTATIONS: readonly (readonly [string, string, string, string])[] = [
  ['value: 1.6万亿元', 'value: 1.7万亿元', 'cite/figure', 'value: 1.7'],
  ['value: 1.6万亿元', 'value: 9万亿元', 'cite/figure', 'value: 9万亿元'],
  ['period: 2023, value: 1.6', 'period: 2022, value: 1.6', 'cite/date', 'period: 2022'],
  [
    'value: 1.6万亿元, evidence: { locator: p1 }',
    'value: 1.6万亿元, evidence: { locator: p2 }',
    'cite/figure',
    'value: 1.6',
  ],
  [
    'value: 1.6万亿元, evidence: { locator: p1 }',
    'value: 1.6万亿元, evidence: { locator: p4 }',
    'cite/locator',
    'value: 1.6',
  ],
  ['validFrom: 2025-06', 'validFrom: 2025-07', 'cite/date', 'validFrom: 2025-07'],
  ['name: 甲乙科技有限公司', 'name: 甲乙科学有限公司', 'cite/name', 'id: firm:one'],
  [
    'industries: [industry:chips]\n    places: [{',
    'industries: [industry:soft]\n    places: [{',
    'cite/name',
    'industries: [industry:soft]',
  ],
  [
    '    evidence: { locator: p2 }\nindicators',
    '    evidence: { locator: p1 }\nindicators',
    'cite/name',
    'id: firm:one',
  ],
  ['title: 专精特新', 'title: 独角兽', 'cite/name', 'title: 独角兽'],
  ['〔2023〕8号', '〔2023〕9号', 'cite/name', 'number: 示府'],
  ['issuedOn: 2023-09-19', 'issuedOn: 2023-09-20', 'cite/date', 'issuedOn: 2023-09-20'],
  ['cap: 最高500万元', 'cap: 最高600万元', 'cite/figure', 'cap: 最高600'],
  ['cap: 最高500万元', 'cap: 500万元', 'cite/hedge', 'cap: 500万元'],
  ['value: 力争达360台/万人', 'value: 360台/万人', 'cite/hedge', 'value: 360台'],
  ['source:plan, locator: 二 }', 'source:plan, locator: 三 }', 'cite/hedge', 'id: region:east'],
  ['values: [50]', 'values: [60]', 'cite/figure', 'attribute: EMPLOYEES'],
  ['locator: 第二条', 'locator: 第三条', 'cite/locator', 'id: measure:grant'],
];

test('a hedged figure is reported with its word, its locator and a hint', () => {
  const seeds = SEEDS.replace('value: 力争达360台/万人', 'value: 360台/万人');
  expect(
    findingsOf(seeds).map(({ code, message, hint, locators }) => ({ code, message, hint, locators })),
  ).toEqual([
    {
      code: 'cite/hedge',
      message: {
        en: '`source:plan` hedges `360台/万人` by `力争` at 第一条',
        zh: '`source:plan` 在 第一条 处对 `360台/万人` 用了 `力争` 的限定',
      },
      hint: {
        en: 'copy the number with its words, `力争` and all; if the word is about something else, leave it',
        zh: '请连同 `力争` 等限定词一并照录；如该词另有所指，则不必改',
      },
      locators: ['第一条'],
    },
  ]);
});

test('what is right is left alone', () => {
  expect(findingsOf(SEEDS)).toEqual([]);
});

test.each(MUTATIONS)('%s → %s is found as %s', (from, to, code, place) => {
  const seeds = SEEDS.replace(from, to);
  expect(seeds).not.toBe(SEEDS);
  const lines = seeds.split('\n');
  expect(findingsOf(seeds).map((each) => [each.code, lines[each.line - 1]])).toContainEqual([
    code,
    expect.stringContaining(place),
  ]);
});
