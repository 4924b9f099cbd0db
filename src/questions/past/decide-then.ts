/** Decides a question as of an earlier revision: the same decision, over the facts of then alone (§16.4). */

import type { CompileContext, Compiled } from '../../compile/compiled.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import type { Row } from '../../cypher/statement.ts';
import { revisionUnavailable } from '../../diagnostics/client-error.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import type { Past } from '../../model/past.ts';
import type { GroundViews } from '../../rules/ground-views.ts';
import { type Decision, readRulebook, type Then } from '../decision.ts';
import { factsThen, nodesThen, sourcesThen } from './read-then.ts';

/** How a question is decided: today's way, or one of its own for earlier revisions, which itself reads what was. */
interface Decide {
  readonly decide?:
    | ((context: CompileContext, field: SelectedField, views: GroundViews) => Decision<Compiled>)
    | undefined;
  readonly decideThen?:
    | ((context: CompileContext, field: SelectedField, then: Then) => Decision<Compiled>)
    | undefined;
}

/**
 * Decides a question at the views of then. What today's way reads, it is given as it was.
 * @throws REVISION_UNAVAILABLE where it reads what cannot be had of then
 */
export function* decideThen(
  context: CompileContext,
  field: SelectedField,
  then: Then,
  { decide, decideThen: ownWay }: Decide,
): Decision<Compiled> {
  const { past } = then;
  if (ownWay) {
    const compiled = yield* ownWay(context, field, then);
    yield* bringThen(context, past);
    return compiled;
  }
  invariant(decide, 'a root field that takes asOf is decided');
  const work = decide(context, field, then.views);
  let rows: readonly Row[] = [];
  for (;;) {
    const step = work.next(rows);
    if (step.done) {
      yield* bringThen(context, past);
      return step.value;
    }
    const wanted = step.value;
    if (wanted === undefined) yield;
    else if ('cached' in wanted) {
      invariant(wanted.cached === 'rulebook', 'a question as of one revision asks for no other');
      rows = [{ rulebook: then.rulebook(yield* readRulebook()) }];
    } else {
      if (!wanted.readThen) {
        throw revisionUnavailable(field.name, past.revision, 'not all of its facts are kept by revisions');
      }
      rows = yield* wanted.readThen(past);
    }
  }
}

/**
 * Brings along, as they were, the nodes and facts that a statement will match.
 * @param withSources whether the sources of their evidence are brought along, too
 */
export function* bringThen(
  { model, earlier }: CompileContext,
  past: Past,
  withSources = false,
): Decision<void> {
  if (!earlier) return;
  const { nodes, facts, wanted } = earlier;
  // Each is brought along once: a further part of the same statement may ask again.
  const ids = new Set(wanted.nodes.splice(0).flatMap((each) => [...each()]));
  const found = yield* nodesThen(model, past, ids);
  const steps = new Map(
    wanted.facts
      .splice(0)
      .flatMap((each) => [...each()])
      .map((each) => [each.key, each]),
  );
  const known = yield* factsThen(model, past, [...steps.values()]);
  const sources = withSources
    ? yield* sourcesThen(model, past, [...found.values(), ...known.values()])
    : new Map<string, unknown>();
  Object.assign(nodes.held, Object.fromEntries(sources), Object.fromEntries(found));
  Object.assign(facts.held, Object.fromEntries(known));
}
