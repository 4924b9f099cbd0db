/** What an entity's record says, fact by fact: in words, with its hedges and where it is stated. */

import type { Language } from '../model/language.ts';
import type { NodeTypeModel, PropertyModel, RelationshipModel } from '../model/model.ts';
import { dateWords } from '../model/words/date-words.ts';
import { factProperties, factSentence } from '../model/words/fact-sentence.ts';
import { valueWords } from '../model/words/value-words.ts';
import { isOfFigures, ownedLists, shownProperties, singleEnds } from './entity-operation.ts';
import { enumWords, type Named, nameInSentence, plainName, type Vocabulary } from './vocabulary.ts';

/** A value of an answer whose operation is written at run time. */
export type Value = unknown;
/** An object of such an answer. */
export type Item = Readonly<Record<string, Value>>;

/** A source as views show it. */
export interface SourceItem extends Named {
  readonly tier: string;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly retrievedOn: string | null;
}
/** Where a fact is stated. */
export interface EvidenceItem {
  readonly locator: string;
  /** The second person who checked that the source states it there, and when; null where no check is on record. */
  readonly checkedBy?: string | null;
  readonly checkedOn?: string | null;
  readonly source: SourceItem;
}
/** One of the stated values of a property. */
export interface ClaimItem {
  readonly property: string;
  readonly value: string;
  readonly printed: string | null;
  readonly bound: string;
  readonly modality: string;
  readonly chosen: boolean;
  readonly about: { readonly id: string };
  readonly evidence: readonly EvidenceItem[];
}

/** A fact in words. */
export interface FactItem {
  /** The field that has it, and what that is called. */
  readonly field: string;
  readonly label: string;
  readonly words: string;
  /** What hedges it, in words: 约, 计划中. */
  readonly hedges: readonly string[];
  /** Its modality where it has one. */
  readonly modality: string | undefined;
  readonly validFrom: string | undefined;
  readonly validTo: string | undefined;
  /** The entity at its far end. */
  readonly far: Named | undefined;
  readonly evidence: readonly EvidenceItem[];
  /** All stated values of the property; empty where none is recorded by itself. */
  readonly claims: readonly ClaimItem[];
}

/** Names are in the heading. */
const IN_HEADING = new Set(['name', 'nameEn']);
const PLAIN = new Set(['STATED', 'EXACT']);

/** The properties of a record, and the one thing that each single field leads to. */
export function propertyFacts(
  vocabulary: Vocabulary,
  type: NodeTypeModel,
  record: Item,
  language: Language,
): readonly FactItem[] {
  const claims = listOf<ClaimItem>(record.claims);
  const own = shownProperties(type)
    .filter(({ name, hedgeOf }) => !IN_HEADING.has(name) && hedgeOf === undefined)
    .flatMap((property): readonly FactItem[] => {
      const words = propertyWords(vocabulary, property, record, language);
      if (words === '') return [];
      const stated = claims.filter(
        (claim) => claim.property === property.name && claim.about.id === record.id,
      );
      const chosen = stated.filter((claim) => claim.chosen).flatMap((claim) => claim.evidence);
      const evidence = chosen.length > 0 ? chosen : listOf<EvidenceItem>(record.evidence);
      const hedges = unsaid(hedgesOf(vocabulary, property, record, language), words);
      return [{ ...fact(property.name, property.words[language], words, evidence), hedges, claims: stated }];
    });
  const ends = singleEnds(type).flatMap((each): readonly FactItem[] => {
    const far = record[each.name] as Named | null | undefined;
    if (!far) return [];
    const words = plainName(far, language);
    return [{ ...fact(each.name, each.words[language], words, listOf(record.evidence)), far }];
  });
  const status = typeof record.status === 'string' ? [stateFact(vocabulary, record.status, language)] : [];
  return [...status, ...own, ...ends];
}

/** What a record owns: titles, codes, windows, criteria, figures. */
export function ownedFacts(
  vocabulary: Vocabulary,
  type: NodeTypeModel,
  record: Item,
  language: Language,
): readonly FactItem[] {
  return ownedLists(type).flatMap((owned) => {
    const ownedType = vocabulary.model.nodeTypes.get(owned.type);
    return listOf<Item>(record[owned.name]).map((item) => {
      const words = ownedType ? itemWords(vocabulary, ownedType, item, language) : '';
      return {
        ...fact(owned.name, owned.words[language], words, listOf(item.evidence)),
        ...periodOf(item),
        hedges: unsaid(hedgeWords(vocabulary, item, language), words),
      };
    });
  });
}

/** One fact of a relationship, as the sentence its type declares. */
export function relationshipFact(
  vocabulary: Vocabulary,
  relationship: RelationshipModel,
  owner: Named,
  edge: Item,
  language: Language,
): FactItem {
  const { model } = vocabulary;
  const far = edge.node as Item;
  const label = relationship.words[language];
  if (isOfFigures(model, relationship)) {
    const type = model.nodeTypes.get(String(far.__typename));
    const words = type ? itemWords(vocabulary, type, far, language, owner.id) : '';
    const hedges = unsaid(hedgeWords(vocabulary, far, language), words);
    return { ...fact(relationship.name, label, words, listOf(far.evidence)), hedges };
  }
  const named = far as unknown as Named;
  const { stored, direction } = relationship;
  const details = Object.fromEntries(
    factProperties(model, stored).flatMap(({ name }) =>
      edge[name] === null || edge[name] === undefined ? [] : [[name, String(edge[name])]],
    ),
  );
  const write = (end: 'from' | 'to', isInside: boolean) =>
    nameInSentence(
      vocabulary,
      (end === 'from') === (direction === 'OUT') ? owner : named,
      language,
      isInside,
    );
  const words = factSentence(model, stored, write, details, language);
  const hedges = unsaid(hedgeWords(vocabulary, edge, language), words);
  return {
    ...fact(relationship.name, label, words, listOf(edge.evidence)),
    ...periodOf(edge),
    hedges,
    far: named,
  };
}

/** A name from this length on is not repeated from fact to fact. */
const LONG_NAME = 8;

/**
 * The words of facts listed under their owner: a long name that all begin with is written in the first alone.
 * @param owner the owner's name as sentences begin with it
 */
export function wordsInList(facts: readonly FactItem[], owner: string): readonly FactItem[] {
  if (owner.length < LONG_NAME) return facts;
  return facts.map((fact, at) =>
    at > 0 && fact.words.startsWith(owner) && facts[0]?.words.startsWith(owner)
      ? { ...fact, words: fact.words.slice(owner.length).trimStart() }
      : fact,
  );
}

/** A list of an answer, whatever is there. */
export function listOf<T>(value: Value): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [];
}

function fact(field: string, label: string, words: string, evidence: readonly EvidenceItem[]): FactItem {
  return { field, label, words, evidence, hedges: [], claims: [], far: undefined, ...periodOf({}) };
}

/** The hedges that the words do not contain already: 约94 says 约. */
function unsaid(hedges: readonly string[], words: string): readonly string[] {
  return hedges.filter((hedge) => !words.includes(hedge));
}

function stateFact(vocabulary: Vocabulary, status: string, language: Language): FactItem {
  return fact(
    'status',
    language === 'ZH' ? '状态' : 'status',
    enumWords(vocabulary, 'PolicyStatus', status, language),
    [],
  );
}

function periodOf(item: Item): Pick<FactItem, 'modality' | 'validFrom' | 'validTo'> {
  const text = (name: string) => (typeof item[name] === 'string' ? item[name] : undefined);
  return { modality: text('modality'), validFrom: text('validFrom'), validTo: text('validTo') };
}

/** A property in words: as printed where the source's own words are kept. */
function propertyWords(
  { model }: Vocabulary,
  property: PropertyModel,
  record: Item,
  language: Language,
): string {
  const value = record[property.name];
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join(language === 'ZH' ? '、' : ', ');
  if (property.valueKind === 'money') {
    const { amount, currency, printed } = value as Item;
    return typeof printed === 'string' && language === 'ZH'
      ? printed
      : valueWords(model, property, `${amount} ${currency}`, language);
  }
  const printed = property.hedge && record[property.hedge.printed];
  if (typeof printed === 'string') return printed;
  const words = valueWords(model, property, String(value), language);
  return property.unit && property.valueKind !== 'enum' ? `${words} ${property.unit}` : words;
}

function hedgesOf(
  vocabulary: Vocabulary,
  property: PropertyModel,
  record: Item,
  language: Language,
): readonly string[] {
  const money = property.valueKind === 'money' ? (record[property.name] as Item | null)?.bound : undefined;
  const bound = money ?? (property.hedge && record[property.hedge.bound]);
  return typeof bound === 'string' && !PLAIN.has(bound)
    ? [enumWords(vocabulary, 'Bound', bound, language)]
    : [];
}

/** The bound and the modality of an item, where they are not plain. */
function hedgeWords(vocabulary: Vocabulary, item: Item, language: Language): readonly string[] {
  return [
    ['Bound', item.bound],
    ['Modality', item.modality],
  ].flatMap(([name, value]) =>
    typeof value === 'string' && !PLAIN.has(value)
      ? [enumWords(vocabulary, String(name), value, language)]
      : [],
  );
}

/** What has no name, in words: the sentence it has, or its ends, the one whose page it is on apart, and its values. */
function itemWords(
  vocabulary: Vocabulary,
  type: NodeTypeModel,
  item: Item,
  language: Language,
  owner?: string,
): string {
  if (typeof item.sentence === 'string') return item.sentence;
  const ends = singleEnds(type).flatMap(({ name }) => {
    const far = item[name] as Named | null | undefined;
    return far && far.id !== owner ? [plainName(far, language)] : [];
  });
  const figure = typeof item.printed === 'string';
  const skipped = new Set(
    figure ? ['value', 'valueMax', 'bound', 'modality', 'comparator'] : ['modality', 'bound'],
  );
  const values = shownProperties(type)
    .filter(
      ({ name, hedgeOf, default: silent }) =>
        !skipped.has(name) && hedgeOf === undefined && item[name] !== silent,
    )
    .filter(({ name }) => name !== 'validFrom' && name !== 'validTo')
    .map((property) => propertyWords(vocabulary, property, item, language))
    .filter((words) => words !== '');
  return [...ends, ...values].join(language === 'ZH' ? '，' : ', ');
}

/** When a fact holds, in words; '' where it always does. */
export function periodWords(
  { validFrom, validTo }: Pick<FactItem, 'validFrom' | 'validTo'>,
  language: Language,
): string {
  if (!validFrom && !validTo) return '';
  const [from, to] = [validFrom, validTo].map((day) => (day ? dateWords(day, language) : ''));
  if (!validTo) return language === 'ZH' ? `自${from}起` : `from ${from}`;
  if (!validFrom) return language === 'ZH' ? `至${to}止` : `until ${to}`;
  return language === 'ZH' ? `${from}至${to}` : `${from} to ${to}`;
}
