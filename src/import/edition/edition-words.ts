/** What is different in a new edition, in words: counts first, then each difference in a line. */

import type { Text } from '../../diagnostics/text.ts';
import { dayText } from '../../model/day.ts';
import type { Language } from '../../model/language.ts';
import type { Model, PropertyModel } from '../../model/model.ts';
import type { ChangedRecord, EditionChanges } from './compare-editions.ts';
import { type HeldFact, VALID_FROM, VALID_TO } from './held-facts.ts';

/** What words about an edition need to know. */
export interface EditionNames {
  readonly model: Model;
  /** The source of the new edition, and of the old one. */
  readonly next: string;
  readonly old: string;
  /** The name of a record on hand. */
  readonly nameOf: (id: string) => string | undefined;
  /** The last day of what ends. */
  readonly lastDay: number | undefined;
}

/** The kinds of difference in the order in which they are shown. */
const COUNTS: readonly (readonly [en: string, zh: string, of: (changes: EditionChanges) => number])[] = [
  ['added', '新增', ({ added }) => added.length],
  ['removed', '移出', ({ removed }) => removed.length],
  ['renamed', '更名', ({ renamed }) => renamed.length],
  ['moved', '迁移', ({ moved }) => moved.length],
  ['figures changed', '数据变化', ({ figures }) => figures.length],
  ['otherwise changed', '其他变化', ({ changed }) => changed.length],
  ['unchanged', '不变', ({ unchanged }) => unchanged],
];

/** The counts in one line: 新增 23 · 移出 4 · 更名 2. */
export function countsInWords(changes: EditionChanges, { next, old }: EditionNames): Text {
  const [en, zh] = [
    COUNTS.map(([word, , of]) => `${of(changes)} ${word}`).join(' · '),
    COUNTS.map(([, word, of]) => `${word} ${of(changes)}`).join(' · '),
  ];
  return { en: `${next} against ${old}: ${en}`, zh: `${next} 与 ${old} 相比：${zh}` };
}

/** Each difference in a line below its heading. */
export function changesInWords(changes: EditionChanges, names: EditionNames): readonly Text[] {
  const { added, removed, renamed, moved, figures, changed, kept } = changes;
  const { nameOf } = names;
  return [
    ...section(
      { en: 'Added', zh: '新增' },
      added.map(({ id, name, row, isNew }) => ({
        en: `row ${row}: ${name} (${id}${isNew ? '' : ', already on record'})`,
        zh: `第 ${row} 行：${name}（${id}${isNew ? '' : '，已有记录'}）`,
      })),
    ),
    ...section(
      { en: 'Removed', zh: '移出' },
      removed.map(({ id, ended }) => {
        const facts = inBoth(names, ended);
        const day = dayText(names.lastDay ?? 0);
        const name = nameOf(id) ?? '';
        return ended.length === 0
          ? { en: `${name} (${id}): nothing ends`, zh: `${name}（${id}）：无终止事项` }
          : {
              en: `${name} (${id}): until ${day} ${facts.en}`,
              zh: `${name}（${id}）：${facts.zh}至 ${day} 止`,
            };
      }),
    ),
    ...section(
      { en: 'Renamed', zh: '更名' },
      renamed.map(({ id, name, row }) => ({
        en: `row ${row}: ${nameOf(id)} → ${name} (${id})`,
        zh: `第 ${row} 行：${nameOf(id)} → ${name}（${id}）`,
      })),
    ),
    ...section(
      { en: 'Moved', zh: '迁移' },
      moved.map((each) => changeInWords(names, each)),
    ),
    ...section(
      { en: 'Figures changed', zh: '数据变化' },
      figures.map((each) => changeInWords(names, each)),
    ),
    ...section(
      { en: 'Otherwise changed', zh: '其他变化' },
      changed.map((each) => changeInWords(names, each)),
    ),
    ...section(
      { en: 'Not ended, because another source states it, too', zh: '另有来源，未终止' },
      kept.map((fact) => {
        const facts = inBoth(names, [fact]);
        const sources = [...new Set(fact.evidence.map(({ source }) => source))].join(', ');
        return {
          en: `${nameOf(fact.owner)} (${fact.owner}): ${facts.en} (${sources})`,
          zh: `${nameOf(fact.owner)}（${fact.owner}）：${facts.zh}（${sources}）`,
        };
      }),
    ),
  ];
}

function section(title: Text, lines: readonly Text[]): readonly Text[] {
  if (lines.length === 0) return [];
  return [
    { en: `${title.en} (${lines.length}):`, zh: `${title.zh}（${lines.length}）：` },
    ...lines.map(({ en, zh }) => ({ en: `  ${en}`, zh: `  ${zh}` })),
  ];
}

function changeInWords(names: EditionNames, { record, before, after }: ChangedRecord): Text {
  const [was, is] = [inBoth(names, before), inBoth(names, after)];
  const { row, name, id } = record;
  return {
    en: `row ${row}: ${name} (${id}): ${was.en} → ${is.en}`,
    zh: `第 ${row} 行：${name}（${id}）：${was.zh} → ${is.zh}`,
  };
}

function inBoth(names: EditionNames, facts: readonly HeldFact[]): Text {
  return {
    en: facts.map((fact) => factInWords(names, fact, 'EN')).join(', '),
    zh: facts.map((fact) => factInWords(names, fact, 'ZH')).join('、'),
  };
}

/** A fact by its far end or its keys, and its number: 注册地浦东新区, 从业人数 1200人 (2023). */
function factInWords({ model, nameOf }: EditionNames, fact: HeldFact, language: Language): string {
  const { field, to, properties } = fact;
  const models: readonly PropertyModel[] =
    'target' in field
      ? field.stored.properties
      : [...(model.nodeTypes.get(field.type)?.properties.values() ?? [])];
  const printed = properties.printed;
  const texts = models.flatMap((property) => {
    const { name, key, valueKind, valueWords } = property;
    const value = properties[name];
    if (!key || value === undefined || name === VALID_FROM || name === VALID_TO || valueKind === 'period')
      return [];
    return [valueWords.get(String(value))?.[language] ?? String(value)];
  });
  const period = models.find(({ valueKind }) => valueKind === 'period');
  const parts = [
    ...(texts.length === 0 ? [field.words[language]] : texts),
    ...(to === undefined ? [] : [nameOf(to) ?? to]),
    ...(printed === undefined ? [] : [String(printed)]),
    ...(period && properties[period.name] !== undefined ? [`(${properties[period.name]})`] : []),
  ];
  return parts.join(' ');
}
