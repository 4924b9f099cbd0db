/** What goes by a name, as a view. */

import { say } from './messages.ts';
import type { AnswerTo } from './operation.ts';
import { searchQuestion } from './questions.ts';
import type { View } from './view-state.ts';
import { plainName, typeWords } from './vocabulary.ts';

/** The view. */
export const SEARCH_VIEW: View<AnswerTo<typeof searchQuestion>> = {
  question: ({ address }) => searchQuestion(address),
  heading: ({ address, language }, { search, graph }) => {
    const { q = '' } = address.parameters;
    const heading =
      q === ''
        ? say(language, 'search')
        : say(language, 'searchTitle', { text: q, count: search.totalCount });
    return { heading, summary: graph.dataset.name };
  },
  table: ({ vocabulary, language }, { search }) => ({
    columns: language === 'ZH' ? ['编号', '名称', '类型', '匹配文本'] : ['id', 'name', 'type', 'matched'],
    rows: search.nodes.map(({ entity, matched }) => [
      entity.id,
      plainName(entity, language),
      typeWords(vocabulary, entity.__typename, language),
      matched,
    ]),
  }),
};
