/** Where a fact is stated: source and place in it one click away, and how much weight it carries. */

import type { EvidenceItem } from '../views/entity-facts.ts';
import { firmness, safeUrl } from '../views/evidence-words.ts';
import { plainName } from '../views/vocabulary.ts';
import { word } from './parts.tsx';
import { language, pathOf, t } from './state.ts';
import './evidence.css';

/** The sources of a fact, folded. */
export function EvidenceList({ evidence }: { readonly evidence: readonly EvidenceItem[] }) {
  if (evidence.length === 0) return null;
  return (
    <ul class="evidence">
      {evidence.map(({ source, locator, checkedBy, checkedOn }) => (
        <li key={`${source.id} ${locator}`}>
          <Tier tier={source.tier} /> <a href={pathOf(source.id)}>{plainName(source, language.value)}</a>{' '}
          <span class="locator">{locator}</span>
          {source.publisher || source.publishedOn ? (
            <span class="context">{[source.publisher, source.publishedOn].filter(Boolean).join(' · ')}</span>
          ) : null}
          {checkedBy ? (
            <span class="checked">
              ✓ {checkedBy} {t(`${checkedOn ?? ''} 复核`, `checked ${checkedOn ?? ''}`)}
            </span>
          ) : null}
          <OutsideLink url={source.url} />
        </li>
      ))}
    </ul>
  );
}

/** One click to the sources of a fact. */
export function Cited({ evidence }: { readonly evidence: readonly EvidenceItem[] }) {
  if (evidence.length === 0) return <span class="uncited">{t('由图谱推算', 'derived')}</span>;
  return (
    <details class="cited">
      <summary>
        <Tier tier={firmness(evidence)} />{' '}
        {t(`${evidence.length} 处依据`, evidence.length === 1 ? '1 source' : `${evidence.length} sources`)}
      </summary>
      <EvidenceList evidence={evidence} />
    </details>
  );
}

/** The weight of a source, as a word with a mark. */
export function Tier({ tier }: { readonly tier: string }) {
  return <span class={`tier ${tier.toLowerCase()}`}>{word('SourceTier', tier)}</span>;
}

/** A link to the source itself; only http and https are followed. */
export function OutsideLink({ url }: { readonly url: string | null | undefined }) {
  const safe = safeUrl(url);
  if (!safe) return null;
  return (
    <a class="outside" href={safe} target="_blank" rel="noopener noreferrer">
      {t('原文', 'Original')} ↗<span class="hidden"> {new URL(safe).hostname}</span>
    </a>
  );
}
