/** Places side by side: figures of the same definition, what they share, what only one of them has. */

import {
  COMPARE_VIEW,
  compareQuestion,
  endedFigures,
  FEWEST,
  figureRows,
  MOST,
  placesIn,
} from '../views/compare.ts';
import { choicesQuestion } from '../views/questions.ts';
import { type Named, plainName } from '../views/vocabulary.ts';
import { useAnswer } from './ask.ts';
import { CompareSides } from './compare-sides.tsx';
import { Choose, placeChoices } from './sentence.tsx';
import { address, change, language, pathTo, pathWith, t } from './state.ts';
import { ViewFrame } from './view-frame.tsx';
import './compare.css';

/** The view. */
export function CompareView() {
  const question = compareQuestion(address.value);
  const answer = useAnswer(question);
  const named = answer.data?.asked.flatMap((each) => (each && 'name' in each ? [each] : [])) ?? [];
  const places = <Places named={named} />;
  return (
    <ViewFrame view={COMPARE_VIEW} question={question} answer={answer} lines={10} asked={places}>
      {(data) =>
        data.compare ? (
          <CompareSides
            comparison={data.compare}
            rows={figureRows(data.compare, language.value, endedFigures(data, address.value))}
          />
        ) : (
          <Nearest />
        )
      }
    </ViewFrame>
  );
}

/** The places that are compared: each can be left out, another added. */
function Places({ named }: { readonly named: readonly Named[] }) {
  const ids = placesIn(address.value.parameters);
  const choices = useAnswer(choicesQuestion()).data;
  const { planned } = address.value.parameters;
  return (
    <p class="limits places">
      {ids.map((id) => {
        const place = named.find((each) => each.id === id);
        return (
          <a
            class="chip"
            key={id}
            href={pathWith({ places: ids.filter((each) => each !== id).join(',') || undefined })}
          >
            {place ? plainName(place, language.value) : id} <span aria-hidden="true">×</span>
            <span class="hidden">{t('去掉这个区域', 'leave this place out')}</span>
          </a>
        );
      })}
      {ids.length < MOST ? (
        <Choose
          label={t('加一个区域', 'add a place')}
          value=""
          all={t('＋ 加一个区域', '+ add a place')}
          groups={placeChoices(choices, language.value)}
          onChange={(id) => change({ places: [...ids, id].filter(Boolean).join(',') })}
        />
      ) : null}
      <label class="check">
        <input
          type="checkbox"
          checked={planned === 'yes'}
          onChange={(event) => change({ planned: event.currentTarget.checked ? 'yes' : undefined })}
        />
        {t('含计划中的事实', 'include planned facts')}
      </label>
    </p>
  );
}

/** Where fewer than two places are named: the nearest question that has an answer. */
function Nearest() {
  const choices = useAnswer(choicesQuestion()).data;
  const ids = placesIn(address.value.parameters);
  const districts = (choices?.regions.nodes ?? []).filter(({ level }) => level === 'DISTRICT');
  const others = districts.filter(({ id }) => !ids.includes(id)).slice(0, 12);
  return (
    <>
      <p class="empty">
        {ids.length < FEWEST - 1
          ? t(
              '比较需要 2 到 8 个区域。先选一个：',
              'A comparison needs 2 to 8 places. Choose one to begin with:',
            )
          : t('再选一个区域就能比较：', 'One more place makes a comparison:')}
      </p>
      <ul class="choices">
        {others.map((place) => (
          <li key={place.id}>
            <a class="entity" href={pathTo('compare', { places: [...ids, place.id].join(',') })}>
              {plainName(place, language.value)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
