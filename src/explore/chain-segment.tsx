/** One segment of a chain: its firms, who else could fill it, what supports it, and why its arrows are there. */

import { dateWords } from '../model/words/date-words.ts';
import { type ChainData, isGap, type Segment, segmentSentence } from '../views/chain.ts';
import { plainName } from '../views/vocabulary.ts';
import { Cited } from './evidence.tsx';
import { EntityLink } from './parts.tsx';
import { address, language, pathTo, pathWith, t, viewState } from './state.ts';

/** The panel of the chosen segment. */
export function ChainSegmentPanel({
  segment,
  chain,
}: {
  readonly segment: Segment;
  readonly chain: NonNullable<ChainData['chain']>;
}) {
  const { industry, elsewhere, policies, lookedOn, evidence } = segment;
  const { place } = address.value.parameters;
  const nameOf = (id: string) => chain.segments.find((each) => each.industry.id === id)?.industry;
  const links = chain.links.filter(({ from, to }) => from === industry.id || to === industry.id);
  const view = viewState();
  return (
    <section class="cell-panel" aria-label={t('环节', 'Segment')} aria-live="polite">
      <h2>
        {segmentSentence(view, segment)}{' '}
        <a class="close" href={pathWith({ segment: undefined })}>
          {t('关闭', 'Close')}
        </a>
      </h2>
      <p>
        <EntityLink entity={industry} />
        {lookedOn ? (
          <>
            {' '}
            {t(
              `${dateWords(lookedOn, 'ZH')}查证，没有企业`,
              `looked for on ${dateWords(lookedOn, 'EN')}: no firm`,
            )}
            <Cited evidence={evidence} />
          </>
        ) : null}
      </p>
      {elsewhere.length > 0 ? (
        <>
          <h3>
            {isGap(segment)
              ? t('别处有谁做这个环节', 'Who fills this segment elsewhere')
              : t('别处也有', 'Also elsewhere')}
          </h3>
          <ul class="plain">
            {elsewhere.map((firm) => (
              <li key={firm.id}>
                <EntityLink entity={firm} />
                <span class="context">
                  {(firm.places?.nodes ?? [])
                    .map((each) => plainName(each, language.value))
                    .join(t('、', ', '))}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {links.length > 0 ? (
        <>
          <h3>{t('供需关系', 'Supply')}</h3>
          <ul class="plain">
            {links.map(({ from, to, evidence: stated }) => {
              const [supplier, supplied] = [nameOf(from), nameOf(to)];
              return supplier && supplied ? (
                <li key={`${from} ${to}`}>
                  {plainName(supplier, language.value)} → {plainName(supplied, language.value)}
                  <Cited evidence={stated} />
                </li>
              ) : null;
            })}
          </ul>
        </>
      ) : null}
      <h3>{t('支持它的有效政策', 'Policies in force that support it')}</h3>
      {policies.length === 0 ? (
        <p class="note">{t('没有记录在案的政策。', 'No policy on record.')}</p>
      ) : (
        <ul class="plain">
          {policies.map((policy) => (
            <li key={policy.id}>
              <EntityLink entity={policy} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={pathTo('support', { industry: industry.id, place })}>
          {t('全部支持政策，及未列入的原因', 'All policies that support it, and what is not listed')}
        </a>
      </p>
    </section>
  );
}
