/** The answer in lists: what can be had, what lacks facts, what is missed and by how much, and what is for others. */

import { useState } from 'preact/hooks';
import type { Offer, OfferLists } from '../views/firm.ts';
import { OfferItem, type OfferProps } from './firm-offer.tsx';
import { EntityLink } from './parts.tsx';
import { t } from './state.ts';

/** How many are shown of a list at first. */
const FIRST = 12;

/** All four lists. */
export function FirmLists({ lists, ...props }: OfferProps & { readonly lists: OfferLists }) {
  const { can, applies, open, unsaid, missed, elsewhere } = lists;
  return (
    <>
      <OfferList
        kind="can"
        title={t('可申请', 'Can apply')}
        note={t('可核对的条件都符合', 'meets all that can be checked')}
        empty={t(
          '目前没有各项条件都已符合的措施；回答上面的问题会得出更多判定。',
          'No measure is met in full so far; answering the question above decides more.',
        )}
        offers={can}
        {...props}
      />
      <OfferList
        kind="open"
        title={t('还差信息', 'Facts are missing')}
        note={t('没有不符合的条件，但有的还无法判断', 'nothing is missed, but some cannot be decided yet')}
        empty={t('没有缺少信息的措施。', 'No measure lacks facts.')}
        offers={open}
        {...props}
      />
      <OfferList
        kind="missed"
        title={t('不符合', 'Does not meet')}
        note={t('差得最少的在前', 'the nearest miss comes first')}
        empty={t(
          '在同一产业和区域里，没有不符合的措施。',
          'Among those for its industry and place, none is missed.',
        )}
        offers={missed}
        {...props}
      />
      <Folded
        offers={applies}
        title={t(
          `另有 ${applies.length} 项政策面向它的产业和区域，但没有录入可申请的措施`,
          `${applies.length} more policies are for its industry and place, with no measure on record to apply for`,
        )}
      />
      <Folded
        offers={unsaid}
        title={t(
          `另有 ${unsaid.length} 项，政策没有写明面向哪些产业或区域`,
          `${unsaid.length} more do not say for which industries or places they are`,
        )}
      />
      <Folded
        offers={elsewhere}
        title={t(
          `另有 ${elsewhere.length} 项面向其他产业或区域`,
          `${elsewhere.length} more are for other industries or places`,
        )}
      />
    </>
  );
}

function OfferList({
  kind,
  title,
  note,
  empty,
  offers,
  ...props
}: OfferProps & {
  readonly kind: 'can' | 'open' | 'missed';
  readonly title: string;
  readonly note: string;
  readonly empty: string;
  readonly offers: readonly Offer[];
}) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? offers : offers.slice(0, FIRST);
  return (
    <section class={`offers ${kind}`} aria-labelledby={`offers-${kind}`}>
      <h2 id={`offers-${kind}`}>
        {title} <span class="count">{offers.length}</span> <span class="note">{note}</span>
      </h2>
      {offers.length === 0 ? <p class="empty">{empty}</p> : null}
      <ul class="offer-list">
        {shown.map((offer) => (
          <OfferItem key={(offer.measure ?? offer.policy).id} kind={kind} offer={offer} {...props} />
        ))}
      </ul>
      {offers.length > shown.length ? (
        <button type="button" onClick={() => setWhole(true)}>
          {t(`显示全部 ${offers.length} 项`, `Show all ${offers.length}`)}
        </button>
      ) : null}
    </section>
  );
}

/** Answers that a firm can do little about, folded: names alone, and what is not met. */
function Folded({ offers, title }: { readonly offers: readonly Offer[]; readonly title: string }) {
  if (offers.length === 0) return null;
  return (
    <details class="elsewhere">
      <summary>{title}</summary>
      <ul class="names">
        {offers.map((offer) => (
          <li key={(offer.measure ?? offer.policy).id}>
            <EntityLink entity={offer.measure ?? offer.policy} />
            <span class="context">
              {offer.verdicts.find(({ verdict }) => verdict === 'NOT_MET')?.because}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
