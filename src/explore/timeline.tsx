/** When things were so: the dates of a record, and the spans of its facts, on one line of time. */

import type { NodeTypeModel } from '../model/model.ts';
import { dateWords } from '../model/words/date-words.ts';
import { type Item, listOf, relationshipFact } from '../views/entity-facts.ts';
import { shownProperties } from '../views/entity-operation.ts';
import { layOutTime, type Moment } from '../views/time-layout.ts';
import type { Named } from '../views/vocabulary.ts';
import { edgesOf } from './facts-of.tsx';
import { useIsNarrow } from './narrow.ts';
import { column, SortableTable } from './sortable-table.tsx';
import { address, language, t, vocabulary } from './state.ts';

const ROW = 26;
const WIDTH = 1000;
const LABELS = 330;
/** Half of the last year's number, which is behind the end of the line. */
const LAST_YEAR = 20;

/** The picture, with the same as a table; nothing where there are fewer than two dates. */
export function Timeline({
  entity,
  type,
  data,
}: {
  readonly entity: Named & Item;
  readonly type: NodeTypeModel;
  readonly data: Item | undefined;
}) {
  const isNarrow = useIsNarrow();
  const moments = momentsOf(entity, type, data);
  if (moments.length < 2) return null;
  const today = address.value.parameters.validOn ?? new Date().toISOString().slice(0, 10);
  const { bars, years, now } = layOutTime(moments, WIDTH - LABELS - LAST_YEAR, today);
  const height = bars.length * ROW + 30;
  return (
    <section class="timeline">
      <h2>{t('时间线', 'Timeline')}</h2>
      <div class="scroll" hidden={isNarrow}>
        <svg
          class="picture"
          viewBox={`0 0 ${WIDTH} ${height}`}
          width={WIDTH}
          height={height}
          role="img"
          aria-label={t('时间线；下表内容相同', 'Timeline; the table below says the same')}
        >
          {years.map(({ year, x }) => (
            <g key={year}>
              <line class="grid" x1={LABELS + x} x2={LABELS + x} y1={0} y2={height - 22} />
              <text class="small" x={LABELS + x} y={height - 6} text-anchor="middle">
                {year}
              </text>
            </g>
          ))}
          {now === undefined ? null : (
            <line class="now" x1={LABELS + now} x2={LABELS + now} y1={0} y2={height - 22} />
          )}
          {bars.map(({ moment, x, width, isOpen }, at) => (
            <g key={`${moment.label} ${moment.from} ${moment.to}`}>
              <text class="small" x={LABELS - 10} y={at * ROW + 17} text-anchor="end">
                {moment.label.length > 25 ? `${moment.label.slice(0, 24)}…` : moment.label}
              </text>
              {width > 0 ? (
                <rect
                  class={isOpen ? 'span open' : 'span'}
                  x={LABELS + x}
                  y={at * ROW + 7}
                  width={width}
                  height={12}
                  rx={3}
                />
              ) : (
                <circle class="span" cx={LABELS + x} cy={at * ROW + 13} r={5} />
              )}
            </g>
          ))}
        </svg>
      </div>
      <details class="as-table" open={isNarrow}>
        <summary>{t('以表格查看', 'As a table')}</summary>
        <SortableTable
          caption={t('时间线的全部事项', 'All of the timeline')}
          groups={[{ key: 'moments', rows: moments }]}
          keyOf={({ label, from, to }) => `${label} ${from} ${to}`}
          columns={[
            column('what', t('事项', 'What'), ({ label }: Moment) => label),
            { ...column('from', t('开始', 'From'), dayOf('from')), by: ({ from }) => from },
            { ...column('to', t('结束', 'To'), dayOf('to')), by: ({ to }) => to },
          ]}
        />
      </details>
    </section>
  );
}

/** The dates of the record itself, and those facts that have a beginning or an end. */
function momentsOf(entity: Named & Item, type: NodeTypeModel, data: Item | undefined): readonly Moment[] {
  const own = shownProperties(type).flatMap(({ name, valueKind, words }): readonly Moment[] => {
    const value = entity[name];
    const isDate = valueKind === 'coarseDate' && typeof value === 'string';
    return isDate ? [{ label: words[language.value], from: value, to: value }] : [];
  });
  const facts = [...type.relationships.values()].flatMap((relationship) =>
    edgesOf(data, relationship.name).flatMap((edge): readonly Moment[] => {
      const { validFrom, validTo } = edge;
      if (typeof validFrom !== 'string' && typeof validTo !== 'string') return [];
      const { far } = relationshipFact(vocabulary, relationship, entity, edge, language.value);
      const label = `${relationship.words[language.value]} · ${far ? nameOf(far) : ''}`;
      return [{ label, from: textOf(validFrom), to: textOf(validTo) }];
    }),
  );
  const titles = listOf<Item>(entity.titles).flatMap((title): readonly Moment[] =>
    typeof title.validFrom === 'string'
      ? [{ label: String(title.title), from: title.validFrom, to: textOf(title.validTo) }]
      : [],
  );
  return [...own, ...titles, ...facts]
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
    .slice(0, 40);
}

function dayOf(end: 'from' | 'to'): (moment: Moment) => string {
  return ({ [end]: day }) => (day ? dateWords(day, language.value) : '');
}

function nameOf({ name, nameEn }: Named): string {
  return language.value === 'EN' ? (nameEn ?? name) : name;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
