/** Brings along what an answer of `support` is made of, as it was at its revision (§16.4). */

import type { CompileContext } from '../../compile/compiled.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import type { DecidedStep } from '../compile-step.ts';
import type { Decision } from '../decision.ts';
import type { Past } from './read-past.ts';
import { factsThen, nodesThen, type StoredThen, sourcesThen } from './read-then.ts';

/** A row of an answer: its ids, and its proof where something of it is asked. */
export interface SupportRow {
  readonly policy: string;
  readonly cluster: string;
  readonly place: string;
  readonly steps?: readonly DecidedStep[];
  [brought: string]: unknown;
}

/** Adds the nodes and facts of the rows to them, and fills in the sources that their evidence names. */
export function* bringThen(
  { model, earlier }: CompileContext,
  past: Past,
  rows: SupportRow[],
): Decision<void> {
  invariant(earlier, 'an answer of now brings nothing along');
  const steps = rows.flatMap((row) => row.steps ?? []);
  const ids = rows.flatMap(({ policy, cluster, place }) => [policy, cluster, place]);
  const nodes = yield* nodesThen(model, past, [...ids, ...steps.flatMap(({ from, to }) => [from, to])]);
  const facts = yield* factsThen(model, past, steps);
  const all: Iterable<StoredThen> = [...nodes.values(), ...facts.values()];
  Object.assign(earlier.sources, yield* sourcesThen(model, past, all));
  for (const [at, row] of rows.entries()) {
    rows[at] = {
      ...row,
      p: nodes.get(row.policy),
      c: nodes.get(row.cluster),
      y: nodes.get(row.place),
      ...(row.steps && {
        steps: row.steps.map((step) => ({
          ...step,
          fact: facts.get(step.key),
          start: nodes.get(step.from),
          end: nodes.get(step.to),
        })),
      }),
    };
  }
}
