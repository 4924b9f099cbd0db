/** Facts as sentences, each with its hedges and, one click away, where it is stated and what else is. */

import type { ClaimItem, FactItem } from '../views/entity-facts.ts';
import { periodWords } from '../views/entity-facts.ts';
import type { Named } from '../views/vocabulary.ts';
import { revision } from './ask.ts';
import { Cited, EvidenceList } from './evidence.tsx';
import { EntityLink, word } from './parts.tsx';
import { language, pathOf, t } from './state.ts';

/** A list of facts; `isBare` leaves out what they are called, where a heading says it. */
export function FactList({
  facts,
  about,
  isBare = false,
}: {
  readonly facts: readonly FactItem[];
  readonly about: Named;
  readonly isBare?: boolean;
}) {
  return (
    <ul class={isBare ? 'facts bare' : 'facts'}>
      {facts.map((fact, at) => (
        <li key={at}>
          {isBare ? null : <span class="label">{fact.label}</span>}
          <span class="says">
            <Says fact={fact} about={about} />
            {fact.hedges.map((hedge) => (
              <span class="hedge" key={hedge}>
                {hedge}
              </span>
            ))}
            {isBare && periodWords(fact, language.value) && !fact.far ? (
              <span class="period">{periodWords(fact, language.value)}</span>
            ) : null}
            <Backing fact={fact} about={about} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The words of a fact; the name at its far end is a link. */
function Says({ fact, about }: { readonly fact: FactItem; readonly about: Named }) {
  const { far, words } = fact;
  if (!far) return <>{words}</>;
  const name = language.value === 'EN' ? (far.nameEn ?? far.name) : far.name;
  // Inside a sentence English writes kinds with a small letter.
  const at = far.id === about.id ? -1 : words.toLowerCase().lastIndexOf(name.toLowerCase());
  if (at < 0) return words === '' ? <EntityLink entity={far} /> : <a href={pathOf(far.id)}>{words}</a>;
  const end = at + name.length;
  return (
    <>
      {words.slice(0, at)}
      <a class="entity" href={pathOf(far.id)}>
        {words.slice(at, end)}
      </a>
      {words.slice(end)}
    </>
  );
}

/** Where a fact is stated; where sources state different values, all of them and why one was chosen. */
function Backing({ fact, about }: { readonly fact: FactItem; readonly about: Named }) {
  if (fact.field === 'status')
    return <span class="uncited">{t('由日期推算', 'follows from the dates')}</span>;
  if (fact.claims.length <= 1) {
    return (
      <>
        <Cited evidence={fact.evidence} />
        <Report fact={fact} about={about} />
      </>
    );
  }
  return (
    <>
      <details class="cited">
        <summary>{t(`${fact.claims.length} 个说法`, `${fact.claims.length} stated values`)}</summary>
        <p class="note">
          {t(
            '来源等级最高的优先，其次是发布最晚的；日期取与之相符的最精确者。',
            'The source of the highest tier comes first, then the newest; of dates that agree, the most exact.',
          )}
        </p>
        <ul class="claims">
          {[...fact.claims]
            .sort((a, b) => Number(b.chosen) - Number(a.chosen))
            .map((claim) => (
              <Claim key={`${claim.value} ${claim.bound} ${claim.modality}`} claim={claim} />
            ))}
        </ul>
      </details>
      <Report fact={fact} about={about} />
    </>
  );
}

function Claim({ claim }: { readonly claim: ClaimItem }) {
  return (
    <li>
      <span class="value">{claim.printed ?? claim.value}</span>
      {claim.bound === 'EXACT' ? null : <span class="hedge">{word('Bound', claim.bound)}</span>}
      {claim.modality === 'STATED' ? null : <span class="hedge">{word('Modality', claim.modality)}</span>}
      <span class={claim.chosen ? 'chosen' : 'unchosen'}>
        {claim.chosen ? t('✓ 采用', '✓ chosen') : t('未采用', 'not chosen')}
      </span>
      <EvidenceList evidence={claim.evidence} />
    </li>
  );
}

/** Copies all that a curator needs to look into a mistake. */
function Report({ fact, about }: { readonly fact: FactItem; readonly about: Named }) {
  const copy = () =>
    navigator.clipboard.writeText(
      [
        `${about.id} · ${fact.field}: ${fact.words}`,
        ...fact.evidence.map(({ source, locator }) => `${source.id} ${locator} ${source.url ?? ''}`),
        `${t('版本', 'revision')} ${revision.value ?? '?'} · ${location.href}`,
      ].join('\n'),
    );
  return (
    <button
      type="button"
      class="report"
      title={t(
        '复制编号、来源、位置和版本，发给编者',
        'Copies id, source, locator and revision for the curators',
      )}
      onClick={() => void copy()}
    >
      {t('报错', 'Report')}
    </button>
  );
}
