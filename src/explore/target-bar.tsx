/** A target's bar: what was reached with its hedge, the target, and the straight line. The words beside it say the same. */

import type { BarLayout } from '../views/bar-layout.ts';
import './targets.css';

const TOP = 9;
const THICK = 14;

/** The shapes of a bar, from the left upper corner; without a layout the empty track, where nothing can be compared. */
export function TargetBar({
  bar,
  width,
  isPlanned,
}: {
  readonly bar: BarLayout | undefined;
  readonly width: number;
  /** Whether the target is aimed for, and not set. */
  readonly isPlanned: boolean;
}) {
  if (!bar) return <rect class="track empty" x={0.5} y={TOP} width={width - 1} height={THICK} rx={3} />;
  return (
    <>
      <rect class="track" x={0} y={TOP} width={width} height={THICK} rx={3} />
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
    </>
  );
}
