/** One line that shows what is going on, painted over again and again, and gone when it is over. */

/** A line that comes after a second. */
export interface ProgressLine {
  /** What is going on from now on. */
  show(text: string): void;
  /** Nothing any more: the line goes, and what comes next has its own second. */
  clear(): void;
}

/** Work that is over sooner is not worth a line, in ms. */
const PATIENCE = 1_000;
/** The line is painted no more often, in ms. */
const EVERY = 100;
/** Back to the beginning of the line, and all of it away. */
const WIPE = '\r\u001b[2K';

/**
 * A line on a terminal. Work that leaves no time for timers is shown too: whoever shows something later than a second
 * paints it at once.
 * @param columns how wide the terminal is: a line that wraps could not be wiped
 */
export function createProgressLine(
  write: (text: string) => void,
  columns: () => number,
  now: () => number = Date.now,
): ProgressLine {
  let began: number | undefined;
  let painted: number | undefined;
  let current = '';
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const paint = () => {
    stop();
    painted = now();
    write(`${WIPE}${clipped(current, columns() - 1)}`);
  };
  const wait = (milliseconds: number) => {
    timer ??= setTimeout(paint, milliseconds).unref();
  };
  return {
    show(text) {
      began ??= now();
      current = text;
      const due = Math.max(began + PATIENCE, (painted ?? 0) + EVERY) - now();
      if (due > 0) wait(due);
      else paint();
    },
    clear() {
      stop();
      if (painted !== undefined) write(WIPE);
      began = undefined;
      painted = undefined;
    },
  };
}

/** As much of a text as fits; what is written in Chinese is twice as wide. */
function clipped(text: string, width: number): string {
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += character > '\u2e7f' ? 2 : 1;
    if (used > width) break;
    end += character.length;
  }
  return text.slice(0, end);
}
