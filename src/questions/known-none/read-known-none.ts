/** Reads what was looked for and found absent, as far as it may explain the empty parts of an answer (§1.11). */

import type { Row } from '../../cypher/statement.ts';
import { clientError } from '../../diagnostics/client-error.ts';
import { FIRST_DAY, firstDay, LAST_DAY, lastDay } from '../../model/day.ts';
import { type Model, NODE } from '../../model/model.ts';
import { modalityRank } from '../../rules/build-ground.ts';
import type { Ground } from '../../rules/ground.ts';
import type { KnownNone } from '../../rules/known-none.ts';
import { type Decision, type FactsWanted, readFacts } from '../decision.ts';
import { factTypes } from '../fact-types.ts';
import { factsAtThen, nodesThen } from '../past/read-then.ts';

/** The most records that one answer takes. */
const MOST_RECORDS = 20_000;

const [FOR, IN] = ['KNOWN_NONE_FOR', 'KNOWN_NONE_IN'];
const [KNOWN_NONE_FOR, KNOWN_NONE_IN] = [factTypes(FOR), factTypes(IN)];

const TEXT = `CALL () {
  UNWIND $places AS id MATCH (:${NODE} {id: id})<-[:${KNOWN_NONE_IN}]-(k:KnownNone)
  RETURN k
  UNION
  UNWIND $industries AS id MATCH (:${NODE} {id: id})<-[:${KNOWN_NONE_FOR}]-(k:KnownNone)
  WHERE NOT EXISTS { (k)-[:${KNOWN_NONE_IN}]->() }
  RETURN k
}
WITH k WHERE k.of = $soughtFor
OPTIONAL MATCH (k)-[:${KNOWN_NONE_FOR}]->(industry)
OPTIONAL MATCH (k)-[:${KNOWN_NONE_IN}]->(place)
RETURN k.id AS id, k.validFrom AS validFrom, k.validTo AS validTo, k.modality AS modality,
  min(industry.id) AS industry, min(place.id) AS place
ORDER BY id LIMIT ${MOST_RECORDS + 1}`;

/** What an empty part of an answer may be explained by. */
export interface SoughtAbsences {
  /** What was looked for. */
  readonly of: 'firms' | 'policies';
  /** Industries that records may be about, and places. */
  readonly industries: Iterable<number>;
  readonly places: Iterable<number>;
  /** The argument that makes the answer smaller. */
  readonly narrowedBy: string;
}

/** The records about some industries or places. */
export function* readKnownNone(
  model: Model,
  ground: Ground,
  { of, industries, places, narrowedBy }: SoughtAbsences,
): Decision<readonly KnownNone[]> {
  const ids = (numbers: Iterable<number>) => [...numbers].flatMap((number) => ground.ids[number] ?? []);
  const parameters = { soughtFor: of, industries: ids(industries), places: ids(places) };
  const rows = yield* readFacts({ text: TEXT, parameters }, recordsThen(model, parameters));
  if (rows.length > MOST_RECORDS) {
    throw clientError(
      'QUERY_TOO_COMPLEX',
      `More than ${MOST_RECORDS} records of none found may explain this answer; ask with a narrower "${narrowedBy}".`,
      { limit: 'knownNone', allowed: MOST_RECORDS },
    );
  }
  return rows.map((row) => knownNoneOf(ground, row));
}

/** Reads the rows of the records that there were. */
function recordsThen(
  model: Model,
  {
    soughtFor,
    industries,
    places,
  }: {
    readonly soughtFor: string;
    readonly industries: readonly string[];
    readonly places: readonly string[];
  },
): FactsWanted['readThen'] {
  return function* (past) {
    const inPlaces = yield* factsAtThen(past, [IN], 'to', places);
    const forIndustries = yield* factsAtThen(past, [FOR], 'to', industries);
    const found = [...inPlaces, ...forIndustries].map(({ from }) => from);
    const records = yield* nodesThen(model, past, found);
    const ends = yield* factsAtThen(past, [IN, FOR], 'from', records.keys());
    const named = new Set(inPlaces.map(({ from }) => from));
    const firstEnd = (id: string, type: string) =>
      ends
        .filter((each) => each.from === id && each.type === type)
        .map(({ to }) => to)
        .sort()[0] ?? null;
    return [...records.values()]
      .map(({ id, validFrom, validTo, modality, of }) => {
        const [industry, place] = [firstEnd(String(id), FOR), firstEnd(String(id), IN)];
        return { id: String(id), validFrom, validTo, modality, of, industry, place };
      })
      .filter(({ id, of, place }) => of === soughtFor && (named.has(id) || place === null))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  };
}

/** A record, as it was read. */
export function knownNoneOf(ground: Ground, row: Row): KnownNone {
  const number = (id: unknown) => (typeof id === 'string' ? (ground.numbers.get(id) ?? -1) : undefined);
  const lookedOn = String(row.validFrom ?? '');
  return {
    id: String(row.id),
    industry: number(row.industry),
    place: number(row.place),
    fromDay: firstDay(lookedOn) ?? FIRST_DAY,
    toDay: typeof row.validTo === 'string' ? (lastDay(row.validTo) ?? LAST_DAY) : LAST_DAY,
    lookedOn,
    modality: modalityRank(row.modality),
  };
}
