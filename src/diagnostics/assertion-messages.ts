/** Messages to curators about the assertions of the dataset. */

import type { Fault } from './diagnostic.ts';
import { didYouMean, error, quote } from './fault.ts';
import { en, type Part, type Text, zh } from './text.ts';

/** How many records are listed one by one. */
const SHOWN = 3;

const REMEDY: Text = {
  en: 'fix the records, or the assertion where it is out of date',
  zh: '请修正记录；如断言已过时，请修正断言',
};

export const assertionFaults = {
  count: (name: Part, list: string, count: number, bound: Text): Fault =>
    failed(
      {
        en: `${quoted(name).en} does not hold: there are ${count} ${quote(list)}, expected ${bound.en}`,
        zh: `断言${quoted(name).zh}不成立：${quote(list)} 共 ${count} 条，应${bound.zh}`,
      },
      REMEDY,
    ),
  share: (name: Part, list: string, those: number, all: number, bound: Text, ids: readonly string[]): Fault =>
    failed(
      {
        en: `${quoted(name).en} does not hold: ${those} of ${all} ${quote(list)} meet it, ${percentOf(those, all)}%, expected ${bound.en}`,
        zh: `断言${quoted(name).zh}不成立：${quote(list)} 共 ${all} 条，符合的有 ${those} 条，占 ${percentOf(those, all)}%，应${bound.zh}`,
      },
      {
        en: `compare ${listed(ids).en}, or fix the assertion where it is out of date`,
        zh: `请核对 ${listed(ids).zh}；如断言已过时，请修正断言`,
      },
    ),
  each: (name: Part, list: string, ids: readonly string[]): Fault =>
    failed(
      {
        en: `${quoted(name).en} does not hold for ${ids.length} ${quote(list)}: ${listed(ids).en}`,
        zh: `断言${quoted(name).zh}对 ${ids.length} 条 ${quote(list)} 不成立：${listed(ids).zh}`,
      },
      {
        en: 'add what they lack, or list them in `gaps` as not researched yet',
        zh: '请补充所缺内容；尚未核查的，列入 `gaps`',
      },
    ),
  noGap: (name: Part, id: string): Fault =>
    failed(
      {
        en: `${quoted(name).en} holds for ${quote(id)}, which is listed in \`gaps\``,
        zh: `断言${quoted(name).zh}对 ${quote(id)} 已成立，而它仍列在 \`gaps\` 中`,
      },
      { en: 'remove it from `gaps`', zh: '请从 `gaps` 中删去' },
    ),
  exists: (name: Part, id: string, near: readonly string[]): Fault =>
    failed(
      {
        en: `${quoted(name).en} does not hold: there is no record ${quote(id)}`,
        zh: `断言${quoted(name).zh}不成立：没有记录 ${quote(id)}`,
      },
      didYouMean(...near) ?? { en: 'add it, or fix the assertion', zh: '请补充该记录，或修正断言' },
    ),
  empty: (): Fault =>
    error(
      'value/type',
      { en: 'this assertion asserts nothing', zh: '这条断言没有任何内容' },
      {
        en: 'write `count` or `share` with `atLeast` or `atMost`, `each` with `having`, `citing` or `namedBy`, or `exist` with ids',
        zh: '请写 `count` 或 `share`（配 `atLeast` 或 `atMost`）、`each`（配 `having`、`citing` 或 `namedBy`），或 `exist`（列出 id）',
      },
    ),
  oneSubject: (first: string, second: string): Fault =>
    error(
      'value/type',
      {
        en: `an assertion is about ${quote(first)} or ${quote(second)}, not both`,
        zh: `一条断言只能写 ${quote(first)} 或 ${quote(second)} 之一`,
      },
      { en: 'write two assertions', zh: '请分成两条断言' },
    ),
  incomplete: (subject: 'count' | 'share' | 'each'): Fault =>
    error(
      'value/type',
      {
        en: `an assertion with ${quote(subject)} lacks a key, or has one that does not fit`,
        zh: `含 ${quote(subject)} 的断言缺少必要的键，或有不适用的键`,
      },
      NEEDED[subject],
    ),
} as const;

/** The keys that go with the subject of an assertion. */
const NEEDED: Readonly<Record<'count' | 'share' | 'each', Text>> = {
  count: { en: 'it needs `atLeast` or `atMost`', zh: '须有 `atLeast` 或 `atMost`' },
  share: {
    en: 'it needs `atLeast` or `atMost`, and `having`, `citing` or `namedBy`',
    zh: '须有 `atLeast` 或 `atMost`，以及 `having`、`citing` 或 `namedBy`',
  },
  each: { en: 'it needs `having`, `citing` or `namedBy`', zh: '须有 `having`、`citing` 或 `namedBy`' },
};

function failed(message: Text, hint: Text): Fault {
  return error('assertion/failed', message, hint);
}

/** The name of an assertion as part of a message. */
function quoted(name: Part): Text {
  return { en: quote(en(name)), zh: ` ${quote(zh(name))} ` };
}

/** With one decimal place, rounded down: 39.96 % is not 40 %. */
function percentOf(those: number, all: number): number {
  return Math.floor((1000 * those) / all) / 10;
}

function listed(ids: readonly string[]): Text {
  const shown = ids.slice(0, SHOWN).map(quote);
  const rest = ids.length - SHOWN;
  return {
    en: rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', '),
    zh: rest > 0 ? `${shown.join('、')}，另有 ${rest} 条` : shown.join('、'),
  };
}
