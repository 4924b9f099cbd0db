/** The question that decides most, one at a time; what is not known can stay open. */

import { useState } from 'preact/hooks';
import { attributeWords, type FirmData } from '../views/firm.ts';
import { type Asked, askedNext, titlesAsked, unknownKey } from '../views/next-question.ts';
import type { Profile } from '../views/profile.ts';
import { answerer } from './firm-answerer.ts';
import { AnswerForm } from './firm-form.tsx';
import { address, language, t, vocabulary } from './state.ts';

/** How many others are offered beside it. */
const OTHERS = 6;

/** The next question; what is there to say when there is none. */
export function NextAsked({
  data,
  profile,
  onChange,
}: {
  readonly data: FirmData;
  readonly profile: Profile;
  readonly onChange: (profile: Profile) => void;
}) {
  const [preferred, prefer] = useState('');
  const { eligibility, graph } = data;
  if (!eligibility) return null;
  const day = address.value.parameters.validOn ?? graph.today;
  const asked = askedNext(eligibility.nextQuestions, profile, day);
  const shown = asked.find((each) => unknownKey(each) === preferred) ?? asked[0];
  if (!shown) {
    return (
      <section class="card next">
        <h2>{t('没有可再回答的问题', 'Nothing more to answer')}</h2>
        <p class="note">
          {t(
            '仍未知的，要么你也不知道，要么政策原文没有写明。',
            'What is still unknown you do not know either, or the policies do not say.',
          )}
        </p>
        <Reopen profile={profile} onChange={onChange} />
      </section>
    );
  }
  const others = asked.filter((each) => each !== shown).slice(0, OTHERS);
  return (
    <section class="card next" aria-labelledby="next">
      <p class="note">{t('下一个最能决定结果的问题', 'The next question that decides most')}</p>
      <h2 id="next">{questionWords(shown, profile)}</h2>
      <p class="note">
        {shown.settles > 0
          ? t(`回答后可判定 ${shown.settles} 项，`, `Its answer settles ${shown.settles} of them, and `)
          : ''}
        {t(`涉及 ${shown.touches} 项`, `${shown.touches} depend on it`)} · {answerer(shown.attribute)}
      </p>
      <AnswerForm
        key={`${unknownKey(shown)} ${profile.figures.length}`}
        kind={shown.kind}
        attribute={shown.attribute}
        of={shown.of}
        profile={profile}
        titles={titlesAsked(eligibility.nodes)}
        day={day}
        onAnswer={(next) => {
          prefer('');
          onChange(next);
        }}
      />
      <p class="next-others">
        <button
          type="button"
          onClick={() => onChange({ ...profile, unknown: [...profile.unknown, unknownKey(shown)] })}
        >
          {t('不知道', 'Do not know')}
        </button>
        {others.length > 0 ? <span class="note">{t('或先回答：', 'or first: ')}</span> : null}
        {others.map((each) => (
          <button
            type="button"
            class="plain-button"
            key={unknownKey(each)}
            onClick={() => prefer(unknownKey(each))}
          >
            {nameOf(each)}
            {each.settles > 0 ? <span class="count"> {each.settles}</span> : null}
          </button>
        ))}
      </p>
      <Reopen profile={profile} onChange={onChange} />
    </section>
  );
}

function Reopen({
  profile,
  onChange,
}: {
  readonly profile: Profile;
  readonly onChange: (profile: Profile) => void;
}) {
  if (profile.unknown.length === 0) return null;
  return (
    <p class="note">
      {t(`${profile.unknown.length} 个问题答了“不知道”。`, `${profile.unknown.length} were not known. `)}
      <button type="button" class="plain-button" onClick={() => onChange({ ...profile, unknown: [] })}>
        {t('重新提问', 'Ask them again')}
      </button>
    </p>
  );
}

/** The question as a sentence. */
function questionWords(asked: Asked, { industries }: Profile): string {
  switch (asked.kind) {
    case 'industry':
      return industries.length > 0
        ? t('具体从事其中哪个细分产业？', 'Which narrower industry is it in?')
        : t('主要从事什么产业？', 'Which industry is it in?');
    case 'place':
      if (asked.attribute === 'REGISTERED_PLACE') return t('注册在哪里？', 'Where is it registered?');
      return asked.attribute === 'TAX_PLACE'
        ? t('税收户管地在哪里？', 'Where does it pay tax?')
        : t('实际经营在哪里？', 'Where does it operate?');
    case 'titles':
      return t('持有哪些称号？', 'Which titles does it hold?');
    case 'size':
      return t('企业规模是哪一类？', 'Which size is it?');
    case 'listed':
      return t('股票是否已上市？', 'Are its shares listed?');
    case 'founded':
      return t('哪一天成立？', 'When was it founded?');
    case 'figure':
      return t(`${nameOf(asked)}是多少？`, `What is its ${nameOf(asked)}?`);
  }
}

function nameOf({ attribute, of }: Pick<Asked, 'attribute' | 'of'>): string {
  const words = attributeWords(vocabulary, attribute, language.value);
  return of ? t(`${words}（${of}）`, `${words} (${of})`) : words;
}
