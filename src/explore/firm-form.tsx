/** The fields by which a reader says one thing of a firm. */

import { useState } from 'preact/hooks';
import { unitOf } from '../views/firm.ts';
import { type AnswerKind, figuresOf, roleOf, wholeYears } from '../views/next-question.ts';
import { inBaseUnit, isNumber, type Profile, withFigure } from '../views/profile.ts';
import { word } from './parts.tsx';
import { IndustrySelect, PlaceSelect } from './place-and-industry.tsx';
import { t, vocabulary } from './state.ts';

/** What is asked, and what takes the profile that the answer makes. */
export interface FormProps {
  readonly attribute: string;
  readonly of: string | null;
  readonly profile: Profile;
  /** The titles that measures ask for. */
  readonly titles: readonly string[];
  readonly day: string;
  readonly onAnswer: (profile: Profile) => void;
}

/** The fields for one attribute. */
export function AnswerForm({ kind, ...props }: FormProps & { readonly kind: AnswerKind }) {
  switch (kind) {
    case 'industry':
      return <IndustryForm {...props} />;
    case 'place':
      return <PlaceForm {...props} />;
    case 'titles':
      return <TitlesForm {...props} />;
    case 'size':
      return <SizeForm {...props} />;
    case 'listed':
      return <ListedForm {...props} />;
    case 'founded':
      return <FoundedForm {...props} />;
    case 'figure':
      return <FigureForm {...props} />;
  }
}

function Done({ children }: { readonly children?: string }) {
  return (
    <button type="submit" class="button">
      {children ?? t('回答', 'Answer')}
    </button>
  );
}

function IndustryForm({ profile, onAnswer }: FormProps) {
  const [chosen, choose] = useState('');
  return (
    <form
      class="asked-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) onAnswer({ ...profile, industries: [...new Set([...profile.industries, chosen])] });
      }}
    >
      <IndustrySelect value={chosen} none={t('选择产业…', 'Choose an industry…')} onChange={choose} />
      <Done />
    </form>
  );
}

function PlaceForm({ attribute, profile, onAnswer }: FormProps) {
  const [chosen, choose] = useState('');
  return (
    <form
      class="asked-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!chosen) return;
        onAnswer({ ...profile, places: [...profile.places, { place: chosen, role: roleOf(attribute) }] });
      }}
    >
      <PlaceSelect value={chosen} none={t('选择区域…', 'Choose a place…')} onChange={choose} />
      <Done />
    </form>
  );
}

function TitlesForm({ profile, titles, onAnswer }: FormProps) {
  const [held, setHeld] = useState<readonly string[]>(profile.titles ?? []);
  const all = [...new Set([...titles, ...(profile.titles ?? [])])];
  return (
    <form
      class="asked-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer({ ...profile, titles: held });
      }}
    >
      <fieldset class="titles">
        <legend class="note">
          {t(
            '勾选全部持有的称号；不勾选的按“没有”判断。',
            'Tick all that it holds; what is not ticked counts as not held.',
          )}
        </legend>
        {all.map((title) => (
          <label class="check" key={title}>
            <input
              type="checkbox"
              checked={held.includes(title)}
              onChange={(event) =>
                setHeld(
                  event.currentTarget.checked ? [...held, title] : held.filter((each) => each !== title),
                )
              }
            />
            {title}
          </label>
        ))}
      </fieldset>
      <Done>{held.length === 0 ? t('都没有', 'None of these') : t('回答', 'Answer')}</Done>
    </form>
  );
}

function SizeForm({ profile, onAnswer }: FormProps) {
  return (
    <div class="asked-form">
      {['MICRO', 'SMALL', 'MEDIUM', 'LARGE'].map((size) => (
        <button type="button" key={size} onClick={() => onAnswer({ ...profile, smeSize: size })}>
          {word('SmeSize', size)}
        </button>
      ))}
    </div>
  );
}

function ListedForm({ profile, onAnswer }: FormProps) {
  return (
    <div class="asked-form">
      <button type="button" onClick={() => onAnswer({ ...profile, listed: true })}>
        {t('已上市', 'Listed')}
      </button>
      <button type="button" onClick={() => onAnswer({ ...profile, listed: false })}>
        {t('未上市', 'Not listed')}
      </button>
    </div>
  );
}

function FoundedForm({ profile, day, onAnswer }: FormProps) {
  const [date, setDate] = useState(profile.foundedOn ?? '');
  return (
    <form
      class="asked-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (date) onAnswer({ ...profile, foundedOn: date });
      }}
    >
      <label>
        {t('成立日期', 'Founded on')}{' '}
        <input type="date" value={date} max={day} onInput={(event) => setDate(event.currentTarget.value)} />
      </label>
      <Done />
    </form>
  );
}

function FigureForm({ attribute, of, profile, day, onAnswer }: FormProps) {
  const known = figuresOf(profile, attribute, of);
  const years = wholeYears(day);
  // A figure without a year is of the last one.
  const period = years.find((year) => !known.some((each) => (each.period ?? years[0]) === year)) ?? years[0];
  return (
    <NumberForm
      attribute={attribute}
      label={t(`${period} 年`, `Year ${period}`)}
      onAnswer={(value) => onAnswer(withFigure(profile, { attribute, of: of ?? undefined, period }, value))}
    />
  );
}

/** A number in the unit of its attribute; money can be entered in 万元 and 亿元. */
export function NumberForm({
  attribute,
  label,
  start = '',
  action,
  onAnswer,
}: {
  readonly attribute: string;
  readonly label: string;
  readonly start?: string;
  /** What the button says. */
  readonly action?: string;
  readonly onAnswer: (value: string) => void;
}) {
  const unit = unitOf(vocabulary, attribute) ?? '';
  const [text, setText] = useState(start);
  const [zeros, setZeros] = useState(0);
  const written = text.trim().replaceAll(/[,，\s]/g, '');
  const isWrong = written !== '' && !isNumber(written);
  return (
    <form
      class="asked-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isNumber(written)) onAnswer(zeros > 0 ? inBaseUnit(written, zeros) : written);
      }}
    >
      <label>
        {label}{' '}
        <input
          type="text"
          inputMode="decimal"
          autocomplete="off"
          size={12}
          value={text}
          aria-invalid={isWrong}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {unit === '元' ? (
        <select
          aria-label={t('单位', 'Unit')}
          value={zeros}
          onChange={(event) => setZeros(Number(event.currentTarget.value))}
        >
          <option value={0}>{t('元', 'yuan')}</option>
          <option value={4}>{t('万元', '10,000 yuan')}</option>
          <option value={8}>{t('亿元', '100 million yuan')}</option>
        </select>
      ) : (
        <span>{unit}</span>
      )}
      {action ? <Done>{action}</Done> : <Done />}
      {isWrong ? <span role="alert">{t('请填写数字', 'Please enter a number')}</span> : null}
    </form>
  );
}
