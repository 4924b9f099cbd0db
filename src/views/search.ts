/** What goes by a name, as a view; without a name, all records of a type. */

import { say } from './messages.ts';
import type { AnswerTo, Question } from './operation.ts';
import { searchQuestion } from './questions.ts';
import {
  listedType,
  type TypeListData,
  typeListHeading,
  typeListQuestion,
  typeListTable,
} from './type-list.ts';
import type { View } from './view-state.ts';
import { plainName, typeWords } from './vocabulary.ts';

/** The view. */
export const SEARCH_VIEW: View<AnswerTo<typeof searchQuestion> | TypeListData> = {
  question: ({ vocabulary, address }): Question<AnswerTo<typeof searchQuestion> | TypeListData> => {
    const type = listedType(vocabulary, address);
    return type ? typeListQuestion(type, address) : searchQuestion(address);
  },
  heading: (state, data) => {
    const { vocabulary, address, language } = state;
    const type = listedType(vocabulary, address);
    if ('list' in data) return type && typeListHeading(state, type, data);
    const { search, graph } = data;
    const { q = '' } = address.parameters;
    const heading =
      q === ''
        ? say(language, 'search')
        : say(language, 'searchTitle', { text: q, count: search.totalCount });
    return { heading, summary: graph.dataset.name };
  },
  table: (state, data) => {
    if ('list' in data) return typeListTable(state, data);
    const { vocabulary, language } = state;
    return {
      columns: language === 'ZH' ? ['编号', '名称', '类型', '匹配文本'] : ['id', 'name', 'type', 'matched'],
      rows: data.search.nodes.map(({ entity, matched }) => [
        entity.id,
        plainName(entity, language),
        typeWords(vocabulary, entity.__typename, language),
        matched,
      ]),
    };
  },
};
