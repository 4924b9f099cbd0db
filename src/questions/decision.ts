/** What a decision may read on the way: facts from the graph, and what is cached of the same state. */

import type { Decision, FactsWanted } from '../compile/decision.ts';
import type { Row, Statement } from '../cypher/statement.ts';
import { invariant } from '../diagnostics/invariant.ts';
import type { Past } from '../model/past.ts';
import type { Rulebook } from '../rules/eligibility/rulebook.ts';
import type { GroundViews } from '../rules/ground-views.ts';

export type { Decision, FactsWanted } from '../compile/decision.ts';

/** What was at an earlier revision: what is different from now, and where its questions are decided. */
export interface Then {
  readonly past: Past;
  readonly views: GroundViews;
  /** The rulebook of then, by the one of now. */
  readonly rulebook: (now: Rulebook) => Rulebook;
}

/**
 * Reads facts that the rules decide over and the ground does not have. All statements of a decision read one state of the
 * graph, that of the ground; otherwise everything is decided again.
 * @param readThen reads the same of an earlier revision
 */
export function* readFacts(
  statement: Statement,
  readThen?: FactsWanted['readThen'],
): Decision<readonly Row[]> {
  return yield readThen ? { ...statement, readThen } : statement;
}

/** The rulebook of the state that a decision reads. */
export function* readRulebook(): Decision<Rulebook> {
  const [row] = yield { cached: 'rulebook' };
  invariant(row?.rulebook, 'the rulebook is answered by a row with the rulebook');
  return row.rulebook as Rulebook;
}

/**
 * What was at an earlier revision.
 * @param field the root field that asks
 */
export function* readEarlier(field: string, revision: number): Decision<Then> {
  const [row] = yield { cached: 'earlier', field, revision };
  invariant(row?.earlier, 'an earlier revision is answered by a row with what was then');
  return row.earlier as Then;
}

/** Does all of a decision at once, reading by what sends its statements. */
export async function decideAtOnce<T>(
  work: Decision<T>,
  ask: (statement: Statement) => Promise<readonly Row[]>,
): Promise<T> {
  let rows: readonly Row[] = [];
  for (;;) {
    const step = work.next(rows);
    if (step.done) return step.value;
    if (!step.value) continue;
    invariant(!('cached' in step.value), 'what is read at once needs nothing that is cached');
    rows = await ask(step.value);
  }
}
