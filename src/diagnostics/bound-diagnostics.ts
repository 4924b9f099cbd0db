/** The first diagnostics of each code, and how many more there are: what is printed on a terminal. */

import type { Diagnostic } from './diagnostic.ts';
import type { Text } from './text.ts';

/** Diagnostics shown of one code: far more than anybody reads, far fewer than a broken table of 200,000 rows has. */
const SHOWN_OF_A_CODE = 1_000;

/** Diagnostics for the terminal. */
interface BoundDiagnostics {
  /** In the order given. */
  readonly shown: readonly Diagnostic[];
  /** How many of each code are not shown; undefined where all are. */
  readonly rest: Text | undefined;
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
    .map(([kind, count]) => [kind, inDigits(count - SHOWN_OF_A_CODE), inDigits(count)]);
  if (more.length === 0) return { shown, rest: undefined };
  const english = more.map(([kind, rest, all]) => `${rest} of ${all} ${kind}`).join(', ');
  const chinese = more.map(([kind, rest, all]) => `${kind} 共 ${all} 条，其中 ${rest} 条`).join('；');
  return {
    shown,
    rest: {
      en: `Not shown: ${english}. With --json each is listed.`,
      zh: `未显示：${chinese}。加 --json 可列出全部。`,
    },
  };
}

function inDigits(count: number): string {
  return count.toLocaleString('en');
}
