/** What ended within a span of days, as it was at an earlier revision (§16.4). */

import type { Properties } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import { ownerId } from '../../model/stored/owned-id.ts';
import { type FactsWanted, readFacts } from '../decision.ts';
import { factsAtThen, nodesOfTypeThen } from '../past/read-then.ts';
import { closingWindows, type EndingDays, expiringPolicies } from './ending-statements.ts';

/** Reads the rows of policies. */
export function policiesThen(model: Model, days: EndingDays): FactsWanted['readThen'] {
  return function* (past) {
    const now = yield* readFacts(expiringPolicies(days));
    const fits = ({ stage, endDay }: Properties) => stage === 'ADOPTED' && isWithin(days, endDay);
    const live = now.map(({ id }) => String(id));
    const policies = yield* nodesOfTypeThen(model, past, 'Policy', fits, live);
    return policies.map(({ id, endDay, expiresOnDay, repealedOnDay }) => ({
      id,
      day: endDay,
      expiresOn: expiresOnDay,
      repealedOn: repealedOnDay,
    }));
  };
}

/** Reads the rows of windows for applications. */
export function windowsThen(model: Model, days: EndingDays): FactsWanted['readThen'] {
  return function* (past) {
    const now = yield* readFacts(closingWindows(model, days));
    const fits = ({ closesOnDay }: Properties) => isWithin(days, closesOnDay);
    const live = now.map(({ part }) => String(part));
    const windows = yield* nodesOfTypeThen(model, past, 'ApplicationWindow', fits, live);
    const measures = windows.map(({ id }) => ownerId(String(id)));
    const having = yield* factsAtThen(past, ['HAS_MEASURE'], 'to', measures);
    return windows.flatMap(({ id, closesOnDay }) => {
      const measure = ownerId(String(id));
      return having
        .filter(({ to }) => to === measure)
        .map(({ from }) => ({ id: measure, policy: from, part: id, day: closesOnDay }));
    });
  };
}

function isWithin({ today, until }: EndingDays, day: unknown): boolean {
  return typeof day === 'number' && today <= day && day <= until;
}
