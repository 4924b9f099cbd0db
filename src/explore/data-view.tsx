/** The dataset itself: how much it holds, how firm and fresh that is, what is missing, and how to take it away. */

import { dateWords } from '../model/words/date-words.ts';
import { addressFrom, writeAddress } from '../views/address.ts';
import {
  byYear,
  type Conflict as ConflictItem,
  conflictsOf,
  DATA_VIEW,
  freshnessQuestion,
  researchNext,
  type Standing,
  standingQuestion,
  tierShares,
  unknownCellsQuestion,
} from '../views/data.ts';
import { TIERS } from '../views/evidence-words.ts';
import { say } from '../views/messages.ts';
import { plainName } from '../views/vocabulary.ts';
import { useAnswer } from './ask.ts';
import { Tier } from './evidence.tsx';
import { Holdings } from './holdings.tsx';
import { EntityLink, Panel, typeNameOf, word } from './parts.tsx';
import { address, language, pathOf, pathTo, servedHeading, t, viewState, vocabulary } from './state.ts';
import { Copy, TakeAway } from './take-away.tsx';
import { Title } from './title.tsx';
import './data.css';

/** The view. */
export function DatasetView() {
  const question = standingQuestion();
  const answer = useAnswer(question);
  const { data } = answer;
  const state = viewState();
  const titled = data && DATA_VIEW.heading(state, data);
  return (
    <article class="data-page">
      <Title
        text={titled?.heading ?? servedHeading() ?? t('数据', 'Data')}
        note={titled?.summary ?? ''}
        tools={<TakeAway question={question} data={data} forms={['csv', 'json']} />}
      />
      <div class="columns">
        <Holdings />
        <section aria-labelledby="tiers">
          <h2 id="tiers">{t('依据有多可靠', 'How firm the sources are')}</h2>
          <Panel answer={answer} lines={6}>
            {(found) => <Tiers standing={found} />}
          </Panel>
        </section>
        <section aria-labelledby="fresh">
          <h2 id="fresh">{t('有多新', 'How fresh it is')}</h2>
          <Freshness />
          <Panel answer={answer} lines={4}>
            {({ published }) => <Years groups={byYear(published)} />}
          </Panel>
        </section>
      </div>
      <section aria-labelledby="gaps">
        <h2 id="gaps">{t('缺什么，疑什么', 'What is missing or in doubt')}</h2>
        <Panel answer={answer} lines={4}>
          {(found) => <Doubts standing={found} />}
        </Panel>
        <ResearchNext />
      </section>
      <section aria-labelledby="take">
        <h2 id="take">{t('取走全部数据', 'Take all of it away')}</h2>
        <Panel answer={answer} lines={4}>
          {({ graph }) => (
            <>
              <p>
                {t('许可：', 'Licence: ')}
                {graph.dataset.licence ?? t('未说明', 'not stated')} · {t('摘要：', 'digest: ')}
                <code>{graph.digest}</code>
              </p>
              <p class="note">
                {t(
                  '同样的数据有同样的摘要：引用时写上它，别人就能核对手中的是否同一份。',
                  'The same data has the same digest: cite it, and others can check that theirs is the same.',
                )}
              </p>
            </>
          )}
        </Panel>
        <Downloads />
      </section>
    </article>
  );
}

/** Sources by tier, as bars beside their numbers. */
function Tiers({ standing }: { readonly standing: Standing }) {
  return (
    <dl class="holdings">
      {tierShares(standing, TIERS).map(({ tier, count, share }) => (
        <div key={tier}>
          <dt>
            <Tier tier={tier} />
          </dt>
          <dd>
            <Share of={share} />
            <span class="amount">
              {count.toLocaleString()} · {Math.round(share * 100)}%
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Share({ of }: { readonly of: number }) {
  return (
    <svg class="share" width="80" height="10" aria-hidden="true">
      <rect class="share-all" width="80" height="10" />
      <rect class="bar" width={Math.round(of * 80)} height="10" />
    </svg>
  );
}

function Freshness() {
  const answer = useAnswer(freshnessQuestion());
  return (
    <Panel answer={answer} lines={2}>
      {({ newest, oldest, statuses }) => {
        const [last, first] = [newest.nodes[0]?.retrievedOn, oldest.nodes[0]?.retrievedOn];
        return (
          <>
            {first && last ? (
              <p>
                {t(
                  `来源读取于${dateWords(first, 'ZH')}至${dateWords(last, 'ZH')}。`,
                  `Sources were read from ${dateWords(first, 'EN')} to ${dateWords(last, 'EN')}.`,
                )}
              </p>
            ) : null}
            <p>
              {t('政策：', 'Policies: ')}
              {statuses.map(({ key, count }) => `${word('PolicyStatus', key)} ${count}`).join(t('，', ', '))}
            </p>
          </>
        );
      }}
    </Panel>
  );
}

function Years({ groups }: { readonly groups: Standing['published'] }) {
  const most = Math.max(1, ...groups.map(({ count }) => count));
  return (
    <>
      <p class="context">{t('来源按发布年份', 'Sources by year of publication')}</p>
      <dl class="holdings years">
        {groups.map(({ key, count }) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>
              <Share of={count / most} />
              <span class="amount">{count}</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** What one report alone backs, and what sources differ on. */
function Doubts({ standing }: { readonly standing: Standing }) {
  const { weak, conflicting } = standing;
  return (
    <>
      <p>
        <b class="big">{weak.totalCount.toLocaleString()}</b> {say(language.value, 'weakClaims')}
        {' · '}
        <b class="big">{conflicting.totalCount}</b> {say(language.value, 'conflictingClaims')}
      </p>
      <ul class="names">
        {conflictsOf(conflicting.nodes).map((conflict) => (
          <Conflict key={`${conflict.about.id} ${conflict.property}`} conflict={conflict} />
        ))}
      </ul>
    </>
  );
}

function Conflict({ conflict: { about, property, values } }: { readonly conflict: ConflictItem }) {
  const own = vocabulary.model.nodeTypes.get(typeNameOf(about))?.properties.get(property);
  return (
    <li>
      <EntityLink entity={about} />
      <span class="context">
        {property.includes(':') ? <a href={pathOf(property)}>{t('指标', 'indicator')}</a> : null}
        {own?.words[language.value]} {values.join(' ≠ ')}
      </span>
    </li>
  );
}

/** What curators can look for next: clusters in districts where nobody has looked for policies. */
function ResearchNext() {
  const answer = useAnswer(unknownCellsQuestion());
  return (
    <>
      <h3>{t('下一步查什么', 'What to research next')}</h3>
      <Panel answer={answer} lines={4}>
        {(cells) => {
          const next = researchNext(cells);
          if (next.length === 0)
            return (
              <p class="note">
                {t('每个集群在各区都查过了。', 'Every cluster was looked for in every district.')}
              </p>
            );
          return (
            <>
              <p class="note">
                {t(
                  '这些集群在这些区还没有人查过有没有政策；查到一条，这一格就有答案。',
                  'Nobody has looked for policies for these clusters in these districts; one finding answers a cell.',
                )}
              </p>
              <ul class="plain">
                {next.map(({ entity, places }) => (
                  <li key={entity.id}>
                    <EntityLink entity={entity} />
                    <span class="at">×</span>
                    {places.map((place, at) => (
                      <span key={place.id}>
                        {at > 0 ? t('、', ', ') : ''}
                        <a href={pathTo('support', { cluster: entity.id, place: place.id })}>
                          {plainName(place, language.value)}
                        </a>
                      </span>
                    ))}
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Panel>
    </>
  );
}

/** What `kg export` writes, by what it is good for. */
const EXPORTS = [
  ['jsonl', '逐行 JSON，给程序', 'JSON lines, for programs'],
  ['csv', '每种类型一张表，给表格软件', 'a table for each type, for spreadsheets'],
  ['cypher', 'Cypher 语句，给另一个 Neo4j', 'Cypher statements, for another Neo4j'],
  ['seeds', '种子文件，给编辑者', 'seed files, for curators'],
  ['import', '批量导入文件', 'files for neo4j-admin database import'],
] as const;

function Downloads() {
  const files = (['csv', 'json'] as const).map((form) => ({
    form,
    path: writeAddress(addressFrom(address.value, 'data'), form),
  }));
  return (
    <>
      <p>
        {t('本页：', 'This page: ')}
        {files.map(({ form, path }) => (
          <a key={form} href={path} download="" class="file">
            {form.toUpperCase()}
          </a>
        ))}
        {t('；每个视图的“取用”里也有。', '; each view has the same under “Take away”.')}
      </p>
      <p>
        {t('接口：', 'The API: ')}
        <a href="/graphql">GraphiQL</a> · <a href="/schema.graphql">{t('接口定义', 'schema')}</a>
      </p>
      <h3>{t('全部数据（在装有本图谱的机器上）', 'All data (on the machine that serves it)')}</h3>
      <ul class="plain">
        {EXPORTS.map(([format, zh, en]) => {
          const command = `npx kg export --format ${format} --out ${format === 'jsonl' || format === 'cypher' ? `graph.${format}` : `graph-${format}`}`;
          return (
            <li key={format}>
              <code>{command}</code> <Copy label={t('复制', 'Copy')} text={() => command} />
              <span class="context">{t(zh, en)}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
