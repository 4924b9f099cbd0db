/** The dataset itself as a view: how much it holds, how firm and how fresh that is, and what is missing. */

import { type Model, rootTypes } from '../model/model.ts';
import { GRAPH, NAMED } from './fragments.ts';
import { say } from './messages.ts';
import { type AnswerTo, graphql, type Question, questionOf } from './operation.ts';
import { countsQuestion, graphQuestion } from './questions.ts';
import type { Table } from './table.ts';
import type { Heading, View, ViewState } from './view-state.ts';
import { enumWords, plainName, typeWords } from './vocabulary.ts';

const STANDING = graphql(
  `fragment Standing on Query {
    graph { ...Graph digest schemaVersion }
    tiers: sourceGroups(by: TIER) { key count }
    published: sourceGroups(by: PUBLISHED_ON) { key count }
    weak: claims(weak: true, first: 1) { totalCount }
    conflicting: claims(conflicting: true, first: 30) {
      totalCount
      nodes { property value printed about { ...Named } }
    }
  }`,
  [GRAPH, NAMED],
);
const STANDING_ALONE = graphql('query Standing { ...Standing }', [STANDING]);

/** How firm and how fresh the facts are, and which of them are in doubt. */
export function standingQuestion() {
  return questionOf(STANDING_ALONE, {});
}

const FRESHNESS = graphql(`query Freshness {
  statuses: policyGroups(by: STATUS) { key count }
  newest: sources(first: 1, orderBy: [{ retrievedOn: DESC }]) { nodes { retrievedOn } }
  oldest: sources(first: 1, where: { retrievedOn: { isNull: false } }, orderBy: [{ retrievedOn: ASC }]) {
    nodes { retrievedOn }
  }
}`);

/** When sources were read, and how many policies are in force. */
export function freshnessQuestion() {
  return questionOf(FRESHNESS, {});
}

/** What {@link standingQuestion} is answered with. */
export type Standing = AnswerTo<typeof standingQuestion>;
/** The answer for all files of the view: beside it the number of each type, under the name of its list. */
type DataAnswer = Standing & Readonly<Record<string, unknown>>;

/** The view's file: with the list of each type, these are nearly as many root fields as one operation may have. */
function dataQuestion(model: Model): Question<DataAnswer> {
  const counts = countsQuestion(model).query.replace(/^query Counts/, 'fragment Counts on Query');
  return { query: `query Data { ...Counts ...Standing }\n${counts}\n${String(STANDING)}`, variables: {} };
}

const UNKNOWN_CELLS = graphql(
  `query UnknownCells {
    coverage(rows: CLUSTER, columns: DISTRICTS, first: 100, columnsFirst: 60) {
      rowCount
      rows { key entity { ...Named } }
      columns { ...Named }
      cells { row column state }
    }
  }`,
  [NAMED],
);

/** The cells of the matrix of clusters and districts. */
export function unknownCellsQuestion() {
  return questionOf(UNKNOWN_CELLS, {});
}

/** What {@link unknownCellsQuestion} is answered with. */
export type UnknownCells = AnswerTo<typeof unknownCellsQuestion>;

/** Clusters in districts where nobody has looked for policies: what curators can research next, most districts first. */
export function researchNext({ coverage }: UnknownCells) {
  const { rows, columns, cells } = coverage;
  const open = cells.filter(({ state }) => state === 'NOT_RESEARCHED');
  return rows
    .flatMap(({ key, entity }) => {
      const places = columns.filter(({ id }) => open.some((cell) => cell.row === key && cell.column === id));
      return entity && places.length > 0 ? [{ entity, places }] : [];
    })
    .sort((a, b) => b.places.length - a.places.length);
}

/** Values that sources state differently of the same thing. */
export interface Conflict {
  readonly about: Standing['conflicting']['nodes'][number]['about'];
  /** The name of a property, or the id of an indicator. */
  readonly property: string;
  readonly values: readonly string[];
}

/** Claims that conflict, by what they are about. */
export function conflictsOf(claims: Standing['conflicting']['nodes']): readonly Conflict[] {
  const found = new Map<string, Conflict>();
  for (const { about, property, printed, value } of claims) {
    const key = `${about.id} ${property}`;
    const values = [...(found.get(key)?.values ?? []), printed ?? value];
    found.set(key, { about, property, values });
  }
  return [...found.values()];
}

/** The share of sources in each tier, the strongest first. */
export function tierShares({ tiers }: Pick<Standing, 'tiers'>, order: readonly string[]) {
  const all = tiers.reduce((sum, { count }) => sum + count, 0);
  return [...tiers]
    .sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
    .map(({ key, count }) => ({ tier: key, count, share: all === 0 ? 0 : count / all }));
}

/** Groups by year, the newest first. */
export function byYear(groups: readonly { readonly key: string; readonly count: number }[]) {
  return [...groups].sort((a, b) => (a.key < b.key ? 1 : -1));
}

function headingOfData({ language }: ViewState, { graph }: Pick<DataAnswer, 'graph'>): Heading {
  return {
    heading: say(language, 'dataTitle', { dataset: graph.dataset.name, revision: graph.revision }),
    summary: say(language, 'dataSummary', {
      nodes: graph.nodes.toLocaleString('en'),
      relationships: graph.relationships.toLocaleString('en'),
      sources: graph.dataset.sourceCount,
      licence: graph.dataset.licence ?? '',
    }),
  };
}

function dataTable({ vocabulary, language }: ViewState, data: DataAnswer): Table {
  const zh = language === 'ZH';
  const group = (title: string, groups: Standing['tiers'], words: (key: string) => string) =>
    groups.map(({ key, count }) => [title, key, words(key), count]);
  const [tier, published] = zh ? ['来源等级', '来源发布年份'] : ['source tier', 'year of publication'];
  return {
    columns: zh ? ['项目', '编号', '名称', '数量'] : ['item', 'key', 'name', 'count'],
    rows: [
      ...rootTypes(vocabulary.model).map(({ name, root }) => {
        const counted = data[root?.list ?? ''] as { readonly totalCount: number } | undefined;
        return [zh ? '记录' : 'records', name, typeWords(vocabulary, name, language), counted?.totalCount];
      }),
      ...group(tier ?? '', data.tiers, (key) => enumWords(vocabulary, 'SourceTier', key, language)),
      ...group(published ?? '', byYear(data.published), (key) => key),
      [say(language, 'weakClaims'), '', '', data.weak.totalCount],
      ...data.conflicting.nodes.map(({ property, about, printed, value }) => [
        say(language, 'conflictingClaims'),
        `${about.id} ${property}`,
        plainName(about, language),
        printed ?? value,
      ]),
    ],
  };
}

/** The view. */
export const DATA_VIEW: View<DataAnswer> = {
  question: ({ vocabulary }) => dataQuestion(vocabulary.model),
  head: graphQuestion,
  heading: headingOfData,
  table: dataTable,
};
