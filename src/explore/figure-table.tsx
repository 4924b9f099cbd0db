/** Figures by place, one definition a row; rows that may not be compared are apart and say why. */

import { dateWords } from '../model/words/date-words.ts';
import { type Figure, type FigureRow, figureHedges, figureWords } from '../views/compare.ts';
import { type Named, plainName } from '../views/vocabulary.ts';
import { Cited } from './evidence.tsx';
import { EntityLink } from './parts.tsx';
import { language, t, viewState } from './state.ts';
import './lines.css';

/** The table. */
export function FigureTable({
  rows,
  places,
}: {
  readonly rows: readonly FigureRow[];
  readonly places: readonly Named[];
}) {
  const groups = [
    { comparable: 'SAME', title: t('口径和时期都相同', 'Same definition and period') },
    {
      comparable: 'OTHER_PERIODS',
      title: t('口径相同，时期不同：不作比较', 'Same definition, other periods: not compared'),
    },
    {
      comparable: 'ALONE',
      title: t('只有一个区域有数据：无从比较', 'On record for one place only: nothing to compare'),
    },
  ].flatMap((group) => {
    const own = rows.filter(({ comparable }) => comparable === group.comparable);
    return own.length > 0 ? [{ ...group, own }] : [];
  });
  if (groups.length === 0)
    return (
      <p class="empty">
        {t('这些区域没有记录在案的数据。', 'There are no figures of these places on record.')}
      </p>
    );
  const [alone, held] = [groups.filter(isAlone), groups.filter((group) => !isAlone(group))];
  return (
    <>
      {held.length > 0 ? <Groups groups={held} places={places} /> : null}
      {alone.map((group) => (
        <details class="as-table" key={group.comparable} open={held.length === 0}>
          <summary>
            {group.title} {group.own.length}
          </summary>
          <Groups groups={[group]} places={places} />
        </details>
      ))}
    </>
  );
}

interface Group {
  readonly comparable: string;
  readonly title: string;
  readonly own: readonly FigureRow[];
}

function isAlone({ comparable }: Group): boolean {
  return comparable === 'ALONE';
}

function Groups({
  groups,
  places,
}: {
  readonly groups: readonly Group[];
  readonly places: readonly Named[];
}) {
  return (
    <div class="scroll">
      <table class="lines sides figures">
        <caption class="hidden">{t('各区域的数据', 'Figures by place')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('指标（口径）', 'Indicator (definition)')}</th>
            {places.map((place) => (
              <th scope="col" key={place.id}>
                {plainName(place, language.value)}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ comparable, title, own }) => (
          <tbody key={comparable}>
            <tr class="lane-row">
              <th scope="rowgroup" colSpan={places.length + 1}>
                {title} <span class="count">{own.length}</span>
              </th>
            </tr>
            {own.map((row) => (
              <Row key={row.key} row={row} places={places} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Row({ row, places }: { readonly row: FigureRow; readonly places: readonly Named[] }) {
  const { indicator, industry, figures, confusable } = row;
  return (
    <tr>
      <th scope="row">
        <EntityLink entity={indicator} />
        {industry ? (
          <>
            {' · '}
            <EntityLink entity={industry} />
          </>
        ) : null}
        <span class="context">{indicator.basis}</span>
        {confusable.length > 0 ? (
          <span class="context refusal">
            ≠ {confusable.join(t('、', ', '))}
            {t('：口径不同，不能相比', ': another definition, not to be compared')}
          </span>
        ) : null}
      </th>
      {figures.map((figure, at) => (
        <td key={places[at]?.id}>{figure ? <Value figure={figure} /> : <span class="note">—</span>}</td>
      ))}
    </tr>
  );
}

function Value({ figure }: { readonly figure: Figure }) {
  const state = viewState();
  return (
    <>
      {figureWords(figure, language.value)}
      {figureHedges(state, figure).map((hedge) => (
        <span class="hedge" key={hedge}>
          {hedge}
        </span>
      ))}
      <span class="context">
        {dateWords(figure.period, language.value)}
        <Cited evidence={figure.evidence} />
      </span>
    </>
  );
}
