/** How two entities are connected, as a view: the shortest paths of facts, each step with its evidence. */

import type { Address } from './address.ts';
import { askedName } from './asked-names.ts';
import { clocksOf } from './clocks.ts';
import { GRAPH, NAMED, PROOF } from './fragments.ts';
import { say } from './messages.ts';
import { type AnswerTo, graphql, questionOf } from './operation.ts';
import type { Table } from './table.ts';
import type { Heading, View, ViewState } from './view-state.ts';
import { type Named, plainName } from './vocabulary.ts';

const PATHS = graphql(
  `query Paths($from: ID!, $to: ID!, $maxHops: Int, $validOn: Date, $asOf: Int, $lang: Lang, $isAsked: Boolean!, $asked: [ID!]!) {
    graph { ...Graph }
    asked: nodes(ids: $asked, validOn: $validOn, asOf: $asOf) { ... on Entity { ...Named } }
    paths(from: $from, to: $to, maxHops: $maxHops, first: 6, validOn: $validOn, asOf: $asOf) @include(if: $isAsked) {
      length browserUrl steps { ...Proof }
    }
  }`,
  [GRAPH, NAMED, PROOF],
);

/** How many steps a path has at most where the address does not say, and how many it may have. */
export const USUAL_HOPS = 4;
/** @see USUAL_HOPS */
export const MOST_HOPS = 6;

/** The paths between the two ends of an address; where one is missing, the names of what there is. */
export function pathsQuestion({ parameters }: Address, lang: 'ZH' | 'EN') {
  const { from, to, hops } = parameters;
  return questionOf(PATHS, {
    from: from ?? '',
    to: to ?? '',
    isAsked: from !== undefined && to !== undefined,
    asked: [from, to].filter((id) => id !== undefined),
    maxHops: hops === undefined ? USUAL_HOPS : Number(hops),
    ...clocksOf(parameters),
    lang,
  });
}

/** What {@link pathsQuestion} is answered with. */
export type PathsData = AnswerTo<typeof pathsQuestion>;
/** One path. */
export type Path = NonNullable<PathsData['paths']>[number];

/** The entities that a path passes, from its beginning to its end. */
export function stationsOf({ steps }: Pick<Path, 'steps'>, start: string): readonly Named[] {
  const stations: Named[] = [];
  let at = start;
  for (const { from, to } of steps) {
    const [here, next] = from.id === at ? [from, to] : [to, from];
    if (stations.length === 0) stations.push(here);
    stations.push(next);
    at = next.id;
  }
  return stations;
}

function headingOfPaths({ address, language }: ViewState, { asked, paths }: PathsData): Heading {
  const { from, to } = address.parameters;
  const ends = [from, to].map((id) => askedName(asked, id, language) ?? id ?? '');
  if (!paths) return { heading: say(language, 'path'), summary: say(language, 'pathEnds') };
  const values = {
    from: ends[0] ?? '',
    to: ends[1] ?? '',
    count: paths.length,
    length: paths[0]?.length ?? 0,
  };
  return {
    heading: say(language, paths.length === 0 ? 'pathNone' : 'pathTitle', values),
    summary: (paths[0]?.steps ?? []).map(({ sentence }) => sentence).join(language === 'ZH' ? '；' : '; '),
  };
}

function pathsTable({ language }: ViewState, { paths }: PathsData): Table {
  return {
    columns:
      language === 'ZH'
        ? ['路径', '步', '起点编号', '起点', '关系', '终点编号', '终点', '内容', '来源', '位置', '网址']
        : [
            'path',
            'step',
            'from id',
            'from',
            'relationship',
            'to id',
            'to',
            'fact',
            'source',
            'locator',
            'address',
          ],
    rows: (paths ?? []).flatMap(({ steps }, path) =>
      steps.flatMap(({ from, to, relationship, sentence, evidence }, step) => {
        const own = [
          path + 1,
          step + 1,
          from.id,
          plainName(from, language),
          relationship,
          to.id,
          plainName(to, language),
          sentence,
        ];
        const cited = evidence.map(({ source, locator }) => [
          plainName(source, language),
          locator,
          source.url,
        ]);
        return (cited.length > 0 ? cited : [['', '', '']]).map((each) => [...own, ...each]);
      }),
    ),
  };
}

/** The view. */
export const PATH_VIEW: View<PathsData> = {
  question: ({ address, language }) => pathsQuestion(address, language),
  heading: headingOfPaths,
  table: pathsTable,
};
