/** What each view asks and how it is called and tabled: the same for the page and for its files. */

import type { Language } from '../model/language.ts';
import { coverageQuestion } from './coverage-questions.ts';
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
import { type MatrixData, matrixHeading, matrixTable } from './matrix.ts';
import { say } from './messages.ts';
import type { Question } from './operation.ts';
import { homeQuestion, searchQuestion, supportQuestion } from './questions.ts';
import { type SupportData, supportHeading, supportTable } from './support-view.ts';
import type { Table } from './table.ts';
import type { Heading, ViewState } from './view-state.ts';
import { enumWords, type Named, plainName, typeOfId, typeWords, type Vocabulary } from './vocabulary.ts';

/** The data of an answer, whatever view it is of. */
export type Data = Readonly<Record<string, unknown>>;

/** What a view asks, whole; undefined where its address names what cannot exist. */
export function questionOfView({ vocabulary, address, language }: ViewState): Question | undefined {
  const { view, id = '', parameters } = address;
  if (view === 'home') return homeQuestion(address, language);
  if (view === 'search') return searchQuestion(address);
  if (view === 'support') return supportQuestion(address);
  if (view === 'matrix') return coverageQuestion(address, language);
  const type = typeOfId(vocabulary.model, id);
  if (!type?.root) return undefined;
  return recordQuestion(vocabulary.model, type, { id, validOn: parameters.validOn, language });
}

/** What a view is called once it is answered; undefined where there is nothing at its address. */
export function headingOf(state: ViewState, data: Data): Heading | undefined {
  const { vocabulary, address, language } = state;
  const dataset = String(((data.graph as Item | undefined)?.dataset as Item | undefined)?.name ?? '');
  if (address.view === 'home') return { heading: dataset, summary: homeSummary(data, language) };
  if (address.view === 'search') {
    const { q = '' } = address.parameters;
    const count = Number((data.search as Item | undefined)?.totalCount ?? 0);
    const heading = q === '' ? say(language, 'search') : say(language, 'searchTitle', { text: q, count });
    return { heading, summary: dataset };
  }
  if (address.view === 'matrix') return matrixHeading(state, data as unknown as MatrixData);
  if (address.view === 'support') return supportHeading(state, data as unknown as SupportData);
  const entity = data.entity as Item | null | undefined;
  if (!entity) return undefined;
  const type = typeWords(vocabulary, String(entity.__typename), language);
  const status =
    typeof entity.status === 'string' ? enumWords(vocabulary, 'PolicyStatus', entity.status, language) : '';
  const heading = nameOfRecord(vocabulary, entity, language);
  return { heading, summary: [type, status, dataset].filter(Boolean).join(' · ') };
}

/** A view as a table. */
export function tableOf(state: ViewState, data: Data): Table {
  const { address, language } = state;
  const zh = language === 'ZH';
  if (address.view === 'search') {
    const hits = listOf<{ matched: string; entity: Named }>((data.search as Item | undefined)?.nodes);
    return {
      columns: zh ? ['编号', '名称', '类型', '匹配文本'] : ['id', 'name', 'type', 'matched'],
      rows: hits.map(({ entity, matched }) => [
        entity.id,
        plainName(entity, language),
        typeWords(state.vocabulary, entity.__typename ?? '', language),
        matched,
      ]),
    };
  }
  if (address.view === 'id') return factTable(state, recordFacts(state, data));
  if (address.view === 'home') {
    const newest = listOf<Named & Item>((data.newest as Item | undefined)?.nodes);
    return {
      columns: zh
        ? ['编号', '政策', '文号', '印发日期', '有效期至']
        : ['id', 'policy', 'number', 'issued', 'expires'],
      rows: newest.map((each) => [
        each.id,
        plainName(each, language),
        ...texts(each, 'number', 'issuedOn', 'expiresOn'),
      ]),
    };
  }
  if (address.view === 'matrix') return matrixTable(state, data as unknown as MatrixData);
  return supportTable(state, data as unknown as SupportData);
}

/** All facts of a record as {@link questionOfView} asks for it. */
function recordFacts({ vocabulary, language }: ViewState, data: Data): readonly FactItem[] {
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
      ? ['项目', '内容', '限定', '时间', '对方编号', '来源', '来源等级', '位置', '网址']
      : ['field', 'fact', 'hedges', 'period', 'far id', 'source', 'tier', 'locator', 'address'];
  const rows = facts.flatMap((fact) => {
    const own = [
      fact.label,
      fact.words,
      fact.hedges.join(' '),
      periodWords(fact, language),
      fact.far?.id ?? '',
    ];
    const evidence = fact.evidence.map(({ source, locator }) => [
      plainName(source, language),
      enumWords(vocabulary, 'SourceTier', source.tier, language),
      locator,
      source.url ?? '',
    ]);
    return (evidence.length > 0 ? evidence : [['', '', '', '']]).map((each) => [...own, ...each]);
  });
  return { columns, rows };
}

function homeSummary(data: Data, language: Language): string {
  const dataset = (data.graph as Item | undefined)?.dataset as Item | undefined;
  const policies = Number((data.newest as Item | undefined)?.totalCount ?? 0);
  const sources = Number(dataset?.sourceCount ?? 0);
  return language === 'ZH'
    ? `${policies} 项现行有效的政策，${sources} 个来源；每条事实都注明出处。`
    : `${policies} policies in force from ${sources} sources; every fact says where it is stated.`;
}

function texts(item: Item, ...names: readonly string[]): readonly string[] {
  return names.map((name) => (typeof item[name] === 'string' ? item[name] : ''));
}
