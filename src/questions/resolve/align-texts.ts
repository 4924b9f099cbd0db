/** The fewest edits that make one text of another, each with its place. */

/** One edit: a character for another, two changed about, or one that only one of the texts has. */
export interface Edit {
  /** The character of the first text; two where they are changed about; none where it has none. */
  readonly from: string;
  readonly to: string;
  /** Its place in the first text, counted in characters. */
  readonly at: number;
}

/**
 * The edits between two texts.
 * @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
 */
export function editsBetween(first: string, second: string): readonly Edit[] {
  const a = Array.from(first);
  const b = Array.from(second);
  const costs = costTable(a, b);
  const cost = (i: number, j: number) => costs[i]?.[j] ?? Number.POSITIVE_INFINITY;
  const edits: Edit[] = [];
  let i = a.length;
  let j = b.length;
  while (i > 0 || j > 0) {
    const here = cost(i, j);
    const [from = '', to = ''] = [a[i - 1], b[j - 1]];
    if (i > 0 && j > 0 && from === to && here === cost(i - 1, j - 1)) {
      i--;
      j--;
    } else if (isSwap(a, b, i, j) && here === cost(i - 2, j - 2) + 1) {
      edits.push({ from: `${a[i - 2]}${from}`, to: `${from}${a[i - 2]}`, at: i - 2 });
      i -= 2;
      j -= 2;
    } else if (i > 0 && j > 0 && here === cost(i - 1, j - 1) + 1) {
      edits.push({ from, to, at: i - 1 });
      i--;
      j--;
    } else if (i > 0 && here === cost(i - 1, j) + 1) {
      edits.push({ from, to: '', at: i - 1 });
      i--;
    } else {
      edits.push({ from: '', to, at: i });
      j--;
    }
  }
  return edits.reverse();
}

function costTable(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const rows: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    const row: number[] = [];
    rows.push(row);
    for (let j = 0; j <= b.length; j++) {
      const before = (di: number, dj: number) => rows[i - di]?.[j - dj] ?? Number.POSITIVE_INFINITY;
      const same = i > 0 && j > 0 && a[i - 1] === b[j - 1];
      row.push(
        i === 0 && j === 0
          ? 0
          : Math.min(
              before(1, 1) + (same ? 0 : 1),
              before(1, 0) + 1,
              j > 0 ? (row[j - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY,
              isSwap(a, b, i, j) ? before(2, 2) + 1 : Number.POSITIVE_INFINITY,
            ),
      );
    }
  }
  return rows;
}

function isSwap(a: readonly string[], b: readonly string[], i: number, j: number): boolean {
  return i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && a[i - 1] !== a[i - 2];
}
