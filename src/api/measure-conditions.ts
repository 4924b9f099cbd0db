/** How much `where` and `orderBy` ask, whatever they are nested in. */

import type { GraphQLInputType } from 'graphql';
import { inputKey } from './mark-walks.ts';

/** The sizes of arguments that limits are held against. */
export interface ConditionSize {
  /** Operators, `isIn`, `touches`, `covers`, `some`, `none` and sort keys. */
  readonly conditions: number;
  /** Those of them that walk a relationship, each a subquery. */
  readonly walks: number;
  /** How deep `some`, `none`, `and`, `or` and `not` stand inside each other. */
  readonly depth: number;
  /** Values of the longest `in`. */
  readonly values: number;
}

const WALKS: readonly string[] = ['some', 'none', 'isIn', 'touches', 'covers', 'count'];
const LEVELS: readonly string[] = ['some', 'none', 'and', 'or', 'not'];

interface Waiting {
  readonly value: unknown;
  readonly depth: number;
  readonly type: GraphQLInputType | undefined;
}

/**
 * Counts what a `where` or an `orderBy` asks; a null asks nothing. What is empty counts as one, so that nothing can
 * be repeated for free.
 * @param type the declared type of the argument, by which keys are known that walk a relationship unseen
 * @example
 * measureConditions({ or: [{ name: { eq: 'a' } }, { places: { some: { isIn: 'x' } } }] })
 * // { conditions: 3, walks: 2, depth: 2, values: 0 }
 */
export function measureConditions(argument: unknown, type?: GraphQLInputType): ConditionSize {
  const size = { conditions: 0, walks: 0, depth: 0, values: 0 };
  const waiting: Waiting[] = [{ value: argument, depth: 0, type }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    if (value === null || value === undefined) continue;
    size.depth = Math.max(size.depth, depth);
    if (Array.isArray(value)) {
      for (const item of value) waiting.push({ ...next, value: item });
      continue;
    }
    const entries = typeof value === 'object' ? Object.entries(value) : [];
    if (entries.length === 0) size.conditions += 1;
    for (const [key, inner] of entries) {
      if (inner === null || inner === undefined) continue;
      const { walks, type: innerType } = inputKey(next.type, key);
      if (walks || WALKS.includes(key)) size.walks += 1;
      if (key === 'in' && Array.isArray(inner)) {
        size.conditions += 1;
        size.values = Math.max(size.values, inner.length);
        continue;
      }
      if (key === 'some' || key === 'none') size.conditions += 1;
      waiting.push({ value: inner, depth: depth + (LEVELS.includes(key) ? 1 : 0), type: innerType });
    }
  }
  return size;
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
