/** What a reviewer of a pull request reads, and what a runner of GitHub shows at a line. */

import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { githubAnnotation, githubNotice } from '../../src/diagnostics/github-annotation.ts';
import type { GraphState } from '../../src/graph/reading/read-state.ts';
import { diff } from '../../src/plan/changes/diff.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { planMarkdown } from '../../src/plan/report/plan-markdown.ts';
import { datasetOf } from '../changes/apply-seeds.ts';
import { model } from '../graph-fixture.ts';

const seeds = (firms: string) => `dataset: { name: 测试, timeZone: Asia/Shanghai }
defaults: { evidence: { source: 'source:s', locator: p1 } }
sources: [{ id: 'source:s', name: 来源, tier: OFFICIAL }]
firms: [${firms}]
`;

/** As much of a plan as is shown. */
function planOf(before: string, after: string): Plan {
  const desired = datasetOf(after);
  const changes = diff(desired, datasetOf(before));
  const base = { revision: 7 } as GraphState;
  return { changes, desired, base, infoChanges: false, modelChanges: false } as unknown as Plan;
}

const shown = (plan: Plan, answers = { en: '+1 answer in 甲区', zh: '甲区：1 条' }) =>
  planMarkdown(plan, { model, spans: new Map(), language: 'en', answers });

test('counts, changes in words, new evidence and answers are listed', () => {
  const before = seeds("{ id: 'firm:a', name: 甲 }, { id: 'firm:gone', name: 旧 }");
  const after = seeds(
    "{ id: 'firm:a', name: 甲公司 }, { id: 'firm:b', name: 乙, evidence: { source: 'source:s', locator: p9 } }",
  );
  const text = shown(planOf(before, after));
  expect(text).toContain('### Changes of the graph from revision 7');
  expect(text).toContain('| New | Renamed | Changed | Deleted |\n|--:|--:|--:|--:|\n| 1 | 0 | 1 | 1 |');
  expect(text).toContain('- firm:a 甲公司\n  - name: 甲 → 甲公司');
  expect(text).toContain('#### Deleted\n\n- firm:gone 旧');
  expect(text).toContain('#### Evidence that is new\n\n- source:s p9');
  expect(text).toContain('```text\n+1 answer in 甲区\n```');
});

test('evidence that somebody checked is listed by itself, and is not called new', () => {
  const firm = (evidence: string) => seeds(`{ id: 'firm:a', name: 甲, evidence: [${evidence}] }`);
  const place = "source: 'source:s', locator";
  const before = firm(`{ ${place}: p1 }, { ${place}: p2, checkedBy: 李四, checkedOn: 2026-11-19 }`);
  const after = firm(
    `{ ${place}: p1, checkedBy: 李四, checkedOn: 2026-11-20 }, { ${place}: p2, checkedBy: 李四, checkedOn: 2026-11-19 }`,
  );
  const text = shown(planOf(before, after));
  expect(text).toContain(
    '#### Evidence that was checked\n\n- source:s p1 (checkedBy 李四, checkedOn 2026-11-20)\n\n',
  );
  expect(text).not.toContain('Evidence that is new');
  expect(text).toContain('| 0 | 0 | 1 | 0 |');
  expect(shown(planOf(after, before))).not.toContain('Evidence that was checked');
});

test('no text of a record becomes a link, a mention, markup or the end of a block', () => {
  const hostile = '@team <b> [x](http://a.b) `c` | * ```';
  const plan = planOf(seeds(''), seeds(`{ id: 'firm:a', name: ${JSON.stringify(hostile)} }`));
  const line = shown(plan, { en: '```\n@x', zh: '' })
    .split('\n')
    .find((each) => each.includes('firm:a'));
  expect(line).toBe('- firm:a @\u200bteam \\<b\\> \\[x\\](http:\u200b//a.b) \\`c\\` \\| \\* \\`\\`\\`');
  expect(shown(plan, { en: '```\n@x', zh: '' }).match(/```/g)).toHaveLength(2);
});

test('a long list is cut, and says how much is left out', () => {
  const firms = Array.from({ length: 203 }, (_, at) => `{ id: 'firm:f${at}', name: 甲${at} }`);
  expect(shown(planOf(seeds(''), seeds(firms.join(', '))))).toContain('- and 3 more');
});

test('nothing to change is one sentence', () => {
  const same = seeds("{ id: 'firm:a', name: 甲 }");
  expect(shown(planOf(same, same))).toMatch(/\n\nNone: the graph matches the seeds\.$/);
});

test('an annotation is one line, whatever its message and its file hold', () => {
  const diagnostic: Diagnostic = {
    code: 'ref/unknown',
    severity: 'error',
    ...{ file: 'a,b:c%.yaml', line: 4, column: 14, endLine: 4, endColumn: 17 },
    message: { en: 'no record\nhas it: 100%', zh: '没有' },
    hint: { en: 'did you mean `x`?', zh: '是否为' },
  };
  expect(githubAnnotation(diagnostic, 'en')).toBe(
    '::error file=a%2Cb%3Ac%25.yaml,line=4,col=14,title=ref/unknown::no record%0Ahas it: 100%25%0Adid you mean `x`?',
  );
  expect(githubAnnotation({ ...diagnostic, severity: 'warning' }, 'zh')).toMatch(
    /^::warning .*::没有%0A是否为$/,
  );
  expect(githubNotice('kg plan', 'one\r\n::error::two')).toBe(
    '::notice title=kg plan::one%0D%0A::error::two',
  );
});
