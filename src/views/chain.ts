/** A chain as a view: its segments by stage, who is there, where the gaps are, and who fills them elsewhere. */

import type { Language } from '../model/language.ts';
import type { Address } from './address.ts';
import { askedName } from './asked-names.ts';
import { clocksOf, isThen } from './clocks.ts';
import { GRAPH, NAMED } from './fragments.ts';
import { say } from './messages.ts';
import { type AnswerTo, graphql, questionOf } from './operation.ts';
import type { Table } from './table.ts';
import type { Heading, View, ViewState } from './view-state.ts';
import { enumWords, type Named, plainName } from './vocabulary.ts';

const CHAIN = graphql(
  `query Chain(
    $industry: ID!, $place: ID, $validOn: Date, $asOf: Int, $includePlanned: Boolean, $isAsked: Boolean!, $isThen: Boolean!
    $asked: [ID!]!
  ) {
    graph { ...Graph }
    asked: nodes(ids: $asked, validOn: $validOn, asOf: $asOf) {
      ... on Entity { ...Named }
      ... on Industry @skip(if: $isThen) { broader(first: 5) { nodes { ...Named } } }
    }
    whole: industries(
      first: 60, where: { narrower: { some: { chainStage: { isNull: false } } } }
      orderBy: [{ narrower: { count: DESC } }], validOn: $validOn
    ) { nodes { ...Named segments: narrower(first: 1, where: { chainStage: { isNull: false } }) { totalCount } } }
    chain(industry: $industry, place: $place, validOn: $validOn, asOf: $asOf, includePlanned: $includePlanned)
      @include(if: $isAsked) {
      segments {
        industry { ...Named }
        stage state firmCount plannedFirmCount lookedOn
        firms(first: 12) { ...Named }
        elsewhere(first: 12) { ...Named places(first: 2) @skip(if: $isThen) { nodes { ...Named } } }
        policies(first: 5) { ...Named }
        evidence { ...Cited }
      }
      links { from to evidence { ...Cited } }
    }
  }
  fragment Cited on Evidence { locator checkedBy checkedOn source { id name nameEn tier url publisher publishedOn retrievedOn } }`,
  [GRAPH, NAMED],
);

/** The chain that an address asks for, and the industries that have one; without an industry those alone. */
export function chainQuestion({ parameters }: Address) {
  const { industry, place, planned } = parameters;
  return questionOf(CHAIN, {
    industry: industry ?? '',
    isAsked: industry !== undefined,
    asked: [industry, place].filter((id) => id !== undefined),
    ...(place ? { place } : {}),
    ...clocksOf(parameters),
    isThen: isThen(parameters),
    includePlanned: planned === 'yes',
  });
}

/** What {@link chainQuestion} is answered with. */
export type ChainData = AnswerTo<typeof chainQuestion>;
/** One segment. */
export type Segment = NonNullable<ChainData['chain']>['segments'][number];

/** A sign for each state, so that none is known by its colour alone. */
export const SEGMENT_SIGNS: Readonly<Record<string, string>> = {
  SEVERAL: '●●',
  SINGLE: '●',
  KNOWN_NONE: '无',
  NOT_RESEARCHED: '?',
};
/** The order of a chain. */
export const STAGES = ['UPSTREAM', 'MIDSTREAM', 'DOWNSTREAM', 'SERVICE'] as const;

/** How many segments are in each state. */
function gapsOf(segments: readonly Segment[]) {
  const count = (wanted: string) => segments.filter(({ state }) => state === wanted).length;
  return {
    single: count('SINGLE'),
    none: count('KNOWN_NONE'),
    unknown: count('NOT_RESEARCHED'),
    filled: segments.filter(({ firmCount, elsewhere }) => firmCount === 0 && elsewhere.length > 0).length,
  };
}

/** Whether a segment is a gap, or hangs by one firm. */
export function isGap({ state }: Segment): boolean {
  return state !== 'SEVERAL';
}

/** The broader industries of the one asked about that have a chain, else all that have one: the nearest questions. */
export function nearestChains({ asked, whole }: ChainData): readonly Named[] {
  const broader = new Set(
    asked.flatMap((each) => (each && 'broader' in each ? each.broader.nodes.map(({ id }) => id) : [])),
  );
  const near = whole.nodes.filter(({ id }) => broader.has(id));
  return near.length > 0 ? near : whole.nodes;
}

/** A segment in one sentence: what is known of it. */
export function segmentSentence({ vocabulary, language }: ViewState, segment: Segment): string {
  const { industry, state, firmCount, plannedFirmCount } = segment;
  const name = plainName(industry, language);
  const words = enumWords(vocabulary, 'SegmentState', state, language);
  const firms = firmCount > 1 ? say(language, 'firmsThere', { count: firmCount }) : words;
  const planned = plannedFirmCount > 0 ? say(language, 'plannedThere', { count: plannedFirmCount }) : '';
  return `${name}${language === 'ZH' ? '：' : ': '}${[firms, planned].filter(Boolean).join(language === 'ZH' ? '，' : ', ')}`;
}

function headingOfChain({ address, language }: ViewState, data: ChainData): Heading {
  const { industry, place } = address.parameters;
  const name = askedName(data.asked, industry, language);
  if (!data.chain || !name) {
    return {
      heading: say(language, 'chain'),
      summary: say(language, 'chainChoices', { count: data.whole.nodes.length }),
    };
  }
  const { segments, links } = data.chain;
  const where = placeWords(askedName(data.asked, place, language), language);
  const gaps = gapsOf(segments);
  return {
    heading: say(language, segments.length === 0 ? 'chainEmpty' : 'chainTitle', {
      industry: name,
      where,
      segments: segments.length,
      ...gaps,
      open: gaps.none + gaps.unknown,
    }),
    summary: say(language, 'chainSummary', { ...gaps, links: links.length }),
  };
}

function placeWords(place: string | undefined, language: Language): string {
  if (place === undefined) return '';
  return language === 'ZH' ? `（${place}）` : ` in ${place}`;
}

function chainTable({ vocabulary, language }: ViewState, { chain, whole }: ChainData): Table {
  const zh = language === 'ZH';
  if (!chain) {
    return {
      columns: zh ? ['编号', '产业', '环节数'] : ['id', 'industry', 'segments'],
      rows: whole.nodes.map((each) => [each.id, plainName(each, language), each.segments.totalCount]),
    };
  }
  const names = (all: readonly Named[]) => all.map((each) => plainName(each, language)).join('; ');
  return {
    columns: zh
      ? ['环节编号', '环节', '位置', '状态', '企业数', '计划中', '企业', '别处的企业', '供给', '查证日期']
      : [
          'segment id',
          'segment',
          'stage',
          'state',
          'firms',
          'planned',
          'firm names',
          'elsewhere',
          'supplies',
          'looked on',
        ],
    rows: chain.segments.map((segment) => [
      segment.industry.id,
      plainName(segment.industry, language),
      segment.stage && enumWords(vocabulary, 'ChainStage', segment.stage, language),
      enumWords(vocabulary, 'SegmentState', segment.state, language),
      segment.firmCount,
      segment.plannedFirmCount,
      names(segment.firms),
      names(segment.elsewhere),
      chain.links
        .filter(({ from }) => from === segment.industry.id)
        .map(({ to }) => to)
        .join('; '),
      segment.lookedOn,
    ]),
  };
}

/** The view. */
export const CHAIN_VIEW: View<ChainData> = {
  question: ({ address }) => chainQuestion(address),
  heading: headingOfChain,
  table: chainTable,
};
