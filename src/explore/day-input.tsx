/** The two clocks of all questions: the day, by an input and a slider over the days on which something begins or ends, and the revision. */

import { takesRevision } from '../views/address.ts';
import { daysQuestion } from '../views/questions.ts';
import { turningDays } from '../views/turning-days.ts';
import { useAnswer } from './ask.ts';
import { address, change, t } from './state.ts';

/** The inputs; today and the newest revision where the address names none. */
export function DayInput({
  today,
  newest,
}: {
  readonly today: string | undefined;
  readonly newest: number | undefined;
}) {
  const { validOn, revision } = address.value.parameters;
  const takes = takesRevision(address.value.view);
  const isThen = takes && revision !== undefined;
  const shown = validOn ?? today ?? '';
  const choose = (day: string) => change({ validOn: day === today ? undefined : day }, true);
  return (
    <details class="day">
      <summary>
        <span class="hidden">{t('日期', 'Day')} </span>
        {shown}
        {validOn ? <span class="mark"> {t('非今日', 'not today')}</span> : null}
        {isThen ? <span class="mark"> {t(`版本 ${revision}`, `revision ${revision}`)}</span> : null}
      </summary>
      <div class="sheet">
        <label>
          {t('按哪一天回答', 'Answer as of')}{' '}
          <input
            type="date"
            value={shown}
            onChange={(event) => event.currentTarget.value && choose(event.currentTarget.value)}
          />
        </label>
        <DaySlider shown={shown} choose={choose} />
        <p>
          <button type="button" disabled={!validOn} onClick={() => change({ validOn: undefined }, true)}>
            {t('今日', 'Today')}
          </button>
        </p>
        {takes && newest !== undefined ? (
          <p>
            <label>
              {t('按图谱的哪个版本回答', 'Answer as of revision')}{' '}
              <input
                type="number"
                min={1}
                max={newest}
                value={revision ?? newest}
                onChange={(event) => change({ revision: event.currentTarget.value || undefined }, true)}
              />
            </label>
            <button type="button" disabled={!isThen} onClick={() => change({ revision: undefined }, true)}>
              {t('最新', 'Newest')}
            </button>
          </p>
        ) : null}
      </div>
    </details>
  );
}

function DaySlider({ shown, choose }: { readonly shown: string; readonly choose: (day: string) => void }) {
  const { data } = useAnswer(daysQuestion());
  const days = turningDays(data?.policies.nodes ?? [], {
    windows: data?.measures.nodes.flatMap(({ windows }) => windows) ?? [],
    targets: data?.targets.nodes ?? [],
  });
  if (days.length < 2) return null;
  const at = Math.max(
    0,
    days.findLastIndex((day) => day <= shown),
  );
  const years = days.flatMap((day, index) =>
    day.slice(0, 4) === days[index - 1]?.slice(0, 4) ? [] : [{ day, index }],
  );
  return (
    <div class="slider">
      <label>
        {t(
          '政策或申报窗口开始、结束，或目标到期的日子',
          'Days on which a policy or a window begins or ends, or a target was due',
        )}
        <input
          type="range"
          min={0}
          max={days.length - 1}
          value={at}
          list="days"
          aria-valuetext={days[at]}
          onInput={(event) => choose(days[Number(event.currentTarget.value)] ?? shown)}
        />
      </label>
      <datalist id="days">
        {years.map(({ day, index }) => (
          <option key={day} value={index} label={day.slice(0, 4)} />
        ))}
      </datalist>
      <p class="note">
        {days[0]} – {days.at(-1)} · {t(`${days.length} 个日子`, `${days.length} days`)}
        {data && data.policies.totalCount > data.policies.nodes.length
          ? ` · ${t('仅最新 200 项政策', 'of the newest 200 policies')}`
          : ''}
      </p>
    </div>
  );
}
