/** What a firm can apply for, as a view: what it can have, what is missing to know, and what it misses by how much. */

import { type CalendarEntry, renderCalendar } from './calendar.ts';
import { firmCountsQuestion, firmQuestion } from './firm-questions.ts';
import { say } from './messages.ts';
import type { AnswerTo, Question } from './operation.ts';
import { graphQuestion } from './questions.ts';
import type { Table } from './table.ts';
import type { View, ViewState } from './view-state.ts';
import { enumWords, plainName } from './vocabulary.ts';

/** What {@link firmQuestion} is answered with. */
type WholeAnswer = AnswerTo<typeof firmQuestion>;
/** What the view is answered with; without an applicant, which graph answers alone. */
export type FirmData = Pick<WholeAnswer, 'graph'> & Partial<WholeAnswer>;
/** What is said of one measure, or of a policy without measures. */
export type Offer = WholeAnswer['eligibility']['nodes'][number];
/** What is said of one of its criteria. */
export type CriterionVerdict = Offer['verdicts'][number];
/** The unknowns of the whole answer, what decides most first. */
export type NextQuestion = WholeAnswer['eligibility']['nextQuestions'][number];

/** The answers in the three lists that a firm acts on, and those of other industries and places. */
export interface OfferLists {
  /** It meets all that can be checked. */
  readonly can: readonly Offer[];
  /** Policies for its industry and place without a measure on record: there is nothing in them to apply for. */
  readonly applies: readonly Offer[];
  /** Facts about the firm are missing. */
  readonly open: readonly Offer[];
  /** Undecided, and no fact about the firm would decide it: the policy does not say for what or where it is. */
  readonly unsaid: readonly Offer[];
  /** It misses something beside industry and place; the nearest miss first. */
  readonly missed: readonly Offer[];
  /** It is for other industries or other places. */
  readonly elsewhere: readonly Offer[];
}

/** The view: of a firm on record, where the address names one. Profiles are asked by the page alone. */
export const FIRM_VIEW: View<FirmData> = {
  question: ({ address, language }) =>
    (address.parameters.firm
      ? firmQuestion(address, address.parameters.firm, language)
      : graphQuestion()) as Question<FirmData>,
  head: ({ address }) =>
    address.parameters.firm ? firmCountsQuestion(address, address.parameters.firm) : graphQuestion(),
  heading: (state, data) => firmHeading(state, data),
  table: firmTable,
  calendar: (state, data, origin) =>
    renderCalendar({
      name: firmHeading(state, data).heading,
      changedAt: data.graph.appliedAt ?? `${data.graph.today}T00:00:00Z`,
      entries: windowEntries(state, data, origin),
    }),
};

/** What the view is called: how many of each there are. */
export function firmHeading({ address, language }: ViewState, data: FirmData) {
  const { eligibility, asked } = data;
  if (!eligibility) return { heading: say(language, 'firmTitle'), summary: say(language, 'firmSummary') };
  const named = asked?.find((each) => each && 'name' in each && each.id === address.parameters.firm);
  const lists = sortOffers(eligibility.nodes);
  const counts = { can: lists.can.length, open: lists.open.length, total: eligibility.totalCount };
  const heading =
    named && 'name' in named
      ? say(language, 'firmAnswer', { ...counts, firm: plainName(named, language) })
      : say(language, 'profileAnswer', counts);
  return { heading, summary: say(language, 'firmCounts', counts) };
}

/** Sorts answers into lists; each keeps the order of the answer, but for near misses. */
export function sortOffers(offers: readonly Offer[]): OfferLists {
  const of = (...overall: readonly string[]) => offers.filter((each) => overall.includes(each.overall));
  const missed = of('NOT_MET');
  const met = of('MET', 'NOT_CHECKABLE');
  return {
    can: met.filter(({ measure }) => measure !== null),
    applies: met.filter(({ measure }) => measure === null),
    open: of('UNKNOWN').filter((each) => !isUnsaid(each)),
    unsaid: of('UNKNOWN').filter(isUnsaid),
    missed: missed
      .filter((each) => !isElsewhere(each))
      .map((each) => ({ each, by: missOf(each) }))
      .sort((a, b) => a.by.count - b.by.count || a.by.share - b.by.share)
      .map(({ each }) => each),
    elsewhere: missed.filter(isElsewhere),
  };
}

function isUnsaid({ verdicts }: Offer): boolean {
  return verdicts.every(({ missing }) => missing.length === 0);
}

/** Whether it is for other industries or places: a firm can do little about these. */
function isElsewhere({ verdicts }: Offer): boolean {
  return verdicts.some(({ criterion, verdict }) => criterion === null && verdict === 'NOT_MET');
}

/** How many criteria are missed, and by what share of the number asked the worst of them is, where all are numbers. */
function missOf({ verdicts }: Offer): { readonly count: number; readonly share: number } {
  const failed = verdicts.filter(({ verdict }) => verdict === 'NOT_MET');
  const shares = failed.map(({ conditions }) => {
    const own = conditions.filter(({ verdict }) => verdict === 'NOT_MET');
    const parts = own.map(({ distance, condition }) =>
      distance === null ? Number.POSITIVE_INFINITY : Math.abs(Number(distance) / Number(condition.values[0])),
    );
    return Math.max(...parts, 0);
  });
  return { count: failed.length, share: Math.max(...shares, 0) };
}

/** The name of what is offered: of a measure its own, with its policy beside it. */
export function offerName({ measure, policy }: Offer, language: ViewState['language']): string {
  return plainName(measure ?? policy, language);
}

/** The windows that open or close on the day of the question or later, in order. */
function windowEntries(
  { address, language, vocabulary }: ViewState,
  { eligibility, graph }: FirmData,
  origin: string,
): readonly CalendarEntry[] {
  const day = address.parameters.validOn ?? graph.today;
  const { can, open } = sortOffers(eligibility?.nodes ?? []);
  return [...can, ...open]
    .flatMap((offer) =>
      (offer.measure?.windows ?? []).flatMap(({ opensOn, closesOn }) =>
        (
          [
            ['opens', opensOn],
            ['closes', closesOn],
          ] as const
        ).flatMap(([edge, date]): readonly CalendarEntry[] => {
          if (date?.length !== 10 || date < day) return [];
          const id = offer.measure?.id ?? '';
          return [
            {
              uid: `window-${edge}-${id}-${date}@industry-graph`,
              day: date,
              summary: say(language, edge === 'opens' ? 'windowOpens' : 'windowCloses', {
                name: offerName(offer, language),
              }),
              description: [
                plainName(offer.policy, language),
                enumWords(vocabulary, 'Verdict', offer.overall, language),
              ].join('\n'),
              url: `${origin}/id/${id}`,
              category: say(language, 'window'),
            },
          ];
        }),
      ),
    )
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The answers as a table: a row for each criterion. */
export function firmTable({ vocabulary, language }: ViewState, { eligibility }: FirmData): Table {
  const columns =
    language === 'ZH'
      ? ['措施编号', '措施', '政策编号', '政策', '总体判定', '申报窗口', '条件', '判定', '理由', '缺少']
      : 'measure id|measure|policy id|policy|overall|window|criterion|verdict|because|missing'.split('|');
  const rows = (eligibility?.nodes ?? []).flatMap(({ measure, policy, overall, window, verdicts }) =>
    verdicts.map(({ sentence, verdict, because, missing }) => [
      measure?.id,
      measure && plainName(measure, language),
      policy.id,
      plainName(policy, language),
      enumWords(vocabulary, 'Verdict', overall, language),
      enumWords(vocabulary, 'WindowState', window, language),
      sentence,
      enumWords(vocabulary, 'Verdict', verdict, language),
      because,
      missing.map((each) => attributeWords(vocabulary, each, language)).join(' '),
    ]),
  );
  return { columns, rows };
}

/** What an attribute is called: those of figures are declared with the figures of firms. */
export function attributeWords(
  vocabulary: ViewState['vocabulary'],
  attribute: string,
  language: ViewState['language'],
): string {
  const own = enumWords(vocabulary, 'CriterionAttribute', attribute, language);
  return own === attribute ? enumWords(vocabulary, 'FirmAttribute', attribute, language) : own;
}

/** The unit that an attribute is counted in; undefined for what is no figure. */
export function unitOf({ model }: ViewState['vocabulary'], attribute: string): string | undefined {
  return model.nodeTypes.get('FirmFigure')?.properties.get('attribute')?.units.get(attribute);
}
