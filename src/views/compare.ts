/** Places side by side as a view: what they share, what only one has, and figures of the same definition. */

import type { ResultOf } from 'gql.tada';
import { lastDay, periodDays } from '../model/day.ts';
import type { Language } from '../model/language.ts';
import { dateWords } from '../model/words/date-words.ts';
import type { Address } from './address.ts';
import { askedName } from './asked-names.ts';
import { clocksOf, isThen } from './clocks.ts';
import { amountWords } from './figure-words.ts';
import { GRAPH, NAMED } from './fragments.ts';
import { say } from './messages.ts';
import { graphql, type Question, questionOf } from './operation.ts';
import type { Table } from './table.ts';
import type { Heading, View, ViewState } from './view-state.ts';
import { enumWords, type Named, plainName, typeWords } from './vocabulary.ts';

const FIGURE = graphql(
  `fragment Figure on Observation {
    id period value printed bound modality
    indicator { ...Named unit basis quantity }
    industry { ...Named }
    evidence { locator checkedBy checkedOn source { id name nameEn tier url publisher publishedOn retrievedOn } }
  }`,
  [NAMED],
);

const COMPARE = graphql(
  `query Compare($places: [ID!]!, $validOn: Date, $asOf: Int, $includePlanned: Boolean, $isThen: Boolean!) {
    graph { ...Graph }
    asked: nodes(ids: $places, validOn: $validOn, asOf: $asOf) { ... on Entity { ...Named } }
    compare(places: $places, validOn: $validOn, asOf: $asOf, includePlanned: $includePlanned) {
      common { ...Named }
      places {
        place { ...Named }
        firmCount plannedFirmCount policyCount clusterCount
        industries { industry { ...Named } firmCount }
        latest @skip(if: $isThen) { ...Figure }
        only { ...Named }
      }
    }
    earlier: observations(
      where: { place: { some: { id: { in: $places } } } }, orderBy: [{ period: DESC }], first: 200, validOn: $validOn
    ) @skip(if: $isThen) { nodes { ...Figure place { id } } }
  }`,
  [GRAPH, NAMED, FIGURE],
);

const NAMES = graphql(
  `query Places($places: [ID!]!, $validOn: Date, $asOf: Int) {
    graph { ...Graph }
    asked: nodes(ids: $places, validOn: $validOn, asOf: $asOf) { ... on Entity { ...Named } }
  }`,
  [GRAPH, NAMED],
);

/** The fewest places that can be compared, and the most. */
export const FEWEST = 2;
/** @see FEWEST */
export const MOST = 8;

/** The ids of the places that an address names, each once. */
export function placesIn({ places = '' }: Address['parameters']): readonly string[] {
  return [...new Set(places.split(',').filter((id) => id !== ''))];
}

/** What {@link compareQuestion} is answered with: of fewer than two places, their names alone. */
export type CompareData = ResultOf<typeof NAMES> & Partial<ResultOf<typeof COMPARE>>;

/** The places of an address side by side. */
export function compareQuestion({ parameters }: Address): Question<CompareData> {
  const places = [...placesIn(parameters)];
  const clocks = clocksOf(parameters);
  return places.length < FEWEST
    ? questionOf(NAMES, { places, ...clocks })
    : questionOf(COMPARE, {
        places,
        ...clocks,
        isThen: isThen(parameters),
        includePlanned: parameters.planned === 'yes',
      });
}

/** The comparison itself. */
export type Comparison = NonNullable<CompareData['compare']>;
/** A figure of one place. */
export type Figure = NonNullable<Comparison['places'][number]['latest']>[number];

/** A figure of any period, with the place it is of. */
type EarlierFigure = NonNullable<CompareData['earlier']>['nodes'][number];

/** Figures of one indicator and one industry, place by place. */
export interface FigureRow {
  readonly key: string;
  readonly indicator: Figure['indicator'];
  readonly industry: Named | undefined;
  /** In the order of the places; undefined where a place has none on record. */
  readonly figures: readonly (Figure | undefined)[];
  /** Whether they may be held against each other. */
  readonly comparable: 'SAME' | 'OTHER_PERIODS' | 'ALONE';
  /** Whether they are of the newest period that places share, rather than the newest of each place. */
  readonly isShared: boolean;
  /** Other rows that go by the same word under another definition. */
  readonly confusable: readonly string[];
}

/**
 * All figures in rows of one definition each, those that can be compared first. Where the newest of each place are of
 * different periods, there is a row of the newest period that most of these places share, too.
 * @param earlier the newest figures of all places, of any period
 */
export function figureRows(
  { places }: Comparison,
  language: Language,
  earlier: readonly EarlierFigure[] = [],
): readonly FigureRow[] {
  const found = new Map<string, Figure[]>();
  for (const { latest = [] } of places)
    for (const figure of latest) found.set(keyOf(figure), [...(found.get(keyOf(figure)) ?? []), figure]);
  const rows = [...found].map(([key, all]): Omit<FigureRow, 'confusable'> & { readonly word: string } => {
    const [first] = all as [Figure];
    return {
      key,
      indicator: first.indicator,
      industry: first.industry ?? undefined,
      figures: places.map(({ latest = [] }) => latest.find((each) => keyOf(each) === key)),
      comparable:
        all.length < FEWEST
          ? 'ALONE'
          : new Set(all.map(({ period }) => period)).size > 1
            ? 'OTHER_PERIODS'
            : 'SAME',
      isShared: false,
      word: `${first.indicator.quantity ?? key} ${first.industry?.id ?? ''}`,
    };
  });
  const rank = { SAME: 0, OTHER_PERIODS: 1, ALONE: 2 };
  const shared = rows.flatMap((row): typeof rows => {
    if (row.comparable !== 'OTHER_PERIODS') return [];
    const own = earlier.filter((figure) => keyOf(figure) === row.key);
    const figures = newestShared(own, places);
    return figures ? [{ ...row, key: `${row.key} shared`, figures, comparable: 'SAME', isShared: true }] : [];
  });
  return [...rows, ...shared]
    .map(({ word, ...row }) => ({
      ...row,
      confusable: rows
        .filter((other) => other.word === word && other.indicator.id !== row.indicator.id)
        .map(({ indicator }) => plainName(indicator, language)),
    }))
    .sort((a, b) => rank[a.comparable] - rank[b.comparable] || (a.key < b.key ? -1 : 1));
}

/** The figures of all places whose period has ended by the day of an address. */
export function endedFigures(
  { earlier, graph }: CompareData,
  { parameters }: Address,
): readonly EarlierFigure[] {
  const day = lastDay(parameters.validOn ?? graph.today) ?? 0;
  return (earlier?.nodes ?? []).filter(({ period }) => (periodDays(period)?.toDay ?? day) <= day);
}

/** The figures of the newest of those periods that most places have one figure of; undefined where no two do. */
function newestShared(
  figures: readonly EarlierFigure[],
  places: Comparison['places'],
): readonly (Figure | undefined)[] | undefined {
  const periods = [...new Set(figures.map(({ period }) => period))].map((period) => {
    const found = places.map(({ place }) => {
      const own = figures.filter((each) => each.period === period && each.place?.id === place.id);
      // Of two figures of the same, neither is known to be the right one.
      return own.length === 1 ? own[0] : undefined;
    });
    return { found, count: found.filter(Boolean).length, end: periodDays(period)?.toDay ?? 0 };
  });
  const [best] = periods.sort((a, b) => b.count - a.count || b.end - a.end);
  return best && best.count >= FEWEST ? best.found : undefined;
}

function keyOf({ indicator, industry }: Figure): string {
  return `${indicator.id} ${industry?.id ?? ''}`;
}

/** The length of each bar of a row between 0 and 1; none where figures may not be held against each other. */
export function barsOf({ comparable, figures }: FigureRow): readonly (number | undefined)[] {
  const values = figures.map((figure) => (figure ? Number(figure.value) : undefined));
  const known = values.filter((value) => value !== undefined);
  const most = Math.max(...known);
  if (comparable !== 'SAME' || known.some((value) => value < 0) || most === 0)
    return values.map(() => undefined);
  return values.map((value) => (value === undefined ? undefined : value / most));
}

/** A figure in words: as it is printed, or in English with its unit. */
export function figureWords({ value, printed, indicator }: Figure, language: Language): string {
  return language === 'ZH' ? printed : amountWords(value, indicator.unit, language);
}

/** What hedges a figure, in words. */
export function figureHedges({ vocabulary, language }: ViewState, { bound, modality, printed }: Figure) {
  const words = [
    ...(bound === 'EXACT' ? [] : [enumWords(vocabulary, 'Bound', bound, language)]),
    ...(modality === 'STATED' ? [] : [enumWords(vocabulary, 'Modality', modality, language)]),
  ];
  return language === 'ZH' ? words.filter((each) => !printed.includes(each)) : words;
}

/** Industries by place: how many firms of each; a place that only has clusters of one has 0, one without it undefined. */
export function industryRows({ places }: Comparison) {
  const all = new Map(
    places.flatMap(({ industries }) => industries.map(({ industry }) => [industry.id, industry])),
  );
  const rows = [...all.values()].map((industry) => ({
    industry,
    counts: places.map(
      ({ industries }) => industries.find((each) => each.industry.id === industry.id)?.firmCount,
    ),
  }));
  const weight = ({ counts }: (typeof rows)[number]) =>
    100 * counts.filter((count) => count !== undefined).length +
    Math.max(...counts.map((count) => count ?? 0));
  return rows.sort((a, b) => weight(b) - weight(a));
}

function headingOfCompare({ address, language }: ViewState, data: CompareData): Heading {
  const { asked, compare } = data;
  const names = placesIn(address.parameters).flatMap((id) => askedName(asked, id, language) ?? []);
  if (!compare) return { heading: say(language, 'compare'), summary: say(language, 'compareFew') };
  const rows = figureRows(compare, language, endedFigures(data, address));
  return {
    heading: say(language, 'compareTitle', {
      places: names.join(language === 'ZH' ? '、' : ', '),
      common: compare.common.length,
    }),
    summary: say(language, 'compareSummary', {
      figures: rows.filter(({ comparable }) => comparable === 'SAME').length,
      periods: rows.filter(({ comparable }) => comparable === 'OTHER_PERIODS').length,
    }),
  };
}

function compareTable(state: ViewState, { compare }: CompareData): Table {
  const { vocabulary, language } = state;
  const zh = language === 'ZH';
  const columns = zh
    ? '项目|编号|内容|口径|区域编号|区域|数值|原文|时期|限定|来源|位置|网址'.split('|')
    : 'item|id|what|definition|place id|place|value|printed|period|hedges|source|locator|address'.split('|');
  if (!compare) return { columns, rows: [] };
  const shared = compare.common.map((each) => [
    say(language, 'common'),
    each.id,
    plainName(each, language),
    typeWords(vocabulary, each.__typename, language),
  ]);
  const own = compare.places.flatMap(({ place, latest = [], industries, only, ...counts }) => {
    const at = [place.id, plainName(place, language)];
    return [
      ...(['firmCount', 'plannedFirmCount', 'policyCount', 'clusterCount'] as const).map((name) => [
        say(language, name),
        '',
        '',
        '',
        ...at,
        counts[name],
      ]),
      ...latest.map((figure) => {
        const [evidence] = figure.evidence;
        return [
          say(language, 'figure'),
          figure.indicator.id,
          [plainName(figure.indicator, language), figure.industry && plainName(figure.industry, language)]
            .filter(Boolean)
            .join(' · '),
          figure.indicator.basis,
          ...at,
          `${figure.value} ${figure.indicator.unit}`,
          figure.printed,
          dateWords(figure.period, language),
          figureHedges(state, figure).join(' '),
          evidence && plainName(evidence.source, language),
          evidence?.locator,
          evidence?.source.url,
        ];
      }),
      ...industries.map(({ industry, firmCount }) => [
        say(language, 'industryFirms'),
        industry.id,
        plainName(industry, language),
        '',
        ...at,
        firmCount,
      ]),
      ...only.map((each) => [
        say(language, 'only'),
        each.id,
        plainName(each, language),
        typeWords(vocabulary, each.__typename, language),
        ...at,
      ]),
    ];
  });
  return { columns, rows: [...shared, ...own] };
}

/** The view. */
export const COMPARE_VIEW: View<CompareData> = {
  question: ({ address }) => compareQuestion(address),
  heading: headingOfCompare,
  table: compareTable,
};
