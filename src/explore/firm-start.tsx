/** Where a reader begins: by what the firm does and where it is, or with a firm on record. */

import { useState } from 'preact/hooks';
import { firmsQuestion } from '../views/firm-questions.ts';
import { EMPTY_PROFILE, type Profile } from '../views/profile.ts';
import { plainName } from '../views/vocabulary.ts';
import { useAnswer } from './ask.ts';
import { Panel } from './parts.tsx';
import { IndustrySelect, PlaceSelect } from './place-and-industry.tsx';
import { language, pathTo, t } from './state.ts';

/** Both ways in. */
export function FirmStart({ onDone }: { readonly onDone: (profile: Profile) => void }) {
  const [industry, setIndustry] = useState('');
  const [place, setPlace] = useState('');
  const begin = (event: Event) => {
    event.preventDefault();
    const industries = industry ? [industry] : [];
    // Most firms work where they are registered; what differs is corrected among the facts.
    const places = place
      ? [
          { place, role: undefined },
          { place, role: 'REGISTERED' },
        ]
      : [];
    if (industry || place) onDone({ ...EMPTY_PROFILE, industries, places });
  };
  return (
    <>
      <p class="lead">
        {t(
          '回答几个问题，逐条核对申报条件；不知道的可以跳过，跳过的不算不符合。',
          'Answer a few questions, and each condition is checked; what you do not know stays open and never counts against you.',
        )}
      </p>
      <div class="columns firm-start">
        <section class="card" aria-labelledby="by-answers">
          <h2 id="by-answers">{t('从产业和地点开始', 'Begin with industry and place')}</h2>
          <form class="stacked" onSubmit={begin}>
            <IndustrySelect
              value={industry}
              none={t('选择产业…', 'Choose an industry…')}
              onChange={setIndustry}
            />
            <PlaceSelect value={place} none={t('选择区域…', 'Choose a place…')} onChange={setPlace} />
            <p class="note">
              {t(
                '先按注册地和经营地相同判断，之后可以改。',
                'Registered and operating place are taken to be the same at first; both can be changed.',
              )}
            </p>
            <button type="submit" class="button" disabled={!industry && !place}>
              {t('开始核对', 'Begin')}
            </button>
          </form>
        </section>
        <section class="card" aria-labelledby="by-record">
          <h2 id="by-record">{t('或查一家在册企业', 'Or take a firm on record')}</h2>
          <FirmSearch />
        </section>
      </div>
      <p class="note private">
        {t(
          '填写的内容只写在本页地址的“#”之后，浏览器不会把它发给任何服务器；核对时随 POST 请求发送，不记录、不缓存、不统计。复制链接即带上这些内容。',
          'What you enter is kept behind the # of this address, which browsers send to no server; to be checked it goes by POST, and is not logged, cached or counted. A copied link contains it.',
        )}
      </p>
    </>
  );
}

function FirmSearch() {
  const [text, setText] = useState('');
  const asked = text.trim();
  const answer = useAnswer(asked === '' ? undefined : firmsQuestion(asked));
  return (
    <div class="stacked">
      <label class="hidden" for="firm-name">
        {t('企业名称', 'Name of the firm')}
      </label>
      <input
        id="firm-name"
        type="search"
        autocomplete="off"
        placeholder={t('名称、拼音或统一社会信用代码', 'Name, pinyin or credit code')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {asked === '' ? null : (
        <Panel answer={answer} lines={2}>
          {({ search }) => (
            <ul class="plain" aria-live="polite">
              {search.nodes.map(({ entity }) => (
                <li key={entity.id}>
                  <a href={pathTo('firm', { firm: entity.id })}>{plainName(entity, language.value)}</a>
                  {'uscc' in entity && entity.uscc ? <span class="context">{entity.uscc}</span> : null}
                </li>
              ))}
              {search.nodes.length === 0 ? (
                <li class="empty">
                  {t(
                    '没有这家企业的记录；可以从产业和地点开始。',
                    'Not on record; begin with industry and place.',
                  )}
                </li>
              ) : null}
            </ul>
          )}
        </Panel>
      )}
    </div>
  );
}
