/** Medians of repeated measurements: one slow run of many says nothing. */

/** The middle one of some numbers, the mean of the two middle ones where there is no middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** Does something some times over and gives the median of each number that it measures. */
export async function medians<K extends string>(
  times: number,
  measure: () => Promise<Readonly<Record<K, number>>>,
): Promise<Readonly<Record<K, number>>> {
  const measured: Readonly<Record<K, number>>[] = [];
  for (let time = 0; time < times; time += 1) measured.push(await measure());
  const names = Object.keys(measured[0] ?? {}) as K[];
  const entries = names.map((name) => [name, median(measured.map((each) => each[name]))] as const);
  return Object.fromEntries(entries) as Readonly<Record<K, number>>;
}
