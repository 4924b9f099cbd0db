/** As many diagnostics as a person may want to see: the first of each code, and how many more there are. */

import type { Diagnostic } from './diagnostic.ts';

/** Diagnostics shown of one code: far more than anybody reads, far fewer than a broken table of 200,000 rows has. */
const SHOWN_OF_A_CODE = 1_000;

/** Diagnostics for people. */
interface BoundDiagnostics {
  /** In the order given. */
  readonly shown: readonly Diagnostic[];
  /** What is not shown, in words; undefined where all are. */
  readonly rest: string | undefined;
}

/**
 * The first diagnostics of each code, so that one cause met 100,000 times hides no other.
 * @param diagnostics by file and place
 * @example
 * Not shown: 4,000 of 5,000 ref/unknown, 200 of 1,200 key/unknown. With --json each is listed.
 */
export function boundDiagnostics(diagnostics: readonly Diagnostic[]): BoundDiagnostics {
  const counts = new Map<string, number>();
  const shown = diagnostics.filter(({ code, severity }) => {
    const kind = severity === 'error' ? code : `${code} (warning)`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= SHOWN_OF_A_CODE;
  });
  const more = [...counts]
    .filter(([, count]) => count > SHOWN_OF_A_CODE)
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .map(([kind, count]) => `${inWords(count - SHOWN_OF_A_CODE)} of ${inWords(count)} ${kind}`);
  const rest = more.length > 0 ? `Not shown: ${more.join(', ')}. With --json each is listed.` : undefined;
  return { shown, rest };
}

function inWords(count: number): string {
  return count.toLocaleString('en');
}
