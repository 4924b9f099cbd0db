/** What claims ask the graph: of records page by page, of one entity, and of what is stated several times. */

import { STATED_VALUES } from '../../compile/compile-evidence.ts';
import { typePattern } from '../../compile/relationship-pattern.ts';
import type { Statement } from '../../cypher/statement.ts';
import { concreteTypes, ENTITY, type Model, NODE, type StoredRelationship } from '../../model/model.ts';
import { factTypes } from '../fact-types.ts';

/** Records of a page of claims. */
export const CLAIMS_PAGE = 1_000;

/** Which claims are read. */
export interface ClaimsRead {
  /** Only what is valid on this day; undefined: on any day. */
  readonly day: number | undefined;
  /** Only what these sources alone back, one of them each; undefined: all. */
  readonly news?: readonly string[];
}

/** Sources that are news. */
export function newsSources(): Statement {
  return {
    text: "MATCH (s:Source {tier: 'NEWS'}) WHERE s.nodeType IS NOT NULL RETURN s.id AS id",
    parameters: {},
  };
}

/** The claims of entities in the order of their ids: of those behind an id that cite some of the sources. */
export function claimsOfCiting(model: Model, read: ClaimsRead, after: string): Statement {
  const match = `MATCH (s:Source)<-[:${factTypes('CITES')}]-(n:${ENTITY})
WHERE s.id IN $news AND n.nodeType IS NOT NULL AND n.id > $after
WITH DISTINCT n ORDER BY n.id LIMIT $limit`;
  return claimsOfEntities(model, read, match, { after, limit: CLAIMS_PAGE });
}

/** The claims of one entity, its observations apart. */
export function claimsOfOne(model: Model, read: ClaimsRead, about: string): Statement {
  return claimsOfEntities(model, read, `MATCH (n:${NODE} {id: $about}) WHERE n:${ENTITY}`, { about });
}

function claimsOfEntities(
  model: Model,
  read: ClaimsRead,
  match: string,
  parameters: Readonly<Record<string, unknown>>,
): Statement {
  const entities = concreteTypes(model, ENTITY);
  const facts = claimFacts(model);
  return {
    text: `${match}
CALL (n) { MATCH (n)-[:${STATED_VALUES}]->(v) WHERE ${backed(read, 'v')}
RETURN collect(v {.id, .property, .value, .printed, .bound, .chosen, .evidenceSources, .evidence, .evidenceChecks}) AS stated }
CALL (n) { MATCH (n)-[r:${typePattern(...facts)}]->(m:${NODE})
WHERE m.nodeType IN $entities AND r.key IS NOT NULL AND ${backed(read, 'r')}
AND ($day IS NULL OR r.fromDay IS NULL OR r.fromDay <= $day <= r.toDay OR type(r) IN $always)
RETURN collect({type: type(r), far: m.id, key: r.key, modality: r.modality, evidenceSources: r.evidenceSources, evidence: r.evidence, evidenceChecks: r.evidenceChecks}) AS facts }
RETURN n.id AS id, n.nodeType AS type, n.name AS name, stated, facts,
CASE WHEN ${backed(read, 'n')} THEN n {.evidenceSources, .evidence, .evidenceChecks} END AS record`,
    parameters: {
      ...parameters,
      entities,
      day: read.day ?? null,
      always: facts.filter(({ always }) => always).flatMap(({ type, datedType }) => [type, datedType]),
      ...(read.news ? { news: read.news } : {}),
    },
  };
}

/** The relationships that are claims. What cites a source is none, nor is a part of a figure, which is listed with it. */
export function claimFacts(model: Model): readonly StoredRelationship[] {
  const entities = concreteTypes(model, ENTITY);
  const isEntity = (end: string) => concreteTypes(model, end).every((type) => entities.includes(type));
  return [...model.stored.values()].filter(
    ({ from, to }) => isEntity(from) && isEntity(to) && to !== 'Source',
  );
}

/** Properties of which several values are stated. */
export function statedTwice(): Statement {
  return {
    text: `MATCH (n:${ENTITY})-[:${STATED_VALUES}]->(v)
WITH n, v.property AS property, collect(v {.id, .property, .value, .printed, .bound, .chosen, .evidenceSources, .evidence, .evidenceChecks}) AS stated
WHERE size(stated) > 1
RETURN n.id AS id, n.nodeType AS type, n.name AS name, stated, [] AS facts, null AS record`,
    parameters: {},
  };
}

const OBSERVED = `MATCH (o)-[:${factTypes('OBSERVES')}]->(i)
OPTIONAL MATCH (o)-[:${factTypes('OBSERVED_IN')}]->(place)
OPTIONAL MATCH (o)-[:${factTypes('OBSERVED_FOR')}]->(industry)
OPTIONAL MATCH (o)-[:${factTypes('OBSERVED_ABOUT')}]->(thing)
WITH o, i, place, industry, thing, coalesce(place, industry, thing, i) AS about`;

const OBSERVATION = `o {.id, .value, .printed, .bound, .modality, .period, .evidenceSources, .evidence, .evidenceChecks,
about: about.id, aboutType: about.nodeType, name: about.name, indicator: i.id, indicatorName: i.name,
group: [i.id, place.id, industry.id, thing.id, o.period]}`;

/** Observations that one source alone backs, which is one of some. */
export function observationsBackedBy(read: ClaimsRead): Statement {
  return {
    text: `MATCH (o:Observation) WHERE o.nodeType IS NOT NULL AND ${backed(read, 'o')}
${OBSERVED}
RETURN ${OBSERVATION} AS observation`,
    parameters: { news: read.news },
  };
}

/** Observations about some entities (§13.2). */
export function observationsAbout(ids: readonly string[]): Statement {
  return {
    text: `UNWIND $ids AS id MATCH (x:${NODE} {id: id})<-[:${factTypes('OBSERVES', 'OBSERVED_IN', 'OBSERVED_FOR', 'OBSERVED_ABOUT')}]-(o:Observation)
WHERE o.nodeType IS NOT NULL
WITH DISTINCT x, o
${OBSERVED.replace('WITH o', 'WITH x, o')}
WHERE about = x
RETURN ${OBSERVATION} AS observation`,
    parameters: { ids },
  };
}

/** What the weight of sources depends on. */
export function sourcesOf(ids: readonly string[]): Statement {
  return {
    text: `UNWIND $ids AS id MATCH (s:${NODE} {id: id})
RETURN s.id AS id, s.tier AS tier, s.read AS read, s.publishedOnDay AS day`,
    parameters: { ids },
  };
}

/** Observations of one indicator, place, industry, entity and period of which there are several. */
export function observedTwice(): Statement {
  return {
    text: `MATCH (o:Observation) WHERE o.nodeType IS NOT NULL
${OBSERVED}
WITH i, place, industry, thing, o.period AS period, collect(${OBSERVATION}) AS same WHERE size(same) > 1
UNWIND same AS observation
RETURN observation`,
    parameters: {},
  };
}

/** Whether one of some sources alone backs what a variable represents; where no sources are given, whether any does. */
export function backed({ news }: Pick<ClaimsRead, 'news'>, variable: string): string {
  if (!news) return `${variable}.evidenceSources IS NOT NULL`;
  return `${variable}.evidenceSources[0] IN $news AND all(s IN ${variable}.evidenceSources WHERE s = ${variable}.evidenceSources[0])`;
}
