/** The same work for many things, a few at a time. */

/**
 * Gives the results in the order of the items.
 * @param most how many are worked on at once
 * @throws what the first failure throws; what has begun by then goes on unheard, and nothing more begins
 */
export async function mapAtOnce<T, R>(
  most: number,
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const left = items.entries();
  let failed = false;
  const worker = async () => {
    for (const [index, item] of left) {
      if (failed) return;
      results[index] = await work(item);
    }
  };
  const workers = Array.from({ length: Math.min(most, items.length) }, worker);
  try {
    await Promise.all(workers);
  } finally {
    failed = true;
  }
  return results;
}
