/** Places side by side: figures of the same definition, what they share, what only one of them has. */

import {
  COMPARE_VIEW,
  type Comparison,
  compareQuestion,
  endedFigures,
  FEWEST,
  type FigureRow,
  figureRows,
  industryRows,
  MOST,
  placesIn,
} from '../views/compare.ts';
import { choicesQuestion } from '../views/questions.ts';
import { type Named, plainName } from '../views/vocabulary.ts';
import { useAnswer } from './ask.ts';
import { CompareBars } from './compare-bars.tsx';
import { FigureTable } from './figure-table.tsx';
import { useIsNarrow } from './narrow.ts';
import { EntityLink, TypeTag, typeNameOf } from './parts.tsx';
import { Choose, placeChoices } from './sentence.tsx';
import { column, SortableTable } from './sortable-table.tsx';
import { address, change, language, pathOf, pathTo, pathWith, t } from './state.ts';
import { ViewFrame } from './view-frame.tsx';
import './compare.css';

/** The view. */
export function CompareView() {
  const question = compareQuestion(address.value);
  const answer = useAnswer(question);
  const named = answer.data?.asked.flatMap((each) => (each && 'name' in each ? [each] : [])) ?? [];
  const places = <Places named={named} />;
  return (
    <ViewFrame view={COMPARE_VIEW} question={question} answer={answer} lines={10} asked={places}>
      {(data) =>
        data.compare ? (
          <Sides
            comparison={data.compare}
            rows={figureRows(data.compare, language.value, endedFigures(data, address.value))}
          />
        ) : (
          <Nearest />
        )
      }
    </ViewFrame>
  );
}

/** The places that are compared: each can be left out, another added. */
function Places({ named }: { readonly named: readonly Named[] }) {
  const ids = placesIn(address.value.parameters);
  const choices = useAnswer(choicesQuestion()).data;
  const { planned } = address.value.parameters;
  return (
    <p class="limits places">
      {ids.map((id) => {
        const place = named.find((each) => each.id === id);
        return (
          <a
            class="chip"
            key={id}
            href={pathWith({ places: ids.filter((each) => each !== id).join(',') || undefined })}
          >
            {place ? plainName(place, language.value) : id} <span aria-hidden="true">×</span>
            <span class="hidden">{t('去掉这个区域', 'leave this place out')}</span>
          </a>
        );
      })}
      {ids.length < MOST ? (
        <Choose
          label={t('加一个区域', 'add a place')}
          value=""
          all={t('＋ 加一个区域', '+ add a place')}
          groups={placeChoices(choices, language.value)}
          onChange={(id) => change({ places: [...ids, id].filter(Boolean).join(',') })}
        />
      ) : null}
      <label class="check">
        <input
          type="checkbox"
          checked={planned === 'yes'}
          onChange={(event) => change({ planned: event.currentTarget.checked ? 'yes' : undefined })}
        />
        {t('含计划中的事实', 'include planned facts')}
      </label>
    </p>
  );
}

/** Where fewer than two places are named: the nearest question that has an answer. */
function Nearest() {
  const choices = useAnswer(choicesQuestion()).data;
  const ids = placesIn(address.value.parameters);
  const districts = (choices?.regions.nodes ?? []).filter(({ level }) => level === 'DISTRICT');
  const others = districts.filter(({ id }) => !ids.includes(id)).slice(0, 12);
  return (
    <>
      <p class="empty">
        {ids.length < FEWEST - 1
          ? t(
              '比较需要 2 到 8 个区域。先选一个：',
              'A comparison needs 2 to 8 places. Choose one to begin with:',
            )
          : t('再选一个区域就能比较：', 'One more place makes a comparison:')}
      </p>
      <ul class="choices">
        {others.map((place) => (
          <li key={place.id}>
            <a class="entity" href={pathTo('compare', { places: [...ids, place.id].join(',') })}>
              {plainName(place, language.value)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Sides({
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
