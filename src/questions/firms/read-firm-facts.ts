/** Reads what firms operate in and where they are: of a graph with a million firms, as far as one question needs it. */

import type { Row } from '../../cypher/statement.ts';
import { clientError } from '../../diagnostics/client-error.ts';
import { FIRST_DAY, LAST_DAY } from '../../model/day.ts';
import { NODE } from '../../model/model.ts';
import { modalityRank } from '../../rules/build-ground.ts';
import type { FirmFact } from '../../rules/firm-facts.ts';
import type { Ground } from '../../rules/ground.ts';
import { type Decision, type FactsWanted, readFacts } from '../decision.ts';
import { factTypes } from '../fact-types.ts';
import { factsAtThen } from '../past/read-then.ts';

/** The most facts of one kind that an answer is decided by. */
const MOST_FIRM_FACTS = 100_000;

const OPERATES = 'OPERATES_IN';
const LOCATED = 'FIRM_LOCATED_IN';
const [OPERATES_IN, LOCATED_IN] = [factTypes(OPERATES), factTypes(LOCATED)];
const COLUMNS = (to: string) =>
  `f.id AS firm, ${to} AS to, r.fromDay AS fromDay, r.toDay AS toDay, r.modality AS modality
LIMIT ${MOST_FIRM_FACTS + 1}`;

/** The facts by which firms operate in some industries. */
export function* readFirmsOfIndustries(
  ground: Ground,
  industries: Iterable<number>,
  narrowedBy: string,
): Decision<readonly FirmFact[]> {
  const ids = idsOf(ground, industries);
  return yield* read(ground, narrowedBy, {
    text: `UNWIND $industries AS industry
MATCH (:${NODE} {id: industry})<-[r:${OPERATES_IN}]-(f:Firm)
RETURN ${COLUMNS('industry')}`,
    parameters: { industries: ids },
    readThen: rowsThen(OPERATES, 'to', ids),
  });
}

/** The facts by which some firms are in places, in one of some roles. */
export function* readPlacesOfFirms(
  ground: Ground,
  firms: Iterable<string>,
  roles: readonly string[],
  narrowedBy: string,
): Decision<readonly FirmFact[]> {
  const ids = [...new Set(firms)];
  return yield* read(ground, narrowedBy, {
    text: `UNWIND $firms AS firm
MATCH (f:${NODE} {id: firm})-[r:${LOCATED_IN}]->(p) WHERE r.role IN $roles
RETURN ${COLUMNS('p.id')}`,
    parameters: { firms: ids, roles },
    readThen: rowsThen(LOCATED, 'from', ids, (role) => roles.includes(String(role))),
  });
}

/** The facts by which firms are in some places, in whatever role. */
export function* readFirmsOfPlaces(
  ground: Ground,
  places: Iterable<number>,
  narrowedBy: string,
): Decision<readonly FirmFact[]> {
  const ids = idsOf(ground, places);
  return yield* read(ground, narrowedBy, {
    text: `UNWIND $places AS place
MATCH (:${NODE} {id: place})<-[r:${LOCATED_IN}]-(f:Firm)
RETURN ${COLUMNS('place')}`,
    parameters: { places: ids },
    readThen: rowsThen(LOCATED, 'to', ids),
  });
}

/** The facts by which some firms operate in industries. */
export function* readIndustriesOfFirms(
  ground: Ground,
  firms: Iterable<string>,
  narrowedBy: string,
): Decision<readonly FirmFact[]> {
  const ids = [...new Set(firms)];
  return yield* read(ground, narrowedBy, {
    text: `UNWIND $firms AS firm
MATCH (f:${NODE} {id: firm})-[r:${OPERATES_IN}]->(i)
RETURN ${COLUMNS('i.id')}`,
    parameters: { firms: ids },
    readThen: rowsThen(OPERATES, 'from', ids),
  });
}

/** Reads the rows of the facts of a type at some nodes, as they were. */
function rowsThen(
  type: string,
  end: 'from' | 'to',
  ids: readonly string[],
  counts: (role: unknown) => boolean = () => true,
): FactsWanted['readThen'] {
  return function* (past) {
    const facts = yield* factsAtThen(past, [type], end, ids);
    return facts
      .filter(({ stored }) => counts(stored.role))
      .map(({ from, to, stored: { fromDay, toDay, modality } }) => ({
        firm: from,
        to,
        fromDay,
        toDay,
        modality,
      }));
  };
}

function* read(
  ground: Ground,
  narrowedBy: string,
  { text, parameters, readThen }: FactsWanted,
): Decision<readonly FirmFact[]> {
  const rows = yield* readFacts({ text, parameters }, readThen);
  if (rows.length <= MOST_FIRM_FACTS) return rows.map((row) => firmFactOf(ground, row));
  throw clientError(
    'QUERY_TOO_COMPLEX',
    `The answer would be decided by more than ${MOST_FIRM_FACTS} facts of firms; ask with a narrower "${narrowedBy}".`,
    { limit: 'firmFacts', allowed: MOST_FIRM_FACTS, argument: narrowedBy },
  );
}

/** A fact, as it was read. */
export function firmFactOf(ground: Ground, row: Row): FirmFact {
  return {
    firm: String(row.firm),
    to: ground.numbers.get(String(row.to)) ?? -1,
    fromDay: typeof row.fromDay === 'number' ? row.fromDay : FIRST_DAY,
    toDay: typeof row.toDay === 'number' ? row.toDay : LAST_DAY,
    modality: modalityRank(row.modality),
  };
}

function idsOf({ ids }: Ground, numbers: Iterable<number>): readonly string[] {
  return [...numbers].flatMap((number) => ids[number] ?? []);
}
