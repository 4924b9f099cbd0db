/** The first page as a view: what the graph holds, and its newest policies. */

import type { Language } from '../model/language.ts';
import type { AnswerTo } from './operation.ts';
import { homeQuestion } from './questions.ts';
import type { View } from './view-state.ts';
import { plainName } from './vocabulary.ts';

/** What the first page is answered with. */
export type HomeData = AnswerTo<typeof homeQuestion>;

/** The view. */
export const HOME_VIEW: View<HomeData> = {
  question: ({ address, language }) => homeQuestion(address, language),
  heading: ({ language }, data) => ({
    heading: data.graph.dataset.name,
    summary: summaryOf(data, language),
  }),
  table: ({ language }, { newest }) => ({
    columns:
      language === 'ZH'
        ? ['编号', '政策', '文号', '印发日期', '有效期至']
        : ['id', 'policy', 'number', 'issued', 'expires'],
    rows: newest.nodes.map((policy) => [
      policy.id,
      plainName(policy, language),
      policy.number,
      policy.issuedOn,
      policy.expiresOn,
    ]),
  }),
};

function summaryOf({ newest, graph }: HomeData, language: Language): string {
  const { sourceCount } = graph.dataset;
  return language === 'ZH'
    ? `${newest.totalCount} 项现行有效的政策，${sourceCount} 个来源；每条事实都注明出处。`
    : `${newest.totalCount} policies in force from ${sourceCount} sources; every fact says where it is stated.`;
}
