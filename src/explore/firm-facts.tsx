/** What is known of the firm: each fact can be taken back, each figure changed to try it out. */

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { dateWords } from '../model/words/date-words.ts';
import { amountWords } from '../views/figure-words.ts';
import { attributeWords, unitOf } from '../views/firm.ts';
import { boundedFigures, type FirmRecord } from '../views/firm-record.ts';
import { EMPTY_PROFILE, figureKey, type Profile, type ProfileFigure } from '../views/profile.ts';
import { choicesQuestion } from '../views/questions.ts';
import { type Named, plainName } from '../views/vocabulary.ts';
import { useAnswer } from './ask.ts';
import { NumberForm } from './firm-form.tsx';
import { useIsNarrow } from './narrow.ts';
import { EntityLink, word } from './parts.tsx';
import { keepInFragment, language, pathTo, t, vocabulary } from './state.ts';

/** The facts, beside the answer. */
export function FirmFacts({
  profile,
  record,
  isWritten,
  named,
  onChange,
}: {
  readonly profile: Profile;
  /** The firm on record, where it is one. */
  readonly record: FirmRecord | undefined;
  /** Whether the reader changed what is on record. */
  readonly isWritten: boolean;
  /** The names of industries and places. */
  readonly named: readonly (object | null)[];
  readonly onChange: (profile: Profile) => void;
}) {
  const { data: choices } = useAnswer(choicesQuestion());
  const known: readonly (object | null)[] = [
    ...(choices ? [...choices.industries.nodes, ...choices.regions.nodes, ...choices.zones.nodes] : []),
    ...named,
    ...(record?.industries.nodes ?? []),
    ...(record?.places.edges.map(({ node }) => node) ?? []),
  ];
  const nameOf = (id: string) => {
    const found = known.find((each): each is Named => each !== null && 'id' in each && each.id === id);
    return found ? plainName(found, language.value) : id;
  };
  const { industries, places, titles, foundedOn, smeSize, listed, figures } = profile;
  const isNarrow = useIsNarrow();
  return (
    <details class="firm-facts card" open={!isNarrow}>
      <summary>
        <h2>{record && !isWritten ? t('在册信息', 'On record') : t('已填写的信息', 'What is known')}</h2>
      </summary>
      {record ? (
        <p>
          <EntityLink entity={record} />{' '}
          <span class="note">
            {isWritten ? t('按你的改动试算', 'with your changes') : t('按在册事实核对', 'by facts on record')}
          </span>
        </p>
      ) : null}
      <dl class="known">
        <Fact label={t('产业', 'Industry')}>
          {industries.map((id) => (
            <Chip
              key={id}
              text={nameOf(id)}
              onDrop={() => onChange({ ...profile, industries: industries.filter((each) => each !== id) })}
            />
          ))}
        </Fact>
        <Fact label={t('区域', 'Place')}>
          {places.map((place) => (
            <Chip
              key={`${place.place} ${place.role}`}
              text={`${nameOf(place.place)} · ${place.role ? word('PlaceRole', place.role) : t('经营', 'operates')}`}
              onDrop={() => onChange({ ...profile, places: places.filter((each) => each !== place) })}
            />
          ))}
        </Fact>
        <Fact label={t('称号', 'Titles')}>
          {titles?.length === 0 ? (
            <Chip text={t('都没有', 'none')} onDrop={() => onChange({ ...profile, titles: undefined })} />
          ) : null}
          {titles?.map((title) => (
            <Chip
              key={title}
              text={title}
              onDrop={() => onChange({ ...profile, titles: titles.filter((each) => each !== title) })}
            />
          ))}
        </Fact>
        <Fact label={t('成立', 'Founded')}>
          {foundedOn ? (
            <Chip
              text={dateWords(foundedOn, language.value)}
              onDrop={() => onChange({ ...profile, foundedOn: undefined })}
            />
          ) : null}
        </Fact>
        <Fact label={t('规模', 'Size')}>
          {smeSize ? (
            <Chip
              text={word('SmeSize', smeSize)}
              onDrop={() => onChange({ ...profile, smeSize: undefined })}
            />
          ) : null}
        </Fact>
        <Fact label={t('上市', 'Listed')}>
          {listed === undefined ? null : (
            <Chip
              text={listed ? t('已上市', 'yes') : t('未上市', 'no')}
              onDrop={() => onChange({ ...profile, listed: undefined })}
            />
          )}
        </Fact>
      </dl>
      {figures.length > 0 ? (
        <ul class="firm-figures">
          {[...figures].sort(inOrder).map((figure) => (
            <FigureLine key={figureKey(figure)} figure={figure} profile={profile} onChange={onChange} />
          ))}
        </ul>
      ) : null}
      {record && boundedFigures(record) > 0 ? (
        <p class="note">
          {t(
            `另有 ${boundedFigures(record)} 个带“超过”“约”的数据；改动后的试算不含它们。`,
            `${boundedFigures(record)} more figures are bounded (over, about); trials leave them out.`,
          )}
        </p>
      ) : null}
      <p class="next-others">
        {record && isWritten ? (
          <button type="button" class="plain-button" onClick={() => keepInFragment('')}>
            {t('回到在册信息', 'Back to what is on record')}
          </button>
        ) : null}
        <a class="plain-button" href={pathTo('firm')} onClick={() => !record && onChange(EMPTY_PROFILE)}>
          {t('重新开始', 'Start again')}
        </a>
      </p>
    </details>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  const isEmpty = ![children].flat().some(Boolean);
  return (
    <div>
      <dt>{label}</dt>
      <dd>{isEmpty ? <span class="note">{t('未填', 'not given')}</span> : children}</dd>
    </div>
  );
}

function Chip({ text, onDrop }: { readonly text: string; readonly onDrop: () => void }) {
  return (
    <span class="chip">
      {text}{' '}
      <button type="button" class="drop" aria-label={t(`删去 ${text}`, `Remove ${text}`)} onClick={onDrop}>
        ×
      </button>
    </span>
  );
}

/** A figure, with a way to try another number. */
function FigureLine({
  figure,
  profile,
  onChange,
}: {
  readonly figure: ProfileFigure;
  readonly profile: Profile;
  readonly onChange: (profile: Profile) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const { attribute, of } = figure;
  const name = attributeWords(vocabulary, attribute, language.value);
  const others = profile.figures.filter((each) => each !== figure);
  return (
    <li>
      <span>
        {name}
        {of ? <span class="note"> {of}</span> : null}
      </span>{' '}
      <b>{figureWords(figure)}</b>{' '}
      <button type="button" class="plain-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('试改', 'Try another')}
        <span class="hidden"> {name}</span>
      </button>
      <button
        type="button"
        class="drop"
        aria-label={t(`删去 ${name}`, `Remove ${name}`)}
        onClick={() => onChange({ ...profile, figures: others })}
      >
        ×
      </button>
      {isOpen ? (
        <NumberForm
          attribute={attribute}
          label={t('改为', 'change to')}
          start={figure.value}
          action={t('试算', 'Try')}
          onAnswer={(value) => {
            setOpen(false);
            onChange({ ...profile, whatIf: { ...figure, value } });
          }}
        />
      ) : null}
    </li>
  );
}

/** A figure in words, with its unit and its year. */
export function figureWords({ attribute, value, period }: ProfileFigure): string {
  const amount = amountWords(value, unitOf(vocabulary, attribute) ?? '', language.value);
  return period
    ? t(`${amount}（${dateWords(period, 'ZH')}）`, `${amount} (${dateWords(period, 'EN')})`)
    : amount;
}

function inOrder(a: ProfileFigure, b: ProfileFigure): number {
  return figureKey(a) < figureKey(b) ? -1 : 1;
}
