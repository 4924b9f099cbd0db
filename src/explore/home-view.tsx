/** The first page: the main question in one sentence, what is new, and what the graph holds. */

import { dateWords } from '../model/words/date-words.ts';
import { addressFrom } from '../views/address.ts';
import { homeQuestion, supportQuestion } from '../views/questions.ts';
import { countsOf } from '../views/support-view.ts';
import { type Named, plainName } from '../views/vocabulary.ts';
import { useAnswer } from './ask.ts';
import { Holdings } from './holdings.tsx';
import { EntityLink, Panel } from './parts.tsx';
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
        tools={<TakeAway question={question} forms={['csv', 'json']} browserUrl={data?.graph.browserUrl} />}
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
        <section aria-labelledby="changes">
          <h2 id="changes">{t('最近更正与新增', 'Latest changes')}</h2>
          <Panel answer={answer} lines={6}>
            {({ changes, graph }) => (
              <>
                <p class="context">
                  {t('版本', 'Revision')} {graph.revision}
                  {graph.appliedAt ? ` · ${dateWords(graph.appliedAt.slice(0, 10), language.value)}` : ''} ·{' '}
                  {t(`共 ${changes.totalCount} 处`, `${changes.totalCount} in all`)}
                </p>
                {graph.revision <= 1 ? (
                  <p>
                    {t(
                      '这是首次载入的全部内容；之后的新增和更正会列在这里。',
                      'All of it came with the first load; what is added or corrected later is listed here.',
                    )}
                  </p>
                ) : null}
                <ul class="plain">
                  {(graph.revision <= 1 ? [] : changes.nodes).map(({ id, sentence, about }) => (
                    <li key={id}>{about ? <a href={pathTo('id', {}, about.id)}>{sentence}</a> : sentence}</li>
                  ))}
                </ul>
              </>
            )}
          </Panel>
        </section>
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

/** What else can be asked, with an example for each. */
function MoreQuestions({
  industry,
  place,
}: {
  readonly industry: Named | undefined;
  readonly place: Named | undefined;
}) {
  if (!industry || !place) return null;
  const names = [industry, place].map((each) => plainName(each, language.value));
  const questions = [
    {
      href: pathTo('chain', { industry: industry.id, place: place.id }),
      text: t(
        `${names[0]}的产业链在${names[1]}缺什么？`,
        `What is missing in the chain of ${names[0]} in ${names[1]}?`,
      ),
      note: t('按上中下游看企业和缺口', 'firms and gaps by stage'),
    },
    {
      href: pathTo('compare'),
      text: t('几个区域有什么异同？', 'What do places have in common, and what not?'),
      note: t('同口径的数据，共有和独有', 'figures of the same definition, common and only'),
    },
    {
      href: pathTo('path'),
      text: t('两个对象怎样关联？', 'How are two things connected?'),
      note: t('最短的事实链，每步有出处', 'the shortest chain of facts, each with its source'),
    },
    {
      href: pathTo('data'),
      text: t('这份数据有多可靠？', 'How firm is this data?'),
      note: t('来源等级、新旧、缺口、下载', 'tiers, freshness, gaps, download'),
    },
  ];
  return (
    <nav aria-label={t('其他问题', 'Other questions')}>
      <ul class="choices">
        {questions.map(({ href, text, note }) => (
          <li key={href}>
            <a href={href}>{text}</a>
            <span class="context">{note}</span>
          </li>
        ))}
      </ul>
    </nav>
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
