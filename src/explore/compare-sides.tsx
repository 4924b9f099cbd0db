/** Places side by side: counts, figures of one definition, industries, what they have in common and what only one has. */

import { type Comparison, type FigureRow, industryRows } from '../views/compare.ts';
import { type Named, plainName } from '../views/vocabulary.ts';
import { CompareBars } from './compare-bars.tsx';
import { FigureTable } from './figure-table.tsx';
import { useIsNarrow } from './narrow.ts';
import { EntityLink, TypeTag, typeNameOf } from './parts.tsx';
import { column, SortableTable } from './sortable-table.tsx';
import { language, pathOf, t } from './state.ts';

/** The sides. */
export function CompareSides({
  comparison,
  rows,
}: {
  readonly comparison: Comparison;
  readonly rows: readonly FigureRow[];
}) {
  const isNarrow = useIsNarrow();
  const { places, common } = comparison;
  return (
    <>
      <Counts places={places} />
      <section>
        <h2>{t('同口径的数据', 'Figures of the same definition')}</h2>
        {isNarrow ? null : <CompareBars rows={rows} places={places} />}
        <FigureTable rows={rows} places={places.map(({ place }) => place)} />
      </section>
      <Industries comparison={comparison} />
      <section>
        <h2>
          {t('共有', 'In common')} <span class="count">{common.length}</span>
        </h2>
        <ByType
          entities={common}
          empty={t('没有共有的集群、产业或政策。', 'No cluster, industry or policy in common.')}
        />
      </section>
      {places.map(({ place, only }) => (
        <section key={place.id}>
          <h2>
            {t(`只有${plainName(place, 'ZH')}有`, `Only in ${plainName(place, 'EN')}`)}{' '}
            <span class="count">{only.length}</span>
          </h2>
          <ByType
            entities={only}
            empty={t('没有其他区域所没有的。', 'Nothing that the others have not, too.')}
          />
        </section>
      ))}
    </>
  );
}

/** How many firms, clusters and policies each has: each number leads to what it counts. */
function Counts({ places }: { readonly places: Comparison['places'] }) {
  const rows = [
    {
      field: 'firms',
      label: t('企业', 'firms'),
      count: (each: Comparison['places'][number]) => each.firmCount,
    },
    {
      field: 'clusters',
      label: t('集群', 'clusters'),
      count: (each: Comparison['places'][number]) => each.clusterCount,
    },
    {
      field: 'policies',
      label: t('现行有效的政策', 'policies in force'),
      count: (each: Comparison['places'][number]) => each.policyCount,
    },
  ];
  return (
    <div class="scroll">
      <table class="lines sides">
        <caption class="hidden">{t('数量', 'Counts')}</caption>
        <thead>
          <tr>
            <td />
            {places.map(({ place }) => (
              <th scope="col" key={place.id}>
                <EntityLink entity={place} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, label, count }) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              {places.map((each) => (
                <td key={each.place.id} class="number">
                  <a href={`${pathOf(each.place.id)}#${field}`}>{count(each)}</a>
                  {field === 'firms' && each.plannedFirmCount > 0 ? (
                    <span class="hedge">
                      {t(`另有计划中 ${each.plannedFirmCount}`, `${each.plannedFirmCount} more planned`)}
                    </span>
                  ) : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Which industries firms and clusters name, by place; those of one place alone are folded. */
function Industries({ comparison }: { readonly comparison: Comparison }) {
  const rows = industryRows(comparison);
  const isShared = ({ counts }: (typeof rows)[number]) =>
    counts.filter((count) => count !== undefined).length > 1;
  const [shared, single] = [rows.filter(isShared), rows.filter((row) => !isShared(row))];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>
        {t('产业和企业数', 'Industries, by number of firms')} <span class="count">{rows.length}</span>
      </h2>
      {shared.length > 0 ? <IndustryTable rows={shared} places={comparison.places} /> : null}
      {single.length > 0 ? (
        <details class="as-table" open={shared.length === 0}>
          <summary>
            {t(`只在一个区域的 ${single.length} 个产业`, `${single.length} industries of one place alone`)}
          </summary>
          <IndustryTable rows={single} places={comparison.places} />
        </details>
      ) : null}
    </section>
  );
}

type IndustryRow = ReturnType<typeof industryRows>[number];

function IndustryTable({
  rows,
  places,
}: {
  readonly rows: readonly IndustryRow[];
  readonly places: Comparison['places'];
}) {
  return (
    <div class="scroll">
      <SortableTable
        caption={t('各产业的企业数', 'Firms by industry')}
        className="lines sides"
        groups={[{ key: 'industries', rows }]}
        keyOf={({ industry }) => industry.id}
        columns={[
          {
            ...column('industry', t('产业', 'Industry'), ({ industry }: IndustryRow) =>
              plainName(industry, language.value),
            ),
            cell: ({ industry }) => <EntityLink entity={industry} />,
          },
          ...places.map(({ place }, at) => ({
            key: place.id,
            head: plainName(place, language.value),
            className: 'number',
            by: ({ counts }: IndustryRow) => counts[at],
            cell: ({ counts }: IndustryRow) =>
              counts[at] || <span class="note">{counts[at] === 0 ? t('仅集群', 'cluster only') : '—'}</span>,
          })),
        ]}
      />
    </div>
  );
}

/** Entities by type, many of one type folded. */
function ByType({ entities, empty }: { readonly entities: readonly Named[]; readonly empty: string }) {
  if (entities.length === 0) return <p class="note">{empty}</p>;
  const types = [...new Set(entities.map(typeNameOf))];
  return (
    <>
      {types.map((type) => {
        const own = entities.filter((each) => typeNameOf(each) === type);
        return (
          <details class="group-of" key={type} open={own.length <= 12}>
            <summary>
              <TypeTag type={type} /> <span class="count">{own.length}</span>
            </summary>
            <ul class="names">
              {own.map((each) => (
                <li key={each.id}>
                  <EntityLink entity={each} />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}
