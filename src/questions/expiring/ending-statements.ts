/** What ends within a span of days, as statements: policies, and windows for applications. */

import { cypherName } from '../../cypher/names.ts';
import type { Row, Statement } from '../../cypher/statement.ts';
import { dayBefore } from '../../model/day.ts';
import type { Model } from '../../model/model.ts';
import type { EndCause, Ending } from '../../rules/expiring.ts';

/** The first and last day of the span. */
export interface EndingDays {
  readonly today: number;
  readonly until: number;
}

/** Adopted policies whose last day comes, whatever ends them. */
export function expiringPolicies({ today, until }: EndingDays): Statement {
  return {
    text: `MATCH (p:Policy) WHERE p.nodeType IS NOT NULL AND p.stage = 'ADOPTED' AND $today <= p.endDay <= $until
RETURN p.id AS id, p.name AS name, p.endDay AS day, p.expiresOnDay AS expiresOn, p.repealedOnDay AS repealedOn`,
    parameters: { today, until },
  };
}

/** Windows for applications that close. */
export function closingWindows(model: Model, { today, until }: EndingDays): Statement {
  const windows = model.nodeTypes.get('Measure')?.owned.get('windows');
  return {
    text: `MATCH (m:Measure)-[:${cypherName(windows?.relationshipType ?? 'NONE')}]->(w)
WHERE m.nodeType IS NOT NULL AND $today <= w.closesOnDay <= $until
OPTIONAL MATCH (p:Policy)-[:HAS_MEASURE|HAS_MEASURE_DATED]->(m)
RETURN m.id AS id, m.name AS name, p.id AS policy, w.id AS part, w.closesOnDay AS day`,
    parameters: { today, until },
  };
}

/** A policy's row as an ending. */
export function endingOfPolicy({ id, day, expiresOn, repealedOn }: Row): Ending {
  const isRepeal = typeof repealedOn === 'number' && dayBefore(repealedOn) === day;
  const cause: EndCause = expiresOn === day ? 'EXPIRY' : isRepeal ? 'REPEAL' : 'SUCCESSION';
  return { endsOn: Number(day), cause, policy: String(id), measure: undefined, window: undefined };
}

/** A window's row as an ending. */
export function endingOfWindow({ id, policy, part, day }: Row): Ending {
  return {
    endsOn: Number(day),
    cause: 'CLOSING',
    policy: String(policy),
    measure: String(id),
    window: String(part),
  };
}
