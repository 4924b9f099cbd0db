/** Where a drawn proof has its boxes: the policy at one end, the cluster at the other, two ways between them. */

/** A step of a proof, as far as its drawing needs it. */
export interface DrawnStep {
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
  readonly relationship: string;
}

/** Where a box is: its column along the way, and its lane: above, below, or between them at both ends. */
export interface Spot {
  readonly id: string;
  readonly column: number;
  readonly lane: -1 | 0 | 1;
}

/** The steps by which a cluster and a policy meet in a place; all others lead through industries. */
const PLACE_STEPS = new Set(['APPLIES_IN', 'WITHIN', 'LOCATED_IN']);

/**
 * The boxes of a proof.
 * @param steps those of one proof, in the order in which the API gives them
 * @param end where both ways meet; left out: each ends for itself
 * @returns the boxes, and how many columns they take
 */
export function layOutProof(
  steps: readonly DrawnStep[],
  start: string,
  end?: string,
): { readonly spots: readonly Spot[]; readonly columns: number } {
  const isPlace = ({ relationship }: DrawnStep) => PLACE_STEPS.has(relationship);
  const above = between(
    steps.filter((step) => !isPlace(step)),
    start,
    end,
  );
  const below = between(steps.filter(isPlace), start, end);
  const longest = Math.max(above.length, below.length);
  const columns = longest + (end === undefined ? 1 : 2);
  const along = (ids: readonly string[], lane: -1 | 1): readonly Spot[] =>
    ids.map((id, at) => ({
      id,
      lane,
      column: ((at + 1) * (columns - 1)) / (ids.length + (end === undefined ? 0 : 1)),
    }));
  return {
    columns,
    spots: [
      { id: start, column: 0, lane: 0 },
      ...along(above, -1),
      ...along(below, 1),
      ...(end === undefined ? [] : [{ id: end, column: columns - 1, lane: 0 } as const]),
    ],
  };
}

/** What lies between two ends, in the order in which steps lead there. */
function between(steps: readonly DrawnStep[], start: string, end: string | undefined): readonly string[] {
  const found: string[] = [];
  let at = start;
  const left = new Set(steps);
  for (;;) {
    const next = [...left].find(({ from, to }) => from.id === at || to.id === at);
    if (!next) return found;
    left.delete(next);
    at = next.from.id === at ? next.to.id : next.from.id;
    if (at !== end) found.push(at);
  }
}

/** A text in lines of a width, counted in Chinese characters; Latin letters take half. */
export function wrap(text: string, width: number, most: number): readonly string[] {
  const pieces = text.match(/[A-Za-z0-9.,'’“”()&-]+\s*|\s|./gu) ?? [];
  const lines: string[] = [''];
  for (const piece of pieces) {
    const line = lines.at(-1) ?? '';
    if (widthOf(line + piece.trimEnd()) <= width) lines[lines.length - 1] = line + piece;
    else lines.push(piece);
  }
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? '';
  return [...lines.slice(0, most - 1), `${[...last].slice(0, -1).join('')}…`];
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 1 : 0.55), 0);
}
