/** Why there are no more answers: how many each condition keeps out, and the nearest question without it. */

import { word } from './parts.tsx';
import { pathWith, t } from './state.ts';

/** The reasons with their counts. */
export function WhyNot({
  reasons,
  isEmpty,
}: {
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  readonly isEmpty: boolean;
}) {
  const some = reasons.filter(({ count }) => count > 0);
  if (some.length === 0 && !isEmpty) return null;
  return (
    <section class="why-not" aria-label={t('未列入的原因', 'Why not more')}>
      <h2>
        {isEmpty
          ? t('为什么没有答案', 'Why there is no answer')
          : t('还有哪些未列入', 'What is not listed, and why')}
      </h2>
      {some.length === 0 ? (
        <p>
          {t(
            '没有政策只差一个条件。可以改换产业、区域或日期。',
            'No policy misses by one condition. Try another industry, place or day.',
          )}
        </p>
      ) : (
        <ul class="levers">
          {some.map(({ reason, count }) => (
            <li key={reason}>
              <b>+{count.toLocaleString()}</b>{' '}
              <Listed reason={reason}>{word('ExclusionReason', reason)}</Listed> <Nearest reason={reason} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What one reason keeps out, as a list of its own; several reasons at once are no single question. */
function Listed({ reason, children }: { readonly reason: string; readonly children: string }) {
  if (reason === 'SEVERAL') return <>{children}</>;
  return <a href={pathWith({ dropping: reason, proof: undefined })}>{children}</a>;
}

/** The nearest question in which those are answers, where there is one. */
function Nearest({ reason }: { readonly reason: string }) {
  switch (reason) {
    case 'OTHER_INDUSTRY':
      return (
        <a href={pathWith({ industry: undefined, proof: undefined })}>{t('不限产业', 'any industry')}</a>
      );
    case 'OTHER_PLACE':
      return <a href={pathWith({ place: undefined, proof: undefined })}>{t('不限区域', 'any place')}</a>;
    case 'OTHER_INSTRUMENT':
      return (
        <a href={pathWith({ instrument: undefined, proof: undefined })}>{t('不限工具', 'any instrument')}</a>
      );
    case 'ONLY_PLANNED':
      return (
        <a href={pathWith({ planned: 'yes', proof: undefined })}>{t('含计划中', 'with planned facts')}</a>
      );
    default:
      return null;
  }
}
