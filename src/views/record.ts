/** A record as a view: all its facts, with where each is stated. */

import type { Language } from '../model/language.ts';
import { clocksOf } from './clocks.ts';
import {
  type FactItem,
  type Item,
  listOf,
  ownedFacts,
  periodWords,
  propertyFacts,
  relationshipFact,
} from './entity-facts.ts';
import { recordQuestion } from './entity-operation.ts';
import type { Question } from './operation.ts';
import { shortQuestion } from './questions.ts';
import type { Table } from './table.ts';
import type { View, ViewState } from './view-state.ts';
import { enumWords, type Named, plainName, typeOfId, typeWords, type Vocabulary } from './vocabulary.ts';

/** The view. */
export const RECORD_VIEW: View<Item> = {
  question: ({ vocabulary, address, language }) => {
    const { id = '' } = address;
    const type = typeOfId(vocabulary.model, id);
    if (!type?.root) return undefined;
    const looked = { id, clocks: clocksOf(address.parameters), language };
    return recordQuestion(vocabulary.model, type, looked) as Question<Item>;
  },
  head: ({ address }) => shortQuestion(address),
  heading: ({ vocabulary, language }, { entity, graph }) => {
    if (!entity) return undefined;
    const record = entity as Item;
    const { dataset } = graph as { readonly dataset: { readonly name: string } };
    const type = typeWords(vocabulary, String(record.__typename), language);
    const status =
      typeof record.status === 'string' ? enumWords(vocabulary, 'PolicyStatus', record.status, language) : '';
    return {
      heading: nameOfRecord(vocabulary, record, language),
      summary: [type, status, dataset.name].filter(Boolean).join(' · '),
    };
  },
  table: (state, data) => factTable(state, recordFacts(state, data)),
};

/** All facts of a record as {@link recordQuestion} asks for it. */
function recordFacts({ vocabulary, language }: ViewState, data: Item): readonly FactItem[] {
  const entity = data.entity as (Item & Named) | null | undefined;
  const type = vocabulary.model.nodeTypes.get(String(entity?.__typename));
  if (!entity || !type) return [];
  const facts = [...type.relationships.values()].flatMap((relationship) => {
    const connection = (data[relationship.name] as Item | null | undefined)?.[relationship.name] as
      | Item
      | undefined;
    return listOf<Item>(connection?.edges).map((edge) =>
      relationshipFact(vocabulary, relationship, entity, edge, language),
    );
  });
  return [
    ...propertyFacts(vocabulary, type, entity, language),
    ...ownedFacts(vocabulary, type, entity, language),
    ...facts,
  ];
}

/** The name of a record; of what has none, its id. */
export function nameOfRecord(vocabulary: Vocabulary, record: Item, language: Language): string {
  if (typeof record.name === 'string') return plainName(record as unknown as Named, language);
  return `${typeWords(vocabulary, String(record.__typename), language)} ${String(record.id)}`;
}

function factTable({ vocabulary, language }: ViewState, facts: readonly FactItem[]): Table {
  const columns =
    language === 'ZH'
      ? ['项目', '内容', '限定', '时间', '对方编号', '来源', '来源等级', '位置', '网址', '复核人', '复核日期']
      : [
          'field',
          'fact',
          'hedges',
          'period',
          'far id',
          'source',
          'tier',
          'locator',
          'address',
          'checked by',
          'checked on',
        ];
  const rows = facts.flatMap((fact) => {
    const own = [
      fact.label,
      fact.words,
      fact.hedges.join(' '),
      periodWords(fact, language),
      fact.far?.id ?? '',
    ];
    const evidence = fact.evidence.map(({ source, locator, checkedBy, checkedOn }) => [
      plainName(source, language),
      enumWords(vocabulary, 'SourceTier', source.tier, language),
      locator,
      source.url ?? '',
      checkedBy ?? '',
      checkedOn ?? '',
    ]);
    return (evidence.length > 0 ? evidence : [['', '', '', '', '', '']]).map((each) => [...own, ...each]);
  });
  return { columns, rows };
}
