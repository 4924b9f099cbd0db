/** Every text of the terminal is there in English and in Chinese, with the same placeholders. */

import ts from 'typescript-6';
import { expect, test } from 'vitest';
import { terminalLanguage } from '../../src/cli/terminal/terminal-language.ts';
import { displayWidth, padToWidth } from '../../src/diagnostics/visible-text.ts';
import { readSources } from '../house/measure-house.ts';

/** A text in both languages, as it is written in the source. */
interface Twin {
  readonly position: string;
  readonly en: ts.Expression;
  readonly zh: ts.Expression;
}

/** Names that are no values: those of a language, and of constants, which hold words. */
const WORDS = /^(?:en|zh|english|chinese|[A-Z_]+)$/;
/** The rooms whose texts a terminal prints. */
const ROOMS = /^(?:cite|cli|diagnostics|model\/schema|plan|seeds)\//;
/** Functions that print a text, and errors whose text is printed. */
const PRINTS = new Set(['say', 'result', 'confirm', 'progress', 'working']);
const ERRORS = new Set(['UsageError', 'ApplyRefused', 'Interrupted', 'TextError']);
/** The commands that curators use: what they print is in both languages. */
const CURATORS =
  /^cli\/(?:main|commands|commands\/(?:validate|plan|apply|status|log|diff|undo)|steps\/(?:apply-as|checked-seeds|derive-support|plan-file|refuse-again|refuse-among-seeds|render-answers|report-writing|revision-number|seeds-plan|until-stopped|with-graph))\.ts$|^plan\//;

const files = readSources()
  .filter(({ path }) => ROOMS.test(path))
  .map(({ path, lines }) => ts.createSourceFile(path, lines.join('\n'), ts.ScriptTarget.Latest, true));
const nodes = files.flatMap((file) => descendantsOf(file));
const twins = nodes.flatMap((node): readonly Twin[] => {
  if (!ts.isObjectLiteralExpression(node)) return [];
  const [en, zh] = ['en', 'zh'].map((name) =>
    node.properties.find(
      (each): each is ts.PropertyAssignment => ts.isPropertyAssignment(each) && each.name.getText() === name,
    ),
  );
  return en && zh ? [{ position: positionOf(node), en: en.initializer, zh: zh.initializer }] : [];
});

function descendantsOf(node: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [node];
  node.forEachChild((child) => void found.push(...descendantsOf(child)));
  return found;
}

function positionOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** The values that a text contains, by their names; functions and the fields of a twin are no values. */
function valuesIn(text: ts.Expression): string {
  const names = descendantsOf(text).flatMap((node) => {
    if (!ts.isIdentifier(node)) return [];
    const { parent } = node;
    const isCalled = ts.isCallExpression(parent) && parent.expression === node;
    const isField = ts.isPropertyAccessExpression(parent) && parent.name === node;
    return isCalled || isField || WORDS.test(node.text) ? [] : [node.text];
  });
  return [...new Set(names)].sort().join(' ');
}

/** The words of a text, values apart. */
function wordsIn(text: ts.Expression): string {
  return descendantsOf(text)
    .map((node) => (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) ? node.text : ''))
    .join('');
}

test('the texts of the terminal are found in the source', () => {
  expect(twins.length).toBeGreaterThan(400);
});

test('a text has the same values in English and in Chinese', () => {
  const differing = twins
    .filter(({ zh }) => ts.isStringLiteralLike(zh) || ts.isTemplateExpression(zh))
    .filter(({ en, zh }) => valuesIn(en) !== valuesIn(zh))
    .map(({ position, en, zh }) => `${position} ${valuesIn(en)} / ${valuesIn(zh)}`);
  expect(differing).toEqual([]);
});

test('a text that has words in English has Chinese words in Chinese', () => {
  const wrong = twins.filter(({ en, zh }) => {
    const isWorded = /[a-z]{3}/i.test(wordsIn(en).replace(/`[^`]*`/g, ''));
    return isWorded && wordsIn(zh) !== '' && !/\p{Script=Han}/u.test(zh.getText());
  });
  expect(wrong.map(({ position }) => position)).toEqual([]);
});

test('what the commands of curators print is in both languages', () => {
  const alone = nodes.filter((node) => {
    if (!CURATORS.test(node.getSourceFile().fileName)) return false;
    const text = printedBy(node);
    if (!text || !(ts.isStringLiteralLike(text) || ts.isTemplateExpression(text))) return false;
    return /[a-z]{3}/i.test(wordsIn(text));
  });
  expect(alone.map(positionOf)).toEqual([]);
});

function printedBy(node: ts.Node): ts.Expression | undefined {
  if (ts.isNewExpression(node) && ERRORS.has(node.expression.getText())) return node.arguments?.at(-1);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  return PRINTS.has(node.expression.name.text) ? node.arguments[0] : undefined;
}

test.each([
  [{}, 'en'],
  [{ LANG: 'C' }, 'en'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh-Hans' }, 'zh'],
  [{ LANG: 'zha' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'zh_TW' }, 'zh'],
  [{ LC_ALL: 'C', KG_LANG: 'zh' }, 'zh'],
  [{ LC_ALL: 'zh_CN', KG_LANG: 'en' }, 'en'],
  [{ LC_ALL: '', LANG: 'zh' }, 'zh'],
])('a terminal with %o speaks %s', (env, language) => {
  expect(terminalLanguage(env)).toBe(language);
});

test('a cell in Chinese takes as many columns as one in English', () => {
  expect(['firms', '企业', '𠮷'].map((text) => displayWidth(padToWidth(text, 8)))).toEqual([8, 8, 8]);
});
