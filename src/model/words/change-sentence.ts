/** A change as a sentence, in Chinese or English: names as they were, everything else in the model's words. */

import type { Language } from '../language.ts';
import {
  ENTITY,
  type Model,
  type NodeTypeModel,
  type PropertyModel,
  type StoredRelationship,
} from '../model.ts';
import { wordsOf } from '../read-words.ts';
import { bareName, inMarks, type NameStyle, quotedName, writtenName } from '../record-name.ts';
import type { ChangeAction, Details, Naming, RecordedChange } from '../recorded-change.ts';
import { factProperties, factSentence } from './fact-sentence.ts';
import { fieldName } from './field-words.ts';
import { valueWords } from './value-words.ts';

/** What of a change its sentence needs. */
export type ChangeContent = Omit<RecordedChange, 'aboutIds' | 'entityId'>;

const ADDED: Readonly<Record<Language, string>> = { ZH: '新增', EN: 'added' };
const REMOVED: Readonly<Record<Language, string>> = { ZH: '删除', EN: 'removed' };
const COLON: Readonly<Record<Language, string>> = { ZH: '：', EN: ': ' };
const SEMICOLON: Readonly<Record<Language, string>> = { ZH: '；', EN: '; ' };
const SPACE: Readonly<Record<Language, string>> = { ZH: '', EN: ' ' };

/**
 * The sentence of a change.
 * @example 新增企业“蓝帆医疗” · 删除：蓝帆医疗位于周浦镇 · Zhangjiang: area in km² changed from 4 to 5
 */
export function changeSentence(model: Model, change: ChangeContent, language: Language): string {
  const { action, words, nodeType, before = '', after = '' } = change;
  const type = model.nodeTypes.get(nodeType);
  const entity = writtenName(type?.nameStyle, words.entity, language, false);
  if (action === 'RENAME') {
    return language === 'ZH'
      ? `${entity}编号由${before}变更为${after}`
      : `${entity}: id changed from ${before} to ${after}`;
  }
  if (change.property === undefined) {
    const name = quotedName(type?.nameStyle, words.entity, language);
    return begun([verbOf(action, language), type?.words[language] ?? nodeType, name].join(SPACE[language]));
  }
  if (words.relationship !== undefined) return relationshipSentence(model, change, type, language);
  if (words.owned)
    return `${entity}${COLON[language]}${ownedPart(model, change, words.owned, type, language)}`;
  const property = type?.properties.get(change.property);
  const label = fieldName(model, nodeType, change.property, language);
  return `${entity}${COLON[language]}${difference(model, property, label, change, language)}`;
}

/** An owned node that came, went or changed: 新增上市信息“上海证券交易所，688012”. */
function ownedPart(
  model: Model,
  { action, nodeType, property = '', words }: ChangeContent,
  owned: Naming,
  type: NodeTypeModel | undefined,
  language: Language,
): string {
  const ownedType = model.nodeTypes.get(type?.owned.get(property)?.type ?? '');
  const label = words.stated
    ? fieldName(model, nodeType, words.stated, language)
    : (ownedType?.words[language] ?? wordsOf(property));
  const called = [label, inMarks(bareName(owned, language))];
  if (action !== 'UPDATE') return [verbOf(action, language), ...called].join(SPACE[language]);
  const properties = [...(ownedType?.properties.values() ?? [])];
  const news = differences(model, properties, words.before, words.after, language);
  return `${called.join(SPACE[language])}${language === 'ZH' ? '，' : ': '}${news}`;
}

/** A fact that came, went or changed, as its relationship type says it. */
function relationshipSentence(
  model: Model,
  change: ChangeContent,
  type: NodeTypeModel | undefined,
  language: Language,
): string {
  const { action, words } = change;
  const stored = model.stored.get(words.relationship ?? '');
  if (!stored) return changedFields(change, language);
  const write = (end: 'from' | 'to', isInside: boolean) => {
    const isHere = (end === 'from') !== (words.inward === true);
    if (isHere) return writtenOwner(type?.nameStyle, words.entity, words.owned, language, isInside);
    return writtenName(farStyle(model, stored, words), words.far ?? { name: '' }, language, isInside);
  };
  const said = action === 'CREATE' ? words.after : action === 'DELETE' ? words.before : words.kept;
  const sentence = factSentence(model, stored, write, said ?? {}, language);
  if (action !== 'UPDATE') return `${begun(verbOf(action, language))}${COLON[language]}${sentence}`;
  const news = differences(model, factProperties(model, stored), words.before, words.after, language);
  return `${sentence}${COLON[language]}${news}`;
}

/** The entity, or the owned node of it that the fact is about: 蓝帆医疗的“专精特新”. */
function writtenOwner(
  style: NameStyle | undefined,
  entity: Naming,
  owned: Naming | undefined,
  language: Language,
  isInside: boolean,
): string {
  const name = writtenName(style, entity, language, isInside);
  if (!owned) return name;
  const quoted = inMarks(bareName(owned, language));
  return language === 'ZH' ? `${name}的${quoted}` : `${quoted} of ${name}`;
}

/** The type at the far end: kept where the relationship leads to several, else the one that it declares. */
function farStyle(
  model: Model,
  stored: StoredRelationship,
  { inward, farType }: ChangeContent['words'],
): NameStyle | undefined {
  return model.nodeTypes.get(farType ?? (inward ? stored.from : stored.to))?.nameStyle;
}

/** A fact of a relationship type that the model no longer has. */
function changedFields({ words, property, action }: ChangeContent, language: Language): string {
  const [here, far] = [words.entity, words.far ?? { name: '' }].map((each) => bareName(each, language));
  return `${begun(verbOf(action, language))}${COLON[language]}${here} ${property} ${far}`;
}

function differences(
  model: Model,
  properties: readonly PropertyModel[],
  before: Details = {},
  after: Details = {},
  language: Language,
): string {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((name) => {
      const property = properties.find((each) => each.name === name);
      const label = property?.words[language] ?? fieldName(model, ENTITY, name, language);
      return difference(model, property, label, { before: before[name], after: after[name] }, language);
    })
    .join(SEMICOLON[language]);
}

/** A value that came, went or changed: 面积（平方公里）由4变更为5. */
function difference(
  model: Model,
  property: PropertyModel | undefined,
  label: string,
  { before, after }: { readonly before: string | undefined; readonly after: string | undefined },
  language: Language,
): string {
  const isText = property?.valueKind === 'text';
  const shown = (text: string) => {
    const words = valueWords(model, property, text, language);
    return isText ? inMarks(words) : words;
  };
  if (before === undefined || after === undefined) {
    const verb = (before === undefined ? ADDED : REMOVED)[language];
    const only = shown(before ?? after ?? '');
    return `${verb}${SPACE[language]}${label}${isText ? SPACE[language] : COLON[language]}${only}`;
  }
  return language === 'ZH'
    ? `${label}由${shown(before)}变更为${shown(after)}`
    : `${label} changed from ${shown(before)} to ${shown(after)}`;
}

function verbOf(action: ChangeAction, language: Language): string {
  return (action === 'DELETE' ? REMOVED : ADDED)[language];
}

/** A sentence with a capital at its beginning, where that is a letter. */
function begun(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
