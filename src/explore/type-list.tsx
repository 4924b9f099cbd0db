/** The records of a type by name, a page at a time. */

import type { NodeTypeModel } from '../model/model.ts';
import { typeListHeading, typeListQuestion } from '../views/type-list.ts';
import { typeWords } from '../views/vocabulary.ts';
import { useAnswer } from './ask.ts';
import { EntityLink, Panel } from './parts.tsx';
import { address, language, pathWith, servedHeading, t, viewState, vocabulary } from './state.ts';
import { TakeAway } from './take-away.tsx';
import { Title } from './title.tsx';

/** The view. */
export function TypeList({ type }: { readonly type: NodeTypeModel }) {
  const question = typeListQuestion(type, address.value);
  const answer = useAnswer(question);
  const state = viewState();
  const heading = answer.data && typeListHeading(state, type, answer.data).heading;
  return (
    <article>
      <Title
        text={heading ?? servedHeading() ?? typeWords(vocabulary, type.name, language.value)}
        note={t('按名称排列', 'By name')}
        tools={<TakeAway question={question} data={answer.data} forms={['csv', 'json']} />}
      />
      <Panel answer={answer} lines={10}>
        {({ list }) => (
          <>
            <ul class="names">
              {list.nodes.map((each) => (
                <li key={each.id}>
                  <EntityLink entity={each} />
                </li>
              ))}
            </ul>
            <p class="next-others">
              {address.value.parameters.after ? (
                <a href={pathWith({ after: undefined })}>{t('回到第一页', 'First page')}</a>
              ) : null}
              {list.pageInfo.hasNextPage ? (
                <a href={pathWith({ after: list.pageInfo.endCursor ?? undefined })}>
                  {t('下一页', 'Next page')}
                </a>
              ) : null}
            </p>
          </>
        )}
      </Panel>
    </article>
  );
}
