/** A worked example of `progress`: figures, a question, and the answer written by hand. */

import type { Figures, ProgressQuestion, ProgressRow } from '../oracle/progress-oracle.ts';
import { readFigures } from './read-figures.ts';

/** A worked example, ready to run. */
export interface ProgressExample {
  /** A statement that the example proves. */
  readonly title: string;
  readonly figures: Figures;
  readonly question: ProgressQuestion;
  readonly expected: readonly ProgressRow[];
}

/**
 * An example, asked on 2024-10-01 unless the question says other.
 * @param text see {@link readFigures}
 * @param rows `target STATE latest ratio`, a dash for null; behind NOT_COMPARABLE the other indicator
 */
export function example(
  title: string,
  text: string,
  rows: readonly string[],
  question: Partial<ProgressQuestion> = {},
): ProgressExample {
  const expected = rows.map((row): ProgressRow => {
    const [target = '', state = '', latest = '-', ratio = '-', instead = '-'] = row.split(' ');
    const [latestId, ratioText, insteadId] = [latest, ratio, instead].map((word) =>
      word === '-' ? null : word,
    );
    return {
      target,
      state,
      latest: latestId ?? null,
      ratio: ratioText ?? null,
      instead: insteadId ?? null,
    };
  });
  return { title, figures: readFigures(text), question: { on: '2024-10-01', ...question }, expected };
}
