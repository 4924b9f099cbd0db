/** Very many diagnostics: people see the first thousand of each code, and how many more there are. */

import { expect, test } from 'vitest';
import { boundDiagnostics } from '../../src/diagnostics/bound-diagnostics.ts';
import type { Diagnostic, DiagnosticCode } from '../../src/diagnostics/diagnostic.ts';
import { renderDiagnostic, renderDiagnostics } from '../../src/diagnostics/render-diagnostic.ts';

function faults(count: number, code: DiagnosticCode, line = 1): readonly Diagnostic[] {
  return Array.from({ length: count }, (_, at) => ({
    ...{
      code,
      severity: code === 'name/near-duplicate' ? 'warning' : 'error',
      message: { en: 'wrong', zh: '有误' },
    },
    ...{ file: 'a.yaml', line, column: at + 1, endLine: line, endColumn: at + 2, hint: undefined },
  }));
}

test('a thousand faults of each code are all shown', () => {
  const all = [...faults(1_000, 'ref/unknown'), ...faults(1_000, 'key/unknown', 2)];
  expect(boundDiagnostics(all)).toEqual({ shown: all, rest: undefined });
});

test('of more the first thousand are shown, and all of every other code', () => {
  const many = faults(6_234, 'ref/unknown');
  const last = faults(1, 'value/enum', 2);
  const { shown, rest } = boundDiagnostics([...many, ...last]);
  expect(shown).toEqual([...many.slice(0, 1_000), ...last]);
  expect(rest).toEqual({
    en: 'Not shown: 5,234 of 6,234 ref/unknown. With --json each is listed.',
    zh: '未显示：ref/unknown 共 6,234 条，其中 5,234 条。加 --json 可列出全部。',
  });
});

test('what is not shown is counted by code, the most first, warnings as such', () => {
  const all = [...faults(1_001, 'key/unknown'), ...faults(3_000, 'name/near-duplicate', 2)];
  expect(boundDiagnostics(all).rest?.en).toBe(
    'Not shown: 2,000 of 3,000 name/near-duplicate (warning), 1 of 1,001 key/unknown. With --json each is listed.',
  );
});

test('many diagnostics are rendered as each one alone, in any order of lines and files', () => {
  const texts = { 'a.yaml': '\n😀 一二三\r\nabc\n  \n', 'b.yaml': 'xyz' };
  const all = [2, 2, 3, 2, 4, 9, 1].flatMap((line) =>
    ['a.yaml', 'b.yaml', 'gone.yaml'].flatMap((file) =>
      faults(3, 'ref/unknown', line).map((each) => ({ ...each, file })),
    ),
  );
  const alone = all.map((each) =>
    renderDiagnostic(each, new Map(Object.entries(texts)).get(each.file), { colour: false, language: 'en' }),
  );
  expect(renderDiagnostics(all, new Map(Object.entries(texts)), { colour: false, language: 'en' })).toEqual(
    alone,
  );
});
