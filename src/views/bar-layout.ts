/** Where the parts of a target's bar are: what was reached, how sure that is, the target, and the straight line. */

/** A target's figures; shares are of the target's number. */
export interface BarFigures {
  readonly value: string;
  readonly valueMax: string | null;
  readonly latest: { readonly value: string; readonly bound: string } | null;
  /** Where the straight line begins, and where it is now. */
  readonly baseline: string | undefined;
  readonly line: string | undefined;
}

/** A bar: all lengths are in the unit of `width`. */
export interface BarLayout {
  readonly target: number;
  /** The upper end of a range; the target again where it has none. */
  readonly targetMax: number;
  readonly reached: number;
  /** What the figure may be: from … to. Open above where it is more than its number. */
  readonly from: number;
  readonly to: number;
  readonly isOpenAbove: boolean;
  readonly isOpenBelow: boolean;
  readonly baseline: number | undefined;
  readonly line: number | undefined;
}

/** How far "about" reaches either way. */
const ABOUT = 0.05;
/** How long the part of a bar is that has no end. */
const OPEN = 0.04;
/** How much of the width lies behind the largest number. */
const ROOM = 1.08;

/** Lays out a bar from 0; undefined where nothing was reached or the target is 0 or less. */
export function layOutBar(figures: BarFigures, width: number): BarLayout | undefined {
  const { latest } = figures;
  const target = Number(figures.value);
  if (!latest || !(target > 0)) return undefined;
  const targetMax = Number(figures.valueMax ?? figures.value);
  const reached = Math.max(Number(latest.value), 0);
  const line = figures.line === undefined ? undefined : Number(figures.line);
  const most = Math.max(target, targetMax, reached, line ?? 0) * ROOM;
  const at = (number: number) => (Math.max(number, 0) / most) * width;
  const isOpenAbove = latest.bound === 'MORE_THAN' || latest.bound === 'AT_LEAST';
  const isOpenBelow = latest.bound === 'LESS_THAN' || latest.bound === 'AT_MOST';
  const spread = latest.bound === 'ABOUT' ? reached * ABOUT : 0;
  return {
    target: at(target),
    targetMax: at(targetMax),
    reached: at(reached),
    from: isOpenBelow ? Math.max(at(reached) - OPEN * width, 0) : at(reached - spread),
    to: isOpenAbove ? at(reached) + OPEN * width : at(reached + spread),
    isOpenAbove,
    isOpenBelow,
    baseline: figures.baseline === undefined ? undefined : at(Number(figures.baseline)),
    line: line === undefined ? undefined : at(line),
  };
}
