/** Figures by place, one definition a row; rows that may not be compared are apart and say why. */

import { dateWords } from '../model/words/date-words.ts';
import { type Figure, type FigureRow, figureHedges, figureWords } from '../views/compare.ts';
import { type Named, plainName } from '../views/vocabulary.ts';
import { Cited } from './evidence.tsx';
import { EntityLink } from './parts.tsx';
import { column, SortableTable } from './sortable-table.tsx';
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
      <SortableTable
        caption={t('各区域的数据', 'Figures by place')}
        className="lines sides figures"
        groups={groups.map(({ comparable, title, own }) => ({
          key: comparable,
          title: (
            <>
              {title} <span class="count">{own.length}</span>
            </>
          ),
          rows: own,
        }))}
        keyOf={({ key }) => key}
        columns={[
          {
            ...column(
              'indicator',
              t('指标（口径）', 'Indicator (definition)'),
              ({ indicator, industry }: FigureRow) =>
                [indicator, industry].map((each) => (each ? plainName(each, language.value) : '')).join(' '),
            ),
            cell: (row) => <RowHead row={row} />,
          },
          ...places.map((place, at) => ({
            key: place.id,
            head: plainName(place, language.value),
            cell: ({ figures }: FigureRow) =>
              figures[at] ? <Value figure={figures[at]} /> : <span class="note">—</span>,
          })),
        ]}
      />
    </div>
  );
}

/** What a row counts, by which definition. */
function RowHead({ row }: { readonly row: FigureRow }) {
  const { indicator, industry, confusable, isShared } = row;
  return (
    <>
      <EntityLink entity={indicator} />
      {industry ? (
        <>
          {' · '}
          <EntityLink entity={industry} />
        </>
      ) : null}
      <span class="context">{indicator.basis}</span>
      {isShared ? (
        <span class="context">
          {t('最新的共同时期；各自更新的数据见下', 'the newest period they share; newer ones are below')}
        </span>
      ) : null}
      {confusable.length > 0 ? (
        <span class="context refusal">
          ≠ {confusable.join(t('、', ', '))}
          {t('：口径不同，不能相比', ': another definition, not to be compared')}
        </span>
      ) : null}
    </>
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
