/** A target's bar: what was reached with its hedge, the target, and the straight line. The words beside it say the same. */

import { layOutBar } from '../views/bar-layout.ts';
import { type Progress, percent } from '../views/targets.ts';
import { t } from './state.ts';

const WIDTH = 460;
const HEIGHT = 34;
const TOP = 9;
const THICK = 14;

/** The bar; nothing where there is no figure. */
export function TargetBar({ progress }: { readonly progress: Progress }) {
  const { target, latest, baseline, line, ratio } = progress;
  const bar = layOutBar(
    {
      value: target.value,
      valueMax: target.valueMax,
      latest,
      baseline: baseline?.value,
      line: line ?? undefined,
    },
    WIDTH,
  );
  if (!bar || ratio === null) return null;
  const isPlanned = target.modality !== 'STATED';
  return (
    <svg
      class="picture target-bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t(`完成 ${percent(ratio)}`, `${percent(ratio)} reached`)}
    >
      <rect class="track" x={0} y={TOP} width={WIDTH} height={THICK} rx={3} />
      <rect class="reached" x={0} y={TOP} width={Math.min(bar.from, bar.reached)} height={THICK} rx={3} />
      {bar.to > bar.from ? (
        <rect class="range" x={bar.from} y={TOP} width={bar.to - bar.from} height={THICK} />
      ) : null}
      {bar.isOpenAbove ? (
        <path class="open-end" d={`M${bar.to} ${TOP} l7 ${THICK / 2} l-7 ${THICK / 2} z`} />
      ) : null}
      {bar.targetMax > bar.target ? (
        <rect class="goal-range" x={bar.target} y={4} width={bar.targetMax - bar.target} height={24} />
      ) : null}
      <line class={isPlanned ? 'goal aimed' : 'goal'} x1={bar.target} x2={bar.target} y1={3} y2={29} />
      {bar.line === undefined ? null : (
        <>
          {bar.baseline === undefined ? null : (
            <line class="slope" x1={bar.baseline} x2={bar.line} y1={TOP + THICK + 5} y2={TOP + THICK + 5} />
          )}
          <path class="line-mark" d={`M${bar.line} ${TOP + THICK} l5 9 l-10 0 z`} />
        </>
      )}
    </svg>
  );
}
