/** Reads once for all who ask before it is sent: none of them gets what was so before they asked. */

/**
 * Shares reads, one under way at a time.
 * @param read sends a read
 * @returns reads what is so after it was called; where the read before it fails, it fails with it
 */
export function shareReads<T>(read: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  const send = (): Promise<T> => {
    next = undefined;
    const sent = read();
    // The next one does not fail with this one: those that wait now fail, those that come later ask anew.
    underWay = sent.finally(() => {
      if (underWay === settled) underWay = Promise.resolve();
    });
    const settled = underWay;
    settled.catch(() => undefined);
    return sent;
  };
  return () => {
    next ??= underWay.then(send, (error: unknown) => {
      next = undefined;
      throw error;
    });
    return next;
  };
}
