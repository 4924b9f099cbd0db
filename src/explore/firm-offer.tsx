/** One measure or policy for a firm: what it gives, the one thing to know about it, and every criterion with its verdict. */

import { useState } from 'preact/hooks';
import { amountWords } from '../views/figure-words.ts';
import { attributeWords, type CriterionVerdict, type Offer } from '../views/firm.ts';
import { verdictsQuestion } from '../views/firm-questions.ts';
import { numberThatDoes } from '../views/next-question.ts';
import type { Question } from '../views/operation.ts';
import type { Profile } from '../views/profile.ts';
import { plainName } from '../views/vocabulary.ts';
import { useAnswer } from './ask.ts';
import { Cited } from './evidence.tsx';
import { answerer } from './firm-answerer.ts';
import { EntityLink, word } from './parts.tsx';
import { language, t, vocabulary } from './state.ts';

/** What was asked of a firm, and how what is said of it is changed. */
export interface OfferProps {
  readonly question: Question;
  readonly profile: Profile;
  readonly onChange: (profile: Profile) => void;
}

/** The item. */
export function OfferItem({
  kind,
  offer,
  ...props
}: OfferProps & { readonly kind: 'can' | 'open' | 'missed'; readonly offer: Offer }) {
  const { measure, policy, window } = offer;
  const [isOpen, setOpen] = useState(false);
  const cap = measure?.cap;
  return (
    <li class="offer">
      <h3>
        <EntityLink entity={measure ?? policy} />
        {measure ? <span class="of-policy">{plainName(policy, language.value)}</span> : null}
      </h3>
      <p class="offer-facts">
        <span class={`window ${window.toLowerCase()}`}>{windowWords(offer)}</span>
        {measure ? <span>{word('Instrument', measure.instrument)}</span> : null}
        {measure?.rateMax ? <span>{t(`最高 ${measure.rateMax}%`, `up to ${measure.rateMax}%`)}</span> : null}
        {cap ? (
          <span>
            {language.value === 'ZH' && cap.printed
              ? cap.printed
              : t(
                  `最高 ${amountWords(cap.amount, '元', 'ZH')}`,
                  `up to ${amountWords(cap.amount, '元', 'EN')}`,
                )}
            {measure.per ? ` · ${measure.per}` : ''}
          </span>
        ) : null}
      </p>
      <Why kind={kind} offer={offer} {...props} />
      <details
        class="criteria"
        open={isOpen}
        onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}
      >
        <summary>
          {t(`逐条判定（${offer.verdicts.length} 条）`, `Criterion by criterion (${offer.verdicts.length})`)}
        </summary>
        {isOpen ? <Criteria offer={offer} question={props.question} /> : null}
      </details>
    </li>
  );
}

/** The one thing to know about an answer: what a person must judge, what is missing, what is missed. */
function Why({
  kind,
  offer,
  profile,
  onChange,
}: OfferProps & { readonly kind: 'can' | 'open' | 'missed'; readonly offer: Offer }) {
  if (kind === 'can') {
    const byPeople = offer.verdicts.filter(({ verdict }) => verdict === 'NOT_CHECKABLE');
    if (byPeople.length === 0) return null;
    const who = offer.measure?.applyAt ? plainName(offer.measure.applyAt, language.value) : '';
    return (
      <p class="why">
        <Sign verdict="NOT_CHECKABLE" />{' '}
        {t(
          `另有 ${byPeople.length} 条须由${who || '受理机关'}判断：`,
          `${byPeople.length} more for ${who || 'the agency'} to judge: `,
        )}
        {byPeople.map(({ sentence }) => sentence).join(t('；', '; '))}
      </p>
    );
  }
  if (kind === 'open') {
    const missing = [...new Set(offer.verdicts.flatMap((each) => each.missing))];
    return (
      <p class="why">
        <Sign verdict="UNKNOWN" />{' '}
        {missing.map((each, at) => (
          <span key={each} title={answerer(each)}>
            {at > 0 ? t('、', ', ') : t('缺：', 'Missing: ')}
            {attributeWords(vocabulary, each, language.value)}
          </span>
        ))}
      </p>
    );
  }
  return (
    <ul class="why">
      {offer.verdicts
        .filter(({ verdict }) => verdict === 'NOT_MET')
        .map((each) => (
          <li key={each.sentence}>
            <Sign verdict="NOT_MET" /> {each.sentence}
            <span class="context">{each.because}</span>
            <TryButtons verdict={each} profile={profile} onChange={onChange} />
          </li>
        ))}
    </ul>
  );
}

/** What would do, as a button that tries it. */
function TryButtons({
  verdict,
  profile,
  onChange,
}: {
  readonly verdict: CriterionVerdict;
  readonly profile: Profile;
  readonly onChange: (profile: Profile) => void;
}) {
  const tries = verdict.conditions.flatMap(({ verdict: own, distance, condition }) => {
    const value = own === 'NOT_MET' && distance !== null ? numberThatDoes(condition) : undefined;
    return value === undefined ? [] : [{ condition, value }];
  });
  return (
    <>
      {tries.map(({ condition, value }) => {
        const same = profile.figures.filter(
          (each) => each.attribute === condition.attribute && (each.of ?? null) === condition.of,
        );
        const newest = [...same].sort((a, b) => ((a.period ?? '9') > (b.period ?? '9') ? -1 : 1))[0];
        const figure = {
          attribute: condition.attribute,
          of: condition.of ?? undefined,
          period: newest?.period,
          value,
        };
        return (
          <button
            type="button"
            class="plain-button"
            key={`${condition.attribute} ${condition.of}`}
            onClick={() => onChange({ ...profile, whatIf: figure })}
          >
            {t('试算：若为 ', 'Try: if it were ')}
            {amountWords(value, condition.unit ?? '', language.value)}
          </button>
        );
      })}
    </>
  );
}

/** Every criterion with its verdict, why, and where both are stated. */
function Criteria({ offer, question }: { readonly offer: Offer; readonly question: Question }) {
  const { data } = useAnswer(verdictsQuestion(question, offer.policy.id));
  const own = data?.eligibility.nodes.find(
    ({ measure }) => (measure?.id ?? null) === (offer.measure?.id ?? null),
  );
  return (
    <>
      <table class="criteria-table">
        <thead>
          <tr>
            <th scope="col">{t('判定', 'Verdict')}</th>
            <th scope="col">{t('条件', 'Criterion')}</th>
            <th scope="col">{t('理由', 'Why')}</th>
          </tr>
        </thead>
        <tbody>
          {offer.verdicts.map((each, at) => (
            <tr key={each.sentence}>
              <td>
                <Sign verdict={each.verdict} /> {word('Verdict', each.verdict)}
              </td>
              <td>
                {each.sentence}
                {own?.verdicts[at]?.criterion ? (
                  <Cited evidence={own.verdicts[at].criterion.evidence} />
                ) : null}
              </td>
              <td>
                {each.because}
                {own?.verdicts[at]?.evidence.length ? <Cited evidence={own.verdicts[at].evidence} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">
        {t('同享规定：', 'Together with others: ')}
        {offer.combination}
      </p>
    </>
  );
}

const SIGNS: Readonly<Record<string, string>> = { MET: '✓', NOT_MET: '✗', UNKNOWN: '?', NOT_CHECKABLE: '◇' };

function Sign({ verdict }: { readonly verdict: string }) {
  return (
    <span class={`sign ${verdict.toLowerCase()}`} aria-hidden="true">
      {SIGNS[verdict]}
    </span>
  );
}

/** Whether one can apply on the day, with the last day of a window that is past. */
function windowWords({ window, measure }: Offer): string {
  const state = word('WindowState', window);
  const days = (measure?.windows ?? []).flatMap(({ opensOn, closesOn }) => [opensOn ?? '', closesOn ?? '']);
  const last = days.sort().at(-1);
  if (window === 'UNKNOWN') return t('申报时间未查到', 'application time not on record');
  if (!last) return state;
  if (window === 'CLOSED') return t(`${state}（${last}）`, `${state} (${last})`);
  return t(`${state}，至 ${last}`, `${state}, until ${last}`);
}
