/** Observations of places, as they were at an earlier revision (§16.4). */

import type { Model } from '../../model/model.ts';
import type { FactsWanted } from '../decision.ts';
import { factsAtThen, nodesThen } from '../past/read-then.ts';
import { readingsThen } from '../past/readings-then.ts';
import { observedThen } from '../progress/figures-then.ts';
import type { LatestAsked } from './latest-asked.ts';

const [IN, ABOUT, OF, FOR] = ['OBSERVED_IN', 'OBSERVED_ABOUT', 'OBSERVES', 'OBSERVED_FOR'];

/** Reads the rows of the observations of places. */
export function observationsThen(
  model: Model,
  { places, day, modalities }: LatestAsked,
): FactsWanted['readThen'] {
  return function* (past) {
    const inPlaces = yield* factsAtThen(past, [IN], 'to', places);
    const all = yield* nodesThen(
      model,
      past,
      inPlaces.map(({ from }) => from),
    );
    const ends = yield* factsAtThen(past, [ABOUT, OF, FOR], 'from', all.keys());
    const endOf = (id: string, type: string) =>
      ends.find((each) => each.from === id && each.type === type)?.to;
    const readings = yield* readingsThen(model, past, all.values());
    return inPlaces.flatMap(({ from, to }) => {
      const observation = all.get(from);
      const indicator = endOf(from, OF);
      if (!observation || indicator === undefined || endOf(from, ABOUT) !== undefined) return [];
      const { periodToDay, modality } = observation;
      if (Number(periodToDay) > day || !modalities.includes(String(modality))) return [];
      const observed = observedThen(observation, readings(observation));
      return [{ place: to, indicator, industry: endOf(from, FOR) ?? '', observed }];
    });
  };
}
