/** The answers of `support` as a view: its heading, its table, its counts. */

import { dateWords } from '../model/words/date-words.ts';
import { askedName } from './asked-names.ts';
import { say } from './messages.ts';
import type { AnswerTo } from './operation.ts';
import { supportQuestion } from './questions.ts';
import type { Table } from './table.ts';
import type { Heading, View, ViewState } from './view-state.ts';
import { plainName } from './vocabulary.ts';

/** What {@link supportQuestion} is answered with. */
export type SupportData = AnswerTo<typeof supportQuestion>;
/** One answer: a policy, a cluster, a place. */
export type SupportAnswer = SupportData['support']['nodes'][number];

/** How many different policies, clusters and places there are among answers. */
export function countsOf(answers: readonly SupportAnswer[]) {
  const count = (idOf: (answer: SupportAnswer) => string) => new Set(answers.map(idOf)).size;
  return {
    policies: count(({ policy }) => policy.id),
    clusters: count(({ cluster }) => cluster.id),
    places: count(({ place }) => place.id),
  };
}

/** What the view is called: the answer where there is one. */
function supportHeading({ address, language }: ViewState, data: SupportData): Heading {
  const { nodes, totalCount } = data.support;
  const { industry, place, validOn = data.graph.today } = address.parameters;
  const counts = countsOf(nodes);
  const heading =
    totalCount === 0
      ? say(language, 'supportNone')
      : say(language, 'supportTitle', {
          ...counts,
          industry: askedName(data.asked, industry, language) ?? industry ?? say(language, 'any'),
          place: askedName(data.asked, place, language) ?? place ?? say(language, 'anywhere'),
          day: dateWords(validOn, language),
        });
  return { heading, summary: say(language, 'supportCounts', { ...counts, total: totalCount }) };
}

/** The answers as a table. */
function supportTable({ language }: ViewState, { support }: SupportData): Table {
  const zh = language === 'ZH';
  return {
    columns: zh
      ? [
          '政策编号',
          '政策',
          '文号',
          '印发日期',
          '有效期至',
          '集群编号',
          '集群',
          '区域编号',
          '区域',
          '范围',
          '表述性质',
        ]
      : [
          'policy id',
          'policy',
          'number',
          'issued',
          'expires',
          'cluster id',
          'cluster',
          'place id',
          'place',
          'scope',
          'modality',
        ],
    rows: support.nodes.map(({ policy, cluster, place, scope, modality }) => [
      policy.id,
      plainName(policy, language),
      policy.number,
      policy.issuedOn,
      policy.expiresOn,
      cluster.id,
      plainName(cluster, language),
      place.id,
      plainName(place, language),
      scope,
      modality,
    ]),
  };
}

/** The view. */
export const SUPPORT_VIEW: View<SupportData> = {
  question: ({ address }) => supportQuestion(address),
  heading: supportHeading,
  table: supportTable,
};
