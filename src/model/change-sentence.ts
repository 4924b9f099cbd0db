/** A told change as a sentence, in Chinese or English: names as they were, all else in the model's words. */

import { fieldName, wordsOf } from './field-words.ts';
import type { Language } from './language.ts';
import type { Model, PropertyModel, StoredRelationship } from './model.ts';
import type { Details, Naming, ToldChange } from './told-change.ts';
import { chineseTerm, valueWords } from './value-words.ts';

/** What of a change its sentence needs. */
export type Tellable = Omit<ToldChange, 'aboutIds' | 'entityId'>;

const NOTHING = '—';

/**
 * The sentence of a change.
 * @example 新增企业 蓝帆医疗 · 蓝帆医疗不再位于周浦镇 · Zhangjiang: area km2 4 → 5
 */
export function changeSentence(model: Model, change: Tellable, language: Language): string {
  const zh = language === 'ZH';
  const entity = nameIn(change.words.entity, language);
  const { action, words, before = NOTHING, after = NOTHING } = change;
  if (action === 'RENAME') {
    return zh ? `${entity}改用编号 ${after}（原 ${before}）` : `${entity} is now ${after} (was ${before})`;
  }
  if (change.property === undefined) {
    const type = zh ? chineseTypeName(model, change.nodeType) : wordsOf(change.nodeType);
    if (action === 'DELETE') return zh ? `删除${type} ${entity}` : `Removed ${type} ${entity}`;
    return zh ? `新增${type} ${entity}` : `Added ${type} ${entity}`;
  }
  if (words.relationship !== undefined) return relationshipSentence(model, change, language);
  if (words.owned) return ownedSentence(model, change, language);
  const field = fieldName(model, change.nodeType, change.property, language);
  const property = model.nodeTypes.get(change.nodeType)?.properties.get(change.property);
  const [was, is] = [before, after].map((text) => valueWords(model, property, text, language));
  return zh ? `${entity}：${field} ${was} → ${is}` : `${entity}: ${field} ${was} → ${is}`;
}

/** A thing that came, went or changed: 蓝帆医疗：新增上市 上海证券交易所 688012. */
function ownedSentence(
  model: Model,
  { action, nodeType, property = '', words }: Tellable,
  language: Language,
) {
  const zh = language === 'ZH';
  const entity = nameIn(words.entity, language);
  const thing = words.owned ? nameIn(words.owned, language) : '';
  const owned = model.nodeTypes.get(nodeType)?.owned.get(property);
  const type = zh ? fieldName(model, nodeType, property, 'ZH') : wordsOf(owned?.type ?? property);
  if (action === 'CREATE')
    return zh ? `${entity}：新增${type} ${thing}` : `${entity}: added ${type} ${thing}`;
  if (action === 'DELETE')
    return zh ? `${entity}：删除${type} ${thing}` : `${entity}: removed ${type} ${thing}`;
  const properties = [...(model.nodeTypes.get(owned?.type ?? '')?.properties.values() ?? [])];
  const news = differences(model, properties, words.before, words.after, language);
  return zh ? `${entity}：${type} ${thing}：${news}` : `${entity}: ${type} ${thing}: ${news}`;
}

/** A fact that came, went or changed, as its relationship type says it. */
function relationshipSentence(model: Model, change: Tellable, language: Language): string {
  const zh = language === 'ZH';
  const { action, words } = change;
  const stored = model.stored.get(words.relationship ?? '');
  const here = [words.entity, words.owned]
    .flatMap((each) => (each ? [nameIn(each, language)] : []))
    .join(' ');
  const far = words.far ? nameIn(words.far, language) : '';
  const said = hasSentence(stored) ? stored.sentence[language] : plainTemplate(model, change, language);
  const template = action === 'DELETE' ? denied(said, language) : said;
  const [from, to] = words.inward && hasSentence(stored) ? [far, here] : [here, far];
  const sentence = template.replaceAll(/\{(from|to)\}/g, (_, end) => (end === 'from' ? from : to));
  const properties = [...(stored?.properties ?? []), ...model.factProperties];
  if (action === 'UPDATE') {
    return `${sentence}${zh ? '：' : ': '}${differences(model, properties, words.before, words.after, language)}`;
  }
  const details = Object.entries((action === 'DELETE' ? words.before : words.after) ?? {});
  if (details.length === 0) return sentence;
  const told = details.map(([name, value]) => {
    const property = properties.find((each) => each.name === name);
    return `${propertyName(properties, name, language)} ${valueWords(model, property, value, language)}`;
  });
  return zh ? `${sentence}（${told.join('，')}）` : `${sentence} (${told.join(', ')})`;
}

/** Whether the model says a relationship in words of its own, not by its kind alone. */
function hasSentence(stored: StoredRelationship | undefined): stored is StoredRelationship {
  return stored !== undefined && stored.sentence.ZH !== `{from} ${stored.kind} {to}`;
}

/** A fact that the model has no sentence for is told as a property is. */
function plainTemplate(model: Model, { nodeType, property = '' }: Tellable, language: Language): string {
  const field = fieldName(model, nodeType, property, language);
  return language === 'ZH' ? `{from}：${field} {to}` : `{from}: ${field} {to}`;
}

/** The sentence with a "no longer" behind its subject. */
function denied(template: string, language: Language): string {
  if (language === 'ZH') {
    return template.startsWith('{from}：')
      ? template.replace('{from}：', '{from}：不再有')
      : template.replace('{from}', '{from}不再');
  }
  return template
    .replace(/^\{from\}: /, '{from}: no longer ')
    .replace(/^\{from\} (is|are) /, '{from} $1 no longer ')
    .replace(/^\{from\} was /, '{from} is no longer on record as ')
    .replace(/^\{from\} (?!(is|are) no longer)/, '{from} no longer ');
}

function differences(
  model: Model,
  properties: readonly PropertyModel[],
  before: Details = {},
  after: Details = {},
  language: Language,
): string {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .map((name) => {
      const property = properties.find((each) => each.name === name);
      const [was, is] = [before[name], after[name]].map((text) =>
        text === undefined ? NOTHING : valueWords(model, property, text, language),
      );
      return `${propertyName(properties, name, language)} ${was} → ${is}`;
    })
    .join(language === 'ZH' ? '，' : ', ');
}

function nameIn({ name, nameEn }: Naming, language: Language): string {
  return language === 'EN' ? (nameEn ?? name) : name;
}

function propertyName(properties: readonly PropertyModel[], name: string, language: Language): string {
  if (language === 'EN') return wordsOf(name);
  if (name === 'evidence') return '依据';
  return chineseTerm(properties.find((each) => each.name === name)?.description) ?? name;
}

function chineseTypeName(model: Model, nodeType: string): string {
  return chineseTerm(model.nodeTypes.get(nodeType)?.description) ?? nodeType;
}
