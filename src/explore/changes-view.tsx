/** What changed, by revision and in sentences, and beside it what ends or is due: both as a feed and a calendar. */

import { entityTypeName, rootTypes } from '../model/model.ts';
import { dateWords } from '../model/words/date-words.ts';
import { writeAddress } from '../views/address.ts';
import {
  byRevision,
  CHANGES_VIEW,
  type ChangesData,
  type Coming,
  comingDays,
  FIRST_LOAD,
  type RevisionChanges,
  shownChanges,
} from '../views/changes.ts';
import { changesQuestion } from '../views/changes-question.ts';
import { typeWords } from '../views/vocabulary.ts';
import { useAnswer } from './ask.ts';
import { word } from './parts.tsx';
import { PlaceAndIndustry } from './place-and-industry.tsx';
import { address, change, language, pathOf, pathTo, pathWith, t, viewState, vocabulary } from './state.ts';
import { ViewFrame } from './view-frame.tsx';
import './changes.css';

/** How far ahead can be looked, in days. */
const AHEAD = [90, 365, 1095] as const;
/** How many changes of one revision are shown at first. */
const FIRST = 30;

/** The view. */
export function ChangesView() {
  const question = changesQuestion(address.value, language.value);
  const answer = useAnswer(question);
  return (
    <ViewFrame view={CHANGES_VIEW} question={question} answer={answer} lines={10} limits={<Filters />}>
      {(data) => (
        <div class="changes-columns">
          <section aria-labelledby="changed">
            <h2 id="changed">
              {t('已变更', 'What changed')}{' '}
              <a class="subscribe" href={writeAddress(address.value, 'atom')}>
                {t('订阅（Atom）', 'Subscribe (Atom)')}
              </a>
            </h2>
            <Changed data={data} />
          </section>
          <section aria-labelledby="coming">
            <h2 id="coming">
              {t('即将到期或截止', 'What ends or is due')}{' '}
              <a class="subscribe" href={writeAddress(address.value, 'ics')}>
                {t('加入日历（.ics）', 'To a calendar (.ics)')}
              </a>
            </h2>
            <ComingList days={comingDays(viewState(), data)} />
          </section>
        </div>
      )}
    </ViewFrame>
  );
}

function Filters() {
  const { type = '', within, since, about } = address.value.parameters;
  return (
    <p class="limits">
      <PlaceAndIndustry onChange={change} />
      <label>
        {t('类型：', 'Type: ')}
        <select value={type} onChange={(event) => change({ type: event.currentTarget.value })}>
          <option value="">{t('全部类型', 'all types')}</option>
          {rootTypes(vocabulary.model).map(({ name }) => (
            <option key={name} value={entityTypeName(name).toLowerCase()}>
              {typeWords(vocabulary, name, language.value)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('未来：', 'Ahead: ')}
        <select
          value={within ?? '365'}
          onChange={(event) =>
            change({ within: event.currentTarget.value === '365' ? undefined : event.currentTarget.value })
          }
        >
          {AHEAD.map((days) => (
            <option key={days} value={String(days)}>
              {days < 365
                ? t(`${days} 天`, `${days} days`)
                : t(`${days / 365} 年`, days === 365 ? 'a year' : `${days / 365} years`)}
            </option>
          ))}
        </select>
      </label>
      {since ? (
        <a class="chip" href={pathWith({ since: undefined })}>
          {t(`版本 ${since} 之后`, `after revision ${since}`)} <span aria-hidden="true">×</span>
          <span class="hidden">{t('去掉这个条件', 'drop this condition')}</span>
        </a>
      ) : null}
      {about ? (
        <a class="chip" href={pathWith({ about: undefined })}>
          {about} <span aria-hidden="true">×</span>
          <span class="hidden">{t('去掉这个条件', 'drop this condition')}</span>
        </a>
      ) : null}
    </p>
  );
}

function Changed({ data }: { readonly data: ChangesData }) {
  const state = viewState();
  const revisions = byRevision(shownChanges(state, data));
  if (revisions.length === 0) return <NothingChanged />;
  return (
    <>
      {revisions.map((each) => (
        <Revision key={each.revision} revision={each} total={data.changes.totalCount} />
      ))}
      {data.changes.totalCount > data.changes.nodes.length ? (
        <p class="note">
          {t(
            `共 ${data.changes.totalCount} 处，以上从最新的 ${data.changes.nodes.length} 处中选出。`,
            `${data.changes.totalCount} in all; those above are from the newest ${data.changes.nodes.length}.`,
          )}
        </p>
      ) : null}
    </>
  );
}

function Revision({
  revision: { revision, at, changes },
  total,
}: {
  readonly revision: RevisionChanges;
  readonly total: number;
}) {
  const isFirst = revision <= FIRST_LOAD;
  const items = (shown: RevisionChanges['changes']) => (
    <ul class="plain changed">
      {shown.map(({ id, sentence, action, about, entityId }) => (
        <li key={id}>
          <span class={`action ${action.toLowerCase()}`}>{word('ChangeAction', action)}</span>
          <a href={pathOf(about?.id ?? entityId)}>{sentence}</a>
        </li>
      ))}
    </ul>
  );
  return (
    <section class="revision">
      <h3>
        {dateWords(at.slice(0, 10), language.value)}{' '}
        <a class="count" href={pathWith({ since: String(revision - 1) })}>
          {t(`版本 ${revision}`, `revision ${revision}`)}
        </a>
      </h3>
      {isFirst ? (
        <>
          <p>
            {t(
              `首次载入，共 ${total} 处；之后的新增和更正会逐条列在这里。`,
              `The first load, ${total} in all; what is added or corrected later is listed here one by one.`,
            )}
          </p>
          <details class="as-table">
            <summary>{t(`看其中 ${changes.length} 处`, `See ${changes.length} of them`)}</summary>
            {items(changes)}
          </details>
        </>
      ) : (
        <>
          {items(changes.slice(0, FIRST))}
          {changes.length > FIRST ? (
            <details class="as-table">
              <summary>{t(`另外 ${changes.length - FIRST} 处`, `${changes.length - FIRST} more`)}</summary>
              {items(changes.slice(FIRST))}
            </details>
          ) : null}
        </>
      )}
    </section>
  );
}

function NothingChanged() {
  const { since, type, industry, place } = address.value.parameters;
  return (
    <div class="empty">
      <p>{t('没有这样的变更。', 'Nothing of the kind changed.')}</p>
      <p class="next-others">
        {type ? <a href={pathWith({ type: undefined })}>{t('不限类型', 'any type')}</a> : null}
        {since ? <a href={pathWith({ since: undefined })}>{t('从第一个版本起', 'since the first')}</a> : null}
        {industry ? <a href={pathWith({ industry: undefined })}>{t('不限产业', 'any industry')}</a> : null}
        {place ? <a href={pathWith({ place: undefined })}>{t('不限区域', 'any place')}</a> : null}
        <a href={pathTo('changes')}>{t('看全部变更', 'all changes')}</a>
      </p>
    </div>
  );
}

/** What comes, day by day. */
function ComingList({ days }: { readonly days: readonly Coming[] }) {
  if (days.length === 0) {
    const { within = '365' } = address.value.parameters;
    return (
      <div class="empty">
        <p>
          {t(
            `${within} 天内没有在册的到期、截止或目标期限。`,
            `Nothing on record ends or is due within ${within} days.`,
          )}
        </p>
        {Number(within) < 1095 ? (
          <a href={pathWith({ within: '1095' })}>{t('看未来 3 年', 'look three years ahead')}</a>
        ) : (
          <a href={pathTo('changes')}>{t('不限产业和区域', 'any industry and place')}</a>
        )}
      </div>
    );
  }
  const dates = [...new Set(days.map(({ day }) => day))];
  return (
    <>
      {dates.map((date) => (
        <section class="revision" key={date}>
          <h3>
            <time dateTime={date}>{dateWords(date, language.value)}</time>
            <span class="count">{days.filter(({ day }) => day === date).length}</span>
          </h3>
          <ul class="plain coming">
            {days
              .filter(({ day }) => day === date)
              .map(({ key, kind, what, sentence, id }) => (
                <li key={key}>
                  <span class={kind === 'TARGET' ? 'action due' : 'action'}>{what}</span>
                  <a href={pathOf(id)}>{sentence}</a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
