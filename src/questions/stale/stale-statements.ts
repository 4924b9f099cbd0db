/** What `stale` asks the graph: policies, windows, projects and sources by their days, and claims page by page. */

import { STATED_VALUES } from '../../compile/compile-evidence.ts';
import { cypherName } from '../../cypher/names.ts';
import type { Statement } from '../../cypher/statement.ts';
import { dayText } from '../../model/day.ts';
import { ENTITY, type Model, NODE } from '../../model/model.ts';
import { factTypes } from '../fact-types.ts';

/** The days that the question is about. */
export interface StaleDays {
  readonly today: number;
  /** The last day on which something that ends is told of. */
  readonly until: number;
  /** What was read before this day was read long ago. */
  readonly longAgo: number;
}

/** Records of a page of claims. */
export const CLAIMS_PAGE = 1_000;

/** Adopted policies whose last day comes, before any other end. */
export function expiringPolicies({ today, until }: StaleDays): Statement {
  return {
    text: `MATCH (p:Policy) WHERE p.nodeType IS NOT NULL AND p.stage = 'ADOPTED'
AND p.expiresOnDay >= $today AND p.expiresOnDay <= $until AND p.endDay >= p.expiresOnDay
RETURN p.id AS id, p.name AS name, p.expiresOnDay AS day`,
    parameters: { today, until },
  };
}

/** Windows for applications that close. */
export function closingWindows(model: Model, { today, until }: StaleDays): Statement {
  const windows = model.nodeTypes.get('Measure')?.owned.get('windows');
  return {
    text: `MATCH (m:Measure)-[:${cypherName(windows?.relationshipType ?? 'NONE')}]->(w)
WHERE m.nodeType IS NOT NULL AND w.closesOnDay >= $today AND w.closesOnDay <= $until
RETURN m.id AS id, m.name AS name, w.id AS part, w.closesOnDay AS day`,
    parameters: { today, until },
  };
}

/** Projects that were to be in use by now and are not told to be. */
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

/** Sources that something rests on and nobody has read since a day; by their publication where no reading is told. */
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

/** Sources that are news. */
export function newsSources(): Statement {
  return {
    text: "MATCH (s:Source {tier: 'NEWS'}) WHERE s.nodeType IS NOT NULL RETURN s.id AS id",
    parameters: {},
  };
}

/**
 * A page of records in the order of their ids, each with what one source alone backs, and that is news: the record, its
 * stated values, and its relationships. `id` is there for every record, so that the next page begins behind the last.
 */
export function weakClaims(news: readonly string[], after: string): Statement {
  const backed = (variable: string) =>
    `${variable}.evidenceSources[0] IN $news AND all(s IN ${variable}.evidenceSources WHERE s = ${variable}.evidenceSources[0])`;
  return {
    text: `MATCH (n:${NODE}) WHERE n.id > $after
WITH n ORDER BY n.id LIMIT $limit
CALL (n) { MATCH (n)-[:${STATED_VALUES}]->(v) WHERE ${backed('v')}
RETURN collect([v.property, v.value, v.evidenceSources[0], v.printed]) AS stated }
CALL (n) { MATCH (n)-[r]->(m:${NODE}) WHERE r.key IS NOT NULL AND ${backed('r')}
RETURN collect([type(r), m.id, m.nodeType, r.evidenceSources[0]]) AS facts }
RETURN n.id AS id, n.nodeType AS type, n.name AS name, n.printed AS printed,
CASE WHEN n.nodeType IS NOT NULL AND ${backed('n')} THEN n.evidenceSources[0] END AS record, stated, facts`,
    parameters: { news, after, limit: CLAIMS_PAGE },
  };
}

/** Properties of which several values are stated. */
export function statedTwice(): Statement {
  return {
    text: `MATCH (e:${ENTITY})-[:${STATED_VALUES}]->(v)
WITH e, v ORDER BY v.value, v.id
WITH e, v.property AS property, collect({value: v.value, printed: v.printed, bound: v.bound, sources: v.evidenceSources}) AS claims WHERE size(claims) > 1
RETURN e.id AS id, e.nodeType AS type, e.name AS name, property, claims`,
    parameters: {},
  };
}

/** Figures of one indicator, place, industry, thing and period of which there are several. */
export function observedTwice(): Statement {
  return {
    text: `MATCH (o:Observation)-[:${factTypes('OBSERVES')}]->(i) WHERE o.nodeType IS NOT NULL
OPTIONAL MATCH (o)-[:${factTypes('OBSERVED_IN')}]->(place)
OPTIONAL MATCH (o)-[:${factTypes('OBSERVED_FOR')}]->(industry)
OPTIONAL MATCH (o)-[:${factTypes('OBSERVED_ABOUT')}]->(thing)
WITH i, place, industry, thing, o ORDER BY o.id
WITH i, place, industry, thing, o.period AS period,
collect({value: o.value, printed: o.printed, bound: o.bound, sources: o.evidenceSources}) AS claims WHERE size(claims) > 1
WITH i, coalesce(place, industry, thing, i) AS about, period, claims
RETURN about.id AS id, about.name AS name, i.id AS property, i.name AS indicator, period, claims`,
    parameters: {},
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
