/** All records of a type, a page at a time: what a count of them counts. */

import { ENTITY, entityTypeName, type NodeTypeModel, rootTypes } from '../model/model.ts';
import type { Address } from './address.ts';
import { say } from './messages.ts';
import type { Question } from './operation.ts';
import type { Table } from './table.ts';
import type { Heading, ViewState } from './view-state.ts';
import { type Named, plainName, typeWords, type Vocabulary } from './vocabulary.ts';

/** What it is answered with. */
export interface TypeListData {
  readonly graph: {
    readonly revision: number;
    readonly appliedAt: string | null;
    readonly today: string;
    readonly dataset: { readonly name: string; readonly licence: string | null };
  };
  readonly list: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly (Named & { readonly __typename: string })[];
  };
}

const PER_PAGE = 100;

/** Whether records of a type have names, so that there is a list to read. */
export function isListed(type: NodeTypeModel): boolean {
  return type.root !== undefined && type.interfaces.includes(ENTITY);
}

/** The type that an address lists: it names one, and nothing to search for. */
export function listedType({ model }: Vocabulary, { view, parameters }: Address): NodeTypeModel | undefined {
  const { q, type = '' } = parameters;
  if (view !== 'search' || q) return undefined;
  return rootTypes(model).find((each) => isListed(each) && entityTypeName(each.name) === type.toUpperCase());
}

/** The records of a type by name, those after the cursor of an address. */
export function typeListQuestion(type: NodeTypeModel, { parameters }: Address): Question<TypeListData> {
  const { after, validOn } = parameters;
  return {
    query: `query Records($after: String, $validOn: Date) {
  graph { revision appliedAt today dataset { name licence } }
  list: ${type.root?.list}(first: ${PER_PAGE}, after: $after, orderBy: [{ name: ASC }], validOn: $validOn) {
    totalCount pageInfo { hasNextPage endCursor } nodes { __typename id name nameEn }
  }
}`,
    variables: { ...(after ? { after } : {}), ...(validOn ? { validOn } : {}) },
  };
}

/** What the list is called. */
export function typeListHeading(
  { vocabulary, language }: ViewState,
  type: NodeTypeModel,
  { list, graph }: TypeListData,
): Heading {
  const values = { type: typeWords(vocabulary, type.name, language), count: list.totalCount };
  return { heading: say(language, 'typeList', values), summary: graph.dataset.name };
}

/** The same as a table. */
export function typeListTable({ language }: ViewState, { list }: TypeListData): Table {
  return {
    columns: language === 'ZH' ? ['编号', '名称'] : ['id', 'name'],
    rows: list.nodes.map((each) => [each.id, plainName(each, language)]),
  };
}
