/** The targets that `progress` asks for, as they were at an earlier revision (§9.1, §16.4). */

import type { Position } from '../../compile/cursor.ts';
import type { Row } from '../../cypher/statement.ts';
import { clientError } from '../../diagnostics/client-error.ts';
import { compareText } from '../../diagnostics/compare-text.ts';
import type { Model } from '../../model/model.ts';
import type { Past } from '../../model/past.ts';
import type { GroundView } from '../../rules/ground-views.ts';
import { type Decision, readFacts } from '../decision.ts';
import { factsAtThen, nodesThen } from '../past/read-then.ts';

const TARGET = 'Target';

/** How many targets are read at once. */
const MOST_TARGETS = 10_000;

/** A target with what it refers to. */
export interface TargetThen {
  readonly id: string;
  readonly indicator: string;
  readonly policy: string | undefined;
  readonly place: string | undefined;
  readonly industry: string | undefined;
  readonly dueDay: number;
}

/**
 * All targets that had begun by a day and fit the arguments of the question, in the order of `progress`.
 * @throws QUERY_TOO_COMPLEX where too many would be read
 */
export function* targetsThen(
  model: Model,
  past: Past,
  view: GroundView,
  day: number,
  asked: Readonly<Record<string, unknown>>,
): Decision<readonly TargetThen[]> {
  const nodes = yield* nodesThen(model, past, yield* idsThen(past, asked));
  const ends = yield* factsAtThen(past, ['TARGETS', 'TARGETED_IN', 'TARGETED_FOR'], 'from', nodes.keys());
  const setting = yield* factsAtThen(past, ['SETS_TARGET'], 'to', nodes.keys());
  const policies = yield* nodesThen(
    model,
    past,
    setting.map(({ from }) => from),
  );
  const endOf = new Map(ends.map(({ from, type, to }) => [`${type} ${from}`, to]));
  const policyOf = new Map(setting.map(({ to, from }) => [to, from]));
  const fits = (
    name: string,
    id: string | undefined,
    containing: (number: number) => ReadonlySet<number>,
  ) => {
    if (asked[name] === undefined) return true;
    const number = id === undefined ? undefined : view.ground.numbers.get(id);
    const wanted = view.ground.numbers.get(String(asked[name]));
    return number !== undefined && wanted !== undefined && containing(number).has(wanted);
  };
  return [...nodes.values()]
    .flatMap((stored): readonly TargetThen[] => {
      const id = String(stored.id);
      const indicator = endOf.get(`TARGETS ${id}`);
      const policy = policyOf.get(id);
      const begins = [policies.get(policy ?? '')?.startDay, stored.fromDay];
      if (stored.nodeType !== TARGET || indicator === undefined) return [];
      if (begins.some((begun) => typeof begun === 'number' && begun > day)) return [];
      const [place, industry] = [endOf.get(`TARGETED_IN ${id}`), endOf.get(`TARGETED_FOR ${id}`)];
      return [{ id, indicator, policy, place, industry, dueDay: Number(stored.dueDay) }];
    })
    .filter(({ indicator }) => asked.indicator === undefined || indicator === asked.indicator)
    .filter(({ policy }) => asked.policy === undefined || policy === asked.policy)
    .filter(({ place }) => fits('place', place, view.largerPlaces))
    .filter(({ industry }) => fits('industry', industry, view.broaderIndustries))
    .sort((a, b) => compareToPosition(a, positionOf(b)));
}

/** The ids of the targets that may fit; an id that is given is where the search begins. */
function* idsThen(past: Past, asked: Readonly<Record<string, unknown>>): Decision<readonly string[]> {
  if (asked.policy !== undefined) {
    return (yield* factsAtThen(past, ['SETS_TARGET'], 'from', [String(asked.policy)])).map(({ to }) => to);
  }
  if (asked.indicator !== undefined) {
    return (yield* factsAtThen(past, ['TARGETS'], 'to', [String(asked.indicator)])).map(({ from }) => from);
  }
  const rows: readonly Row[] = yield* readFacts({
    text: `MATCH (t:${TARGET}) WHERE t.nodeType IS NOT NULL RETURN t.id AS id LIMIT ${MOST_TARGETS + 1}`,
    parameters: {},
  });
  if (rows.length > MOST_TARGETS) {
    const message = `More than ${MOST_TARGETS} targets would be read; ask for those of a "policy" or an "indicator".`;
    throw clientError('QUERY_TOO_COMPLEX', message, { limit: 'targets', allowed: MOST_TARGETS });
  }
  const changed = [...past.nodes.values()].flatMap((node) => (node?.type === TARGET ? [node.id] : []));
  return [...rows.map(({ id }) => String(id)), ...changed];
}

/** Where a target is in the order: policy, indicator, due, id; one without a policy comes after those of all policies. */
function positionOf({ policy = '~', indicator, dueDay, id }: TargetThen): Position {
  return [policy, indicator, dueDay, id];
}

/** Whether a target comes after a position, as a number above 0. */
export function compareToPosition(target: TargetThen, [policy, indicator, dueDay, id]: Position): number {
  return (
    compareText(target.policy ?? '~', String(policy)) ||
    compareText(target.indicator, String(indicator)) ||
    target.dueDay - Number(dueDay) ||
    compareText(target.id, String(id))
  );
}
