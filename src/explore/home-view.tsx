/** The first page: the main question in one sentence, what else can be asked, what is new, what ends, and what the graph holds. */

import { dateWords } from '../model/words/date-words.ts';
import { addressFrom } from '../views/address.ts';
import { FIRST_LOAD } from '../views/changes.ts';
import type { HomeData } from '../views/home.ts';
import { homeQuestion, supportQuestion } from '../views/questions.ts';
import { countsOf } from '../views/support-view.ts';
import { useAnswer } from './ask.ts';
import { Holdings } from './holdings.tsx';
import { MoreQuestions } from './more-questions.tsx';
import { EntityLink, Panel, word } from './parts.tsx';
import { Sentence } from './sentence.tsx';
import { address, change, language, pathTo, t } from './state.ts';
import { TakeAway } from './take-away.tsx';
import { Title } from './title.tsx';

/** The view. */
export function HomeView() {
  const question = homeQuestion(address.value, language.value);
  const answer = useAnswer(question);
  const { data } = answer;
  return (
    <article class="home">
      <Title
        text={data?.graph.dataset.name ?? ''}
        note={t(
          '产业、企业、区域与政策的知识图谱；每条事实都注明出处。',
          'Industries, firms, places and the policies that support them; every fact says where it is stated.',
        )}
        tools={<TakeAway question={question} data={data} forms={['csv', 'json']} />}
      />
      <Flagship
        industry={data?.liveliest.nodes[0]?.id}
        place={data?.widest.nodes[0]?.id}
        today={data?.graph.today ?? ''}
      />
      <MoreQuestions industry={data?.liveliest.nodes[0]} place={data?.widest.nodes[0]} />
      <div class="columns">
        <section aria-labelledby="newest">
          <h2 id="newest">{t('最新政策', 'Newest policies')}</h2>
          <Panel answer={answer} lines={6}>
            {({ newest }) => (
              <ul class="plain">
                {newest.nodes.map((policy) => (
                  <li key={policy.id}>
                    <EntityLink entity={policy} />
                    <span class="context">
                      {[
                        policy.issuedOn ? dateWords(policy.issuedOn, language.value) : '',
                        policy.issuers.nodes
                          .map((each) => (language.value === 'EN' ? (each.nameEn ?? each.name) : each.name))
                          .join('、'),
                        policy.number ?? '',
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
        </section>
        <div class="stack">
          <section aria-labelledby="ending">
            <h2 id="ending">{t('一年内到期或截止', 'Ending within a year')}</h2>
            <Panel answer={answer} lines={6}>
              {(data) => <Ending ending={data.ending} />}
            </Panel>
          </section>
          <section aria-labelledby="changes">
            <h2 id="changes">{t('最近更正与新增', 'Latest changes')}</h2>
            <Panel answer={answer} lines={3}>
              {(data) => <Latest data={data} />}
            </Panel>
          </section>
        </div>
        <Holdings />
      </div>
    </article>
  );
}

/** The question, with its answer counted below; its words begin with what has most clusters. */
function Flagship({
  industry,
  place,
  today,
}: {
  readonly industry: string | undefined;
  readonly place: string | undefined;
  readonly today: string;
}) {
  const { parameters } = address.value;
  // An address without a word means the example; "all" is written as *.
  const words = {
    industry: wordIn(parameters.industry, industry),
    place: wordIn(parameters.place, place),
  };
  const asked = addressFrom(address.value, 'support', { industry: words.industry, place: words.place });
  const isReady = industry !== undefined;
  const answer = useAnswer(isReady ? supportQuestion(asked) : undefined);
  const day = parameters.validOn ?? today;
  return (
    <section class="flagship">
      <Sentence
        words={words}
        day={day}
        onChange={(changed) =>
          change({ industry: changed.industry || '*', place: changed.place || '*' }, true)
        }
      />
      <Panel answer={answer} lines={1}>
        {({ support }) => {
          const counts = countsOf(support.nodes);
          return (
            <p class="answer" aria-live="polite">
              {support.totalCount === 0 ? (
                t('没有记录在案的政策。', 'No policy on record.')
              ) : (
                <>
                  <Figure value={counts.policies} word={t('项政策', 'policies')} />
                  <Figure value={counts.clusters} word={t('个集群', 'clusters')} />
                  <Figure value={counts.places} word={t('个区域', 'places')} />
                </>
              )}
              <a class="button" href={pathTo('support', { industry: words.industry, place: words.place })}>
                {t('看答案和依据', 'See answers and proof')}
              </a>
              <a
                class="button quiet"
                href={pathTo('matrix', { industry: words.industry, place: words.place })}
              >
                {t('看覆盖矩阵', 'See the matrix')}
              </a>
            </p>
          );
        }}
      </Panel>
    </section>
  );
}

/** What ends next, with a way to all of it. */
function Ending({ ending }: { readonly ending: HomeData['ending'] }) {
  if (ending.totalCount === 0) return <p>{t('没有在册的到期日。', 'No end on record.')}</p>;
  return (
    <>
      <ul class="plain">
        {ending.nodes.map(({ endsOn, cause, policy, measure }) => (
          <li key={`${(measure ?? policy).id} ${endsOn}`}>
            <EntityLink entity={measure ?? policy} />
            <span class="context">
              {dateWords(endsOn, language.value)} · {word('EndCause', cause)}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={pathTo('changes')}>
          {t('全部到期、截止和目标期限，可加入日历', 'All ends and due targets, for your calendar')}
        </a>
      </p>
    </>
  );
}

/** What curators changed last; what the first load brought is no news. */
function Latest({ data: { changes, graph } }: { readonly data: HomeData }) {
  const applied = graph.appliedAt ? dateWords(graph.appliedAt.slice(0, 10), language.value) : '';
  return (
    <>
      <p class="context">
        {t('版本', 'Revision')} {graph.revision}
        {applied ? ` · ${applied}` : ''}
      </p>
      {graph.revision <= FIRST_LOAD ? (
        <p>
          {t(
            '这是首次载入的全部内容；之后的新增和更正会列在这里。',
            'All of it came with the first load; what is added or corrected later is listed here.',
          )}
        </p>
      ) : (
        <>
          <ul class="plain">
            {changes.nodes.map(({ id, sentence, about }) => (
              <li key={id}>{about ? <a href={pathTo('id', {}, about.id)}>{sentence}</a> : sentence}</li>
            ))}
          </ul>
          <p>
            <a href={pathTo('changes')}>{t('全部变更', 'All changes')}</a>
          </p>
        </>
      )}
    </>
  );
}

function Figure({ value, word }: { readonly value: number; readonly word: string }) {
  return (
    <span class="figure">
      <b>{value}</b> {word}
    </span>
  );
}

function wordIn(written: string | undefined, example: string | undefined): string {
  return written === '*' ? '' : (written ?? example ?? '');
}
