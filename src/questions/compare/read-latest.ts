/** The newest observations of places, one for each indicator and industry (§11.3). */

import { locatorIn } from '../../compile/compile-evidence.ts';
import { array, record } from '../../compile/compiled.ts';
import type { Row } from '../../cypher/statement.ts';
import { clientError } from '../../diagnostics/client-error.ts';
import { compareText } from '../../diagnostics/compare-text.ts';
import { type Model, NODE } from '../../model/model.ts';
import { type Decision, readFacts } from '../decision.ts';
import { factTypes } from '../fact-types.ts';
import { chooseObservations } from '../progress/choose-observations.ts';
import { readObserved } from '../progress/progress-facts.ts';
import type { LatestAsked } from './latest-asked.ts';
import { observationsThen } from './latest-then.ts';

/** The most observations of the places together. */
const MOST_OBSERVATIONS = 50_000;

const TEXT = `UNWIND $places AS place
MATCH (:${NODE} {id: place})<-[:${factTypes('OBSERVED_IN')}]-(o:Observation)
WHERE o.periodToDay <= $day AND o.modality IN $modalities AND NOT EXISTS { (o)-[:${factTypes('OBSERVED_ABOUT')}]->() }
MATCH (o)-[:${factTypes('OBSERVES')}]->(i)
OPTIONAL MATCH (o)-[:${factTypes('OBSERVED_FOR')}]->(f)
CALL (o) {
  UNWIND range(0, size(coalesce(o.evidenceSources, [])) - 1) AS k
  MATCH (s:${NODE} {id: o.evidenceSources[k]})
  RETURN collect({tier: s.tier, read: s.read, publishedOn: s.publishedOnDay, source: s.id, locator: ${locatorIn('o.evidence[k]')}}) AS readings
}
RETURN place, i.id AS indicator, coalesce(f.id, '') AS industry, {id: o.id, fromDay: o.periodFromDay,
  toDay: o.periodToDay, value: o.value, bound: o.bound, readings: readings} AS observed
LIMIT ${MOST_OBSERVATIONS + 1}`;

/** The ids of the newest observations of each place, by indicator and then by industry. */
export function* readLatest(
  model: Model,
  asked: LatestAsked,
): Decision<ReadonlyMap<string, readonly string[]>> {
  const { places, day, modalities, tiers } = asked;
  const statement = { text: TEXT, parameters: { places, day, modalities } };
  const rows = yield* readFacts(statement, observationsThen(model, asked));
  if (rows.length > MOST_OBSERVATIONS) {
    throw clientError(
      'QUERY_TOO_COMPLEX',
      `The places have more than ${MOST_OBSERVATIONS} observations together; ask for fewer "places", or without "latest".`,
      { limit: 'observations', allowed: MOST_OBSERVATIONS, argument: 'places' },
    );
  }
  return new Map(
    places.map((place) => [
      place,
      latestOf(
        rows.filter((row) => row.place === place),
        tiers,
      ),
    ]),
  );
}

/** The newest for each indicator and industry; of several of one period the one that is chosen as claims are. */
export function latestOf(rows: readonly Row[], tiers: readonly string[]): readonly string[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.indicator} ${row.industry}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, same]) => {
      const observed = array(same.map((row) => row.observed)).map((each) => readObserved(record(each)));
      return chooseObservations(observed, tiers).at(-1)?.id ?? [];
    });
}
