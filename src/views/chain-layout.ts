/** Where the segments of a chain are drawn: a lane for each stage, suppliers to the left of what they supply. */

/** A segment as far as its position goes. */
export interface LaidSegment {
  readonly id: string;
  /** Undefined where its stage is not known. */
  readonly stage: string | undefined;
}

/** A relationship of supply between two of them. */
export interface LaidLink {
  readonly from: string;
  readonly to: string;
}

/** A segment's cell: its column, and its row from the top, which may be fractional. */
export interface ChainSpot {
  readonly id: string;
  readonly column: number;
  readonly row: number;
}

/** A lane: the columns from `first` to `last` belong to a stage. */
export interface Lane {
  readonly stage: string | undefined;
  readonly first: number;
  readonly last: number;
}

/** How often rows are ordered by their neighbours: more changes nothing in chains of this size. */
const ROUNDS = 4;

/**
 * Lays a chain out.
 * @param stages all stages in the order of the chain; segments without one come last
 */
export function layOutChain(
  segments: readonly LaidSegment[],
  links: readonly LaidLink[],
  stages: readonly string[],
): { readonly lanes: readonly Lane[]; readonly spots: readonly ChainSpot[]; readonly rows: number } {
  const lanes: Lane[] = [];
  const columns: string[][] = [];
  for (const stage of [...stages, undefined]) {
    const own = segments.filter((segment) => segment.stage === stage).map(({ id }) => id);
    if (own.length === 0) continue;
    const parts = splitLane(own, links);
    lanes.push({ stage, first: columns.length, last: columns.length + parts.length - 1 });
    columns.push(...parts);
  }
  const ordered = orderRows(columns, links);
  const rows = Math.max(0, ...ordered.map((column) => column.length));
  const spots = ordered.flatMap((column, at) =>
    column.map((id, index) => ({ id, column: at, row: index + (rows - column.length) / 2 })),
  );
  return { lanes, spots, rows };
}

/** The columns of a lane: what supplies another segment of the same lane is to the left of it. */
function splitLane(ids: readonly string[], links: readonly LaidLink[]): readonly string[][] {
  const inside = links.filter(({ from, to }) => from !== to && ids.includes(from) && ids.includes(to));
  const toTheRight = (id: string, passed: ReadonlySet<string>): number => {
    const next = inside.filter(({ from, to }) => from === id && !passed.has(to));
    return Math.max(0, ...next.map(({ to }) => 1 + toTheRight(to, new Set([...passed, to]))));
  };
  const distances = new Map(ids.map((id) => [id, toTheRight(id, new Set([id]))]));
  const most = Math.max(...distances.values());
  return Array.from({ length: most + 1 }, (_, at) => ids.filter((id) => distances.get(id) === most - at));
}

/** Each column in the order of the middle of what its segments are linked to, so that few arrows cross. */
function orderRows(columns: readonly (readonly string[])[], links: readonly LaidLink[]) {
  let ordered = columns;
  for (let round = 0; round < ROUNDS; round += 1) {
    const rowOf = new Map(
      ordered.flatMap((column) => column.map((id, at) => [id, at - (column.length - 1) / 2] as const)),
    );
    const middle = (id: string): number => {
      const rows = links
        .filter(({ from, to }) => (from === id) !== (to === id))
        .map(({ from, to }) => rowOf.get(from === id ? to : from) ?? 0);
      return rows.length === 0 ? (rowOf.get(id) ?? 0) : rows.reduce((sum, row) => sum + row, 0) / rows.length;
    };
    const middles = new Map([...rowOf.keys()].map((id) => [id, middle(id)]));
    ordered = ordered.map((column) =>
      [...column].sort((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0)),
    );
  }
  return ordered;
}
