/** What would change with one other figure: which verdicts flip, and whether to take it. */

import { attributeWords, type FirmData, type Offer, offerName } from '../views/firm.ts';
import { flips } from '../views/firm-flips.ts';
import { type Profile, profileTried } from '../views/profile.ts';
import type { Answer } from './ask.ts';
import { figureWords } from './firm-facts.tsx';
import { word } from './parts.tsx';
import { language, pathOf, t, vocabulary } from './state.ts';

/** The trial, while there is one. */
export function FirmTried({
  profile,
  before,
  after,
  onChange,
}: {
  readonly profile: Profile;
  readonly before: FirmData;
  readonly after: Answer<FirmData>;
  readonly onChange: (profile: Profile) => void;
}) {
  const { whatIf } = profile;
  if (!whatIf) return null;
  const changed =
    after.data && !after.isLoading
      ? flips(before.eligibility?.nodes ?? [], after.data.eligibility?.nodes ?? [])
      : undefined;
  const own = profile.figures.find(
    (each) => each.attribute === whatIf.attribute && each.of === whatIf.of && each.period === whatIf.period,
  );
  return (
    <section class="card tried" aria-labelledby="tried">
      <h2 id="tried">
        {t('假设', 'What if')} {attributeWords(vocabulary, whatIf.attribute, language.value)}{' '}
        {own ? <s>{figureWords(own)}</s> : null} <b>{figureWords(whatIf)}</b>
      </h2>
      <div aria-live="polite">
        {changed === undefined ? (
          <p class="note">{t('正在试算…', 'Trying it…')}</p>
        ) : changed.length === 0 ? (
          <p>{t('没有一项的判定会改变。', 'No verdict would change.')}</p>
        ) : (
          <ul class="plain">
            {changed.map(({ offer, was }) => (
              <li key={idOf(offer)}>
                <a href={pathOf(idOf(offer))}>{offerName(offer, language.value)}</a>{' '}
                <span class="flip">
                  {word('Verdict', was)} → <b>{word('Verdict', offer.overall)}</b>
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <p class="next-others">
        <button type="button" onClick={() => onChange({ ...profile, whatIf: undefined })}>
          {t('撤销', 'Undo')}
        </button>
        <button type="button" class="plain-button" onClick={() => onChange(profileTried(profile))}>
          {t('改为这个数', 'Keep this number')}
        </button>
      </p>
    </section>
  );
}

function idOf({ measure, policy }: Offer): string {
  return (measure ?? policy).id;
}
