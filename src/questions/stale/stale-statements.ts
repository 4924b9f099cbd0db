/** What `stale` asks the graph: policies, windows, projects and sources by their days, and what no claim is about. */

import { cypherName } from '../../cypher/names.ts';
import type { Statement } from '../../cypher/statement.ts';
import { dayText } from '../../model/day.ts';
import { concreteTypes, ENTITY, type Model } from '../../model/model.ts';
import { factTypes } from '../fact-types.ts';

/** The days that the question is about. */
export interface StaleDays {
  readonly today: number;
  /** The last day on which what ends is listed. */
  readonly until: number;
  /** What was read before this day was read long ago. */
  readonly longAgo: number;
}

/** Projects that were due by now and are not stated to be in use. */
export function overdueProjects({ today }: StaleDays): Statement {
  return {
    text: `MATCH (p:Project) WHERE p.nodeType IS NOT NULL AND p.dueOnDay < $today
AND NOT coalesce(p.projectStage, '') IN $done
RETURN p.id AS id, p.name AS name, p.dueOnDay AS day, p.projectStage AS stage`,
    parameters: { today, done: ['COMPLETED', 'OPERATING'] },
  };
}

/** Adopted policies of which no start is known. */
export function policiesWithoutStart(): Statement {
  return {
    text: `MATCH (p:Policy) WHERE p.nodeType IS NOT NULL AND p.stage = 'ADOPTED' AND p.startDay IS NULL
RETURN p.id AS id, p.name AS name`,
    parameters: {},
  };
}

/** Cited sources not read since a day; by their publication where no day of reading is stated. */
export function unverifiedSources({ longAgo }: StaleDays): Statement {
  return {
    text: `MATCH (s:Source) WHERE s.nodeType IS NOT NULL AND s.tier <> 'EDITORIAL'
AND (s.retrievedOn < $longAgoText OR (s.retrievedOn IS NULL AND coalesce(s.publishedOnDay, 0) < $longAgo))
CALL (s) { MATCH (s)<-[c:${factTypes('CITES')}]-() RETURN count(c) AS cited }
WITH s, cited WHERE cited > 0
RETURN s.id AS id, s.name AS name, s.retrievedOn AS read, s.publishedOn AS published, cited`,
    parameters: { longAgo, longAgoText: dayText(longAgo) },
  };
}

/** Records other than entities and observations that one source alone backs, and that is news: targets, what was not found. */
export function weakRecords(model: Model, news: readonly string[]): Statement {
  const entities = concreteTypes(model, ENTITY);
  const types = [...model.nodeTypes.values()].filter(
    ({ name, root }) => root && !entities.includes(name) && name !== 'Observation',
  );
  return {
    text: types
      .map(
        ({
          name,
        }) => `MATCH (n:${cypherName(name)}) WHERE n.nodeType IS NOT NULL AND n.evidenceSources[0] IN $news
AND all(s IN n.evidenceSources WHERE s = n.evidenceSources[0])
RETURN n.id AS id, n.printed AS printed, n.evidenceSources[0] AS source`,
      )
      .join('\nUNION ALL\n'),
    parameters: { news },
  };
}

/** Figures of a firm of one attribute, part and period of which there are several. */
export function recordedTwice(model: Model): Statement {
  const figures = model.nodeTypes.get('Firm')?.owned.get('figures');
  return {
    text: `MATCH (e:Firm)-[:${cypherName(figures?.relationshipType ?? 'NONE')}]->(f) WHERE f.nodeType IS NOT NULL
WITH e, f ORDER BY f.id
WITH e, f.attribute AS attribute, f.of AS part, f.period AS period,
collect({value: f.value, printed: f.printed, bound: f.bound, sources: f.evidenceSources}) AS claims WHERE size(claims) > 1
RETURN e.id AS id, e.name AS name, attribute, part, period, claims`,
    parameters: {},
  };
}
