/** Diagnostics as people see them, and the nearest right thing. */

import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { nearest } from '../../src/diagnostics/nearest.ts';
import { renderDiagnostic } from '../../src/diagnostics/render-diagnostic.ts';
import { displayWidth, visibleText } from '../../src/diagnostics/visible-text.ts';

function diagnostic(column: number, endColumn: number): Diagnostic {
  const place = { file: 'a.yaml', line: 2, column, endLine: 2, endColumn };
  const hint = { en: 'fix it', zh: '请改正' };
  return { code: 'value/enum', severity: 'error', message: { en: 'wrong', zh: '有误' }, hint, ...place };
}

test('the caret stands under double-width characters', () => {
  const text = '\n  - 蓝帆医疗: 上海\n';
  const [, line = '', caret = ''] = renderDiagnostic(diagnostic(11, 13), text, {
    colour: false,
    language: 'en',
  }).split('\n');
  expect(displayWidth(line.slice(0, line.indexOf('上海')))).toBe(
    displayWidth(caret.slice(0, caret.indexOf('^'))),
  );
  expect(caret.match(/\^/g)).toHaveLength(4);
});

test('the end of a very long line is shown around the caret', () => {
  const text = `\n${'甲'.repeat(5_000)}X${'乙'.repeat(5_000)}`;
  const [, line = '', caret = ''] = renderDiagnostic(diagnostic(5_001, 5_002), text, {
    colour: false,
    language: 'en',
  }).split('\n');
  expect(line.length).toBeLessThan(130);
  expect(displayWidth(line.slice(0, line.indexOf('X')))).toBe(caret.indexOf('^'));
});

test('colour is only there when asked for', () => {
  expect(renderDiagnostic(diagnostic(1, 2), '\nabc', { colour: false, language: 'en' })).not.toContain(
    '\u001b',
  );
  expect(renderDiagnostic(diagnostic(1, 2), '\nabc', { colour: true, language: 'en' })).toContain('\u001b');
});

test('a diagnostic without a text has no source line', () => {
  expect(
    renderDiagnostic(diagnostic(1, 2), undefined, { colour: false, language: 'en' }).split('\n'),
  ).toHaveLength(2);
});

test('what cannot be seen is written out', () => {
  expect(visibleText('a\u202eb\0c\u001b[31m')).toBe('a<U+202E>b<U+0000>c<U+001B>[31m');
});

test.each([
  ['isuedOn', ['issuedOn', 'expiresOn'], 'issuedOn'],
  ['industry', ['industries', 'titles'], 'industries'],
  ['EST', ['STATED', 'ESTIMATED'], 'ESTIMATED'],
  ['city', ['CITY', 'COUNTRY'], 'CITY'],
  ['nameE', ['name', 'nameEn'], 'nameEn'],
  ['whatever', ['name', 'places'], undefined],
])('the nearest to %s of %j is %s', (text, candidates, expected) => {
  expect(nearest(text, candidates)).toBe(expected);
});
