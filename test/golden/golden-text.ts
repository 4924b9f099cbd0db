/** An answer of the golden corpus as text with one line for each row, so that differences are easy to see. */

import { createHash } from 'node:crypto';
import type { ExecutionResult } from 'graphql';

type Tree = Readonly<Record<string, unknown>>;

/** The lines of an answer: data by path, rows one a line, errors by code and words. */
export function answerLines({ data, errors }: ExecutionResult): readonly string[] {
  const faults = (errors ?? []).map(
    ({ message, path, extensions }) =>
      `error at ${path?.join('.')}: ${JSON.stringify(extensions)} ${message}`,
  );
  return [...(data ? linesOf(data, '') : []), ...faults];
}

function linesOf(value: Tree, indent: string): readonly string[] {
  return Object.entries(value).flatMap(([name, each]) => {
    if (Array.isArray(each) && each.some((one) => typeof one === 'object')) {
      const rows: readonly Tree[] = each;
      const cursors = rows.flatMap(({ cursor }) => (typeof cursor === 'string' ? [cursor] : []));
      return [
        `${indent}${name}: ${rows.length}${cursors.length > 0 ? `, cursors ${hashOf(cursors)}` : ''}`,
        ...rows.flatMap((row) => rowLines(row, `${indent}  `)),
      ];
    }
    if (isTree(each) && Object.values(each).some(Array.isArray)) {
      return [`${indent}${name}:`, ...linesOf(each, `${indent}  `)];
    }
    return [`${indent}${name}: ${shortOf(each)}`];
  });
}

/** A row on a line; what has rows of its own (a node with its policies) on several. */
function rowLines(row: Tree, indent: string): readonly string[] {
  const nested = Object.entries(row).filter(([, each]) => isTree(each) && Array.isArray(each.edges));
  if (nested.length === 0) return [`${indent}${shortOf(row)}`];
  return [`${indent}${String(row.id)}`, ...linesOf(Object.fromEntries(nested), `${indent}  `)];
}

/** A value in short form: a node with only an id is that id; the cursors of rows are in the hash above them. */
function shortOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(shortOf).join(' | ');
  if (!isTree(value)) return String(value);
  const entries = Object.entries(value).filter(([name]) => name !== 'cursor');
  const usual = (name: string, each: unknown) =>
    (name === 'extent' && each === null) || (name === 'modality' && each === 'STATED');
  return entries
    .filter(([name, each]) => !usual(name, each))
    .map(([name, each]) =>
      name.endsWith('Cursor') || typeof each === 'boolean' ? `${name}=${each}` : shortOf(each),
    )
    .join(' ');
}

function isTree(value: unknown): value is Tree {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function hashOf(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join(' ')).digest('hex').slice(0, 12);
}
