/** All targets that were measured, or that cannot be compared, as one picture; the list below it says the same in words. */

import type { Progress } from '../views/targets.ts';
import { COLUMNS, layOutTargets, type TargetRow } from '../views/targets-picture.ts';
import { pathTo, t, viewState } from './state.ts';
import { TargetBar } from './target-bar.tsx';
import './pictures.css';

/** The picture; nothing where no target has a figure. */
export function TargetsPicture({
  nodes,
  chosen,
}: {
  readonly nodes: readonly Progress[];
  /** The state of which targets are shown; undefined: of any. */
  readonly chosen: string | undefined;
}) {
  const { groups, height } = layOutTargets(nodes, chosen, viewState());
  if (groups.length === 0) return null;
  const { width } = COLUMNS;
  return (
    <figure
      class="scroll"
      aria-label={t(
        '目标与现有数据的条形图；下面的列表内容相同',
        'Targets and what was reached as bars; the list below says the same',
      )}
    >
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure says what it is, and the list has the same */}
      <svg class="picture targets-picture" viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
        {groups.map(({ key, title, top, rows }) => (
          <g key={key}>
            <text class="bars-name" x={0} y={top + 20}>
              {title || t('没有注明政策', 'No policy named')}
            </text>
            <line class="grid" x1={0} x2={width} y1={top + 28} y2={top + 28} />
            {rows.map((row) => (
              <Row key={row.progress.target.id} row={row} />
            ))}
          </g>
        ))}
      </svg>
    </figure>
  );
}

function Row({ row: { progress, top, name, state, words, bar } }: { readonly row: TargetRow }) {
  return (
    <g class="target-row" transform={`translate(0 ${top})`}>
      <a href={pathTo('id', {}, progress.target.id)}>
        <Lines lines={name} x={COLUMNS.name} y={22} step={17} />
      </a>
      <g transform={`translate(${COLUMNS.bar} 2)`}>
        <TargetBar bar={bar} width={COLUMNS.barWidth} isPlanned={progress.target.modality !== 'STATED'} />
      </g>
      <text class="bars-name" x={COLUMNS.words} y={22}>
        {state}
      </text>
      <Lines lines={words} x={COLUMNS.words} y={39} step={16} className="small" />
    </g>
  );
}

function Lines({
  lines,
  x,
  y,
  step,
  className,
}: {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly step: number;
  readonly className?: string;
}) {
  return (
    <>
      {lines.map((line, at) => (
        <text key={line} class={className} x={x} y={y + at * step}>
          {line}
        </text>
      ))}
    </>
  );
}
