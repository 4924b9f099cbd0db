/** Reads what firms operate in and where they are: of a graph with a million firms, as far as one question needs it. */

import type { Row, Statement } from '../../cypher/statement.ts';
import { clientError } from '../../diagnostics/client-error.ts';
import { FIRST_DAY, LAST_DAY } from '../../model/day.ts';
import { NODE } from '../../model/model.ts';
import { modalityRank } from '../../rules/build-ground.ts';
import type { FirmFact } from '../../rules/firm-facts.ts';
import type { Ground } from '../../rules/ground.ts';
import { type Decision, readFacts } from '../decision.ts';
import { factTypes } from '../fact-types.ts';

/** The most facts of one kind that an answer is decided by. */
const MOST_FIRM_FACTS = 100_000;

const OPERATES_IN = factTypes('OPERATES_IN');
const LOCATED_IN = factTypes('FIRM_LOCATED_IN');
const COLUMNS = (to: string) =>
  `f.id AS firm, ${to} AS to, r.fromDay AS fromDay, r.toDay AS toDay, r.modality AS modality
LIMIT ${MOST_FIRM_FACTS + 1}`;

/** The facts by which firms operate in some industries. */
export function* readFirmsOfIndustries(
  ground: Ground,
  industries: Iterable<number>,
  narrowedBy: string,
): Decision<readonly FirmFact[]> {
  return yield* read(ground, narrowedBy, {
    text: `UNWIND $industries AS industry
MATCH (:${NODE} {id: industry})<-[r:${OPERATES_IN}]-(f:Firm)
RETURN ${COLUMNS('industry')}`,
    parameters: { industries: idsOf(ground, industries) },
  });
}

/** The facts by which some firms are in places, in one of some roles. */
export function* readPlacesOfFirms(
  ground: Ground,
  firms: Iterable<string>,
  roles: readonly string[],
  narrowedBy: string,
): Decision<readonly FirmFact[]> {
  return yield* read(ground, narrowedBy, {
    text: `UNWIND $firms AS firm
MATCH (f:${NODE} {id: firm})-[r:${LOCATED_IN}]->(p) WHERE r.role IN $roles
RETURN ${COLUMNS('p.id')}`,
    parameters: { firms: [...new Set(firms)], roles },
  });
}

/** The facts by which firms are in some places, in whatever role. */
export function* readFirmsOfPlaces(
  ground: Ground,
  places: Iterable<number>,
  narrowedBy: string,
): Decision<readonly FirmFact[]> {
  return yield* read(ground, narrowedBy, {
    text: `UNWIND $places AS place
MATCH (:${NODE} {id: place})<-[r:${LOCATED_IN}]-(f:Firm)
RETURN ${COLUMNS('place')}`,
    parameters: { places: idsOf(ground, places) },
  });
}

/** The facts by which some firms operate in industries. */
export function* readIndustriesOfFirms(
  ground: Ground,
  firms: Iterable<string>,
  narrowedBy: string,
): Decision<readonly FirmFact[]> {
  return yield* read(ground, narrowedBy, {
    text: `UNWIND $firms AS firm
MATCH (f:${NODE} {id: firm})-[r:${OPERATES_IN}]->(i)
RETURN ${COLUMNS('i.id')}`,
    parameters: { firms: [...new Set(firms)] },
  });
}

function* read(ground: Ground, narrowedBy: string, statement: Statement): Decision<readonly FirmFact[]> {
  const rows = yield* readFacts(statement);
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
