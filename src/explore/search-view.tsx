/** All that goes by a name, in groups; where several go by the very name, which is meant is asked first. */

import { addressFrom } from '../views/address.ts';
import { searchQuestion } from '../views/questions.ts';
import { byType, contextOf, type Hit, homonyms } from '../views/search-hits.ts';
import { plainName } from '../views/vocabulary.ts';
import { useAnswer } from './ask.ts';
import { EntityLink, Panel, TypeTag } from './parts.tsx';
import { address, language, t, vocabulary } from './state.ts';
import { TakeAway } from './take-away.tsx';
import { Title } from './title.tsx';

/** The view. */
export function SearchView() {
  const { q = '' } = address.value.parameters;
  const state = addressFrom(address.value, 'search', address.value.parameters);
  const question = q === '' ? undefined : searchQuestion(state);
  const answer = useAnswer(question);
  return (
    <article>
      <Title
        text={q === '' ? t('检索', 'Search') : t(`“${q}”的检索结果`, `Search for “${q}”`)}
        note={
          answer.data
            ? t(`${answer.data.search.totalCount} 项`, `${answer.data.search.totalCount} results`)
            : ''
        }
        tools={question ? <TakeAway question={question} data={answer.data} forms={['csv', 'json']} /> : null}
      />
      <Panel answer={answer} lines={6}>
        {({ search }) => (
          <>
            <Homonyms hits={homonyms(search.nodes, q)} text={q} />
            {byType(search.nodes).map(([type, hits]) => (
              <section key={type}>
                <h2>
                  <TypeTag type={type} /> <span class="count">{hits.length}</span>
                </h2>
                <ul class="plain">
                  {hits.map((hit) => (
                    <HitLine key={hit.entity.id} hit={hit} />
                  ))}
                </ul>
              </section>
            ))}
            {search.nodes.length === 0 ? (
              <p class="empty">
                {t(
                  '没有这个名称、别名或文号。可以只写其中几个字、拼音或首字母。',
                  'No name, alias or number like this. Part of a name, pinyin or initials will do.',
                )}
              </p>
            ) : null}
          </>
        )}
      </Panel>
    </article>
  );
}

function Homonyms({ hits, text }: { readonly hits: readonly Hit[]; readonly text: string }) {
  if (hits.length === 0) return null;
  return (
    <section class="asked-back">
      <h2>{t(`“${text}”可以指：`, `“${text}” may mean:`)}</h2>
      <ul class="choices">
        {hits.map((hit) => (
          <li key={hit.entity.id}>
            <EntityLink entity={hit.entity} />
            <TypeTag type={hit.entity.__typename} />
            <span class="context">{contextOf(vocabulary, hit, language.value)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function HitLine({ hit }: { readonly hit: Hit }) {
  const isMatchedElsewhere = hit.matched !== plainName(hit.entity, language.value);
  return (
    <li>
      <EntityLink entity={hit.entity} />
      {isMatchedElsewhere ? <span class="matched">{hit.matched}</span> : null}
      <span class="context">{contextOf(vocabulary, hit, language.value)}</span>
    </li>
  );
}
