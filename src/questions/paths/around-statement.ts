/** What is around nodes, as a statement: their facts on a day, and the nodes at the other end (§12). */

import { typePattern } from '../../compile/relationship-pattern.ts';
import { cypherName } from '../../cypher/names.ts';
import type { Row } from '../../cypher/statement.ts';
import { ALL_INDUSTRIES } from '../../model/all-industries.ts';
import { FIRST_DAY } from '../../model/day.ts';
import { type Model, NODE, type StoredRelationship } from '../../model/model.ts';
import {
  countedRelationships,
  entityRelationships,
  pathTypes,
} from '../../model/stored/entity-relationships.ts';
import { plainType } from '../../model/stored/stored-form.ts';
import type { Around, PathFact, PathNode } from '../../rules/path-search.ts';
import { type Decision, readFacts } from '../decision.ts';
import { aroundThen } from './around-then.ts';

/** Regions of a higher level than this are on no path, except at its ends (§12.4). */
const LOWEST_PASSED = 'DISTRICT';

/** How the facts around nodes are read, and what their rows mean. */
export interface AroundReader {
  /** Reads the rows of the nodes themselves, or of their facts and what these lead to. */
  readonly rows: (ids: readonly string[], around: boolean) => Decision<readonly Row[]>;
  readonly read: (rows: readonly Row[]) => Around;
}

/** The reader of a model's facts on a day. */
export function aroundReader(model: Model, day: number): AroundReader {
  const passed = entityRelationships(model);
  const byType = new Map(passed.map((each) => [each.type, each]));
  const keys = [...new Set(passed.flatMap(({ properties }) => properties.filter(({ key }) => key)))];
  const own = keys.map(({ name }) => `r.${cypherName(name)}`).join(', ');
  const levels = model.nodeTypes.get('Region')?.properties.get('level')?.values ?? [];
  const parameters = {
    day,
    types: pathTypes(model),
    top: ALL_INDUSTRIES,
    hubs: levels.slice(0, levels.indexOf(LOWEST_PASSED)),
    always: passed.filter((each) => each.always).flatMap(({ type, datedType }) => [type, datedType]),
  };
  const node = `n.id AS id, coalesce(n.id = $top OR n.level IN $hubs, false) AS isHub,
${degreeOf(countedRelationships(model))} AS degree,
${degreeOf(passed)} AS count`;
  const around = `UNWIND $ids AS near MATCH (:${NODE} {id: near})-[r:${typePattern(...passed)}]-(n:${NODE})
WHERE n.nodeType IN $types AND (r.fromDay IS NULL OR r.fromDay <= $day <= r.toDay OR type(r) IN $always)
WITH n, collect(DISTINCT [startNode(r).id, endNode(r).id, type(r), r.key, r.fromDay, [${own}]]) AS facts
RETURN ${node}, facts`;
  const themselves = `UNWIND $ids AS id MATCH (n:${NODE} {id: id}) WHERE n.nodeType IN $types
RETURN ${node}, [] AS facts`;
  return {
    *rows(ids, isAround) {
      const statement = { text: isAround ? around : themselves, parameters: { ...parameters, ids } };
      const then = aroundThen({
        model,
        ids,
        isAround,
        day,
        hubs: parameters.hubs,
        always: parameters.always,
        keys,
      });
      return yield* readFacts(statement, then);
    },
    read: (rows) => ({ nodes: rows.map(nodeOf), facts: rows.flatMap((row) => factsOf(row, byType)) }),
  };
}

/** How many facts of some types a node has, on whatever day: their degrees, in one expression that is planned once. */
function degreeOf(stored: readonly StoredRelationship[]): string {
  return `COUNT { (n)-[:${typePattern(...stored)}]-() }`;
}

function nodeOf(row: Row): PathNode {
  const { id, degree, count, isHub } = row;
  return { id: String(id), degree: Number(degree), facts: Number(count), isHub: isHub === true };
}

function factsOf({ facts }: Row, byType: ReadonlyMap<string, StoredRelationship>): readonly PathFact[] {
  return (Array.isArray(facts) ? facts : []).flatMap(
    ([from, to, storedType, key, fromDay, own]): PathFact[] => {
      const stored = byType.get(plainType(String(storedType)));
      if (!stored) return [];
      return [
        {
          from: String(from),
          to: String(to),
          type: stored.type,
          key: typeof key === 'string' ? key : '',
          kind: stored.kind,
          role: (Array.isArray(own) ? own : []).map((each) => each ?? '').join(' '),
          fromDay: typeof fromDay === 'number' ? fromDay : FIRST_DAY,
          isTree: stored.tree,
        },
      ];
    },
  );
}
