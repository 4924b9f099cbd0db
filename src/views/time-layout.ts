/** Where spans of time are on a line: coarse dates mean their first day as a start, their last as an end. */

/** A span; without an end it still goes on, without a start it always has. */
export interface Moment {
  readonly label: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** A span on the line. */
export interface Bar {
  readonly moment: Moment;
  readonly x: number;
  /** 0 for a single day. */
  readonly width: number;
  /** Whether it goes on. */
  readonly isOpen: boolean;
}

const DAY = 86_400_000;

/**
 * Lays spans out.
 * @param width that of the line
 * @param today where "now" is marked
 */
export function layOutTime(moments: readonly Moment[], width: number, today: string) {
  const days = moments.flatMap(({ from, to }) => [
    ...(from ? [startOf(from)] : []),
    // What goes on does so today.
    ...(to ? [endOf(to)] : [startOf(today)]),
  ]);
  const first = new Date(Math.min(...days)).getUTCFullYear();
  const last = new Date(Math.max(...days)).getUTCFullYear() + 1;
  const [begin, end] = [Date.UTC(first, 0, 1), Date.UTC(last, 0, 1)];
  const at = (time: number) => ((time - begin) / (end - begin)) * width;
  const bars: readonly Bar[] = moments.map((moment) => {
    const { from, to } = moment;
    const [x, right] = [from ? at(startOf(from)) : 0, to ? at(endOf(to)) : width];
    return {
      moment,
      x,
      width: from && from === to && from.length === 10 ? 0 : Math.max(right - x, 0),
      isOpen: !to,
    };
  });
  const step = Math.max(1, Math.ceil((last - first) / 10));
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((year) => (year - first) % step === 0)
    .map((year) => ({ year, x: at(Date.UTC(year, 0, 1)) }));
  const now = startOf(today);
  return { bars, years, now: now >= begin && now <= end ? at(now) : undefined };
}

function startOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day);
}

function endOf(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return Date.UTC(year + 1, 0, 1) - DAY;
  return day === undefined ? Date.UTC(year, month, 1) - DAY : Date.UTC(year, month - 1, day);
}
