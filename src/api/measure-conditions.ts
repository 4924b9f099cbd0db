/** How much `where` and `orderBy` ask, whatever they are nested in. */

/** The sizes of arguments that limits are held against. */
export interface ConditionSize {
  /** Operators, `isIn`, `touches`, `some`, `none` and sort keys. */
  readonly conditions: number;
  /** Values of the longest `in`. */
  readonly values: number;
}

/**
 * Counts what a `where` or an `orderBy` asks; a null asks nothing. What is empty counts as one, so that nothing can
 * be repeated for free.
 * @example measureConditions({ or: [{ name: { eq: 'a' } }, { places: { some: { isIn: 'x' } } }] }) // 3 conditions
 */
export function measureConditions(argument: unknown): ConditionSize {
  let conditions = 0;
  let values = 0;
  const waiting: unknown[] = [argument];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (value === null || value === undefined) continue;
    if (typeof value !== 'object') conditions += 1;
    else if (Array.isArray(value)) for (const item of value) waiting.push(item);
    else {
      const entries = Object.entries(value);
      if (entries.length === 0) conditions += 1;
      for (const [key, inner] of entries) {
        if (inner === null || inner === undefined) continue;
        if (key === 'in' && Array.isArray(inner)) {
          conditions += 1;
          values = Math.max(values, inner.length);
        } else {
          if (key === 'some' || key === 'none') conditions += 1;
          waiting.push(inner);
        }
      }
    }
  }
  return { conditions, values };
}

/**
 * Whether objects and lists stand inside each other more than `levels` deep. It looks no deeper, and without
 * recursion: what it guards is what would overflow the stack.
 */
export function isNestedDeeper(value: unknown, levels: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return true;
    level = level.flatMap((each) => (each !== null && typeof each === 'object' ? Object.values(each) : []));
  }
  return false;
}
