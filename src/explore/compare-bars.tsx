/** Figures of the same definition and period as bars; what hedges a figure is drawn: open ends, bands, hollow bars. */

import { barsOf, type Comparison, type FigureRow, figureHedges, figureWords } from '../views/compare.ts';
import { plainName } from '../views/vocabulary.ts';
import { language, t, viewState } from './state.ts';
import './pictures.css';

const WIDTH = 860;
const BAR = { left: 180, most: 420, height: 14, step: 24 };
const HEAD = 30;
const GAP = 14;
/** Bounds under which the true figure is larger than the bar. */
const OPEN = new Set(['MORE_THAN', 'AT_LEAST']);

/** The picture; the table below it says the same. */
export function CompareBars({
  rows,
  places,
}: {
  readonly rows: readonly FigureRow[];
  readonly places: Comparison['places'];
}) {
  const drawn = rows.filter((row) => barsOf(row).some((length) => length !== undefined));
  if (drawn.length === 0) return null;
  const heights = drawn.map(({ figures }) => HEAD + figures.filter(Boolean).length * BAR.step + GAP);
  const tops = heights.map((_, at) => heights.slice(0, at).reduce((sum, height) => sum + height, 0));
  const height = heights.reduce((sum, each) => sum + each, 0);
  return (
    <figure
      class="scroll"
      aria-label={t(
        '可比数据的条形图；下面的表格内容相同',
        'Bars of comparable figures; the table below says the same',
      )}
    >
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure says what it is, and the table has the same */}
      <svg class="picture bars" viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} height={height}>
        {drawn.map((row, at) => (
          <g key={row.key} transform={`translate(0 ${tops[at]})`}>
            <text class="bars-name" x={0} y={18}>
              {[row.indicator, row.industry]
                .flatMap((each) => (each ? [plainName(each, language.value)] : []))
                .join(' · ')}
            </text>
            <RowBars row={row} places={places} />
          </g>
        ))}
      </svg>
    </figure>
  );
}

function RowBars({ row, places }: { readonly row: FigureRow; readonly places: Comparison['places'] }) {
  const lengths = barsOf(row);
  const shown = row.figures.flatMap((figure, at) =>
    figure ? [{ figure, length: lengths[at] ?? 0, at }] : [],
  );
  const state = viewState();
  return (
    <>
      {shown.map(({ figure, length, at }, line) => {
        const [y, width] = [HEAD + line * BAR.step, Math.max(length * BAR.most, 1)];
        const place = places[at]?.place;
        const hedges = figureHedges(state, figure).join(' ');
        const isHollow = figure.modality !== 'STATED';
        return (
          <g key={figure.id}>
            <text class="small" x={BAR.left - 10} y={y + 12} text-anchor="end">
              {place ? plainName(place, language.value) : ''}
            </text>
            <rect
              class={isHollow ? 'bar hollow' : 'bar'}
              x={BAR.left}
              y={y}
              width={width}
              height={BAR.height}
            />
            {figure.bound === 'ABOUT' ? (
              <rect class="bar-band" x={BAR.left + width - 8} y={y - 2} width={16} height={BAR.height + 4} />
            ) : null}
            {OPEN.has(figure.bound) ? (
              <path
                class="bar-open"
                d={`M${BAR.left + width + 2},${y} l8,${BAR.height / 2} l-8,${BAR.height / 2}`}
              />
            ) : null}
            <text class="small" x={BAR.left + width + 18} y={y + 12}>
              {figureWords(figure, language.value)} {hedges}
            </text>
          </g>
        );
      })}
    </>
  );
}
