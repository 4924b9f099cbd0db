/** Reads a rulebook from a graph: the criteria, windows and exclusions of all measures, and names. */

import { cypherName } from '../cypher/names.ts';
import type { Row, Run, Statement } from '../cypher/statement.ts';
import { invariant } from '../diagnostics/invariant.ts';
import { FIRST_DAY, firstDay, LAST_DAY, lastDay } from '../model/day.ts';
import type { Model } from '../model/model.ts';
import { modalityRank } from '../rules/build-ground.ts';
import {
  buildRulebook,
  NAMED,
  type Rulebook,
  type RulebookCriterion,
  readCriterion,
} from '../rules/eligibility/rulebook.ts';

const MEASURE = 'Measure';
const EXCLUDES = 'EXCLUDES';

/** Reads the rulebook; the caller ensures that all statements read one state. */
export async function loadRulebook(model: Model, run: Run): Promise<Rulebook> {
  const criteria = await run({
    text: `MATCH (m:${MEASURE})-[:${ownedType(model, 'criteria')}]->(c)
RETURN m.id AS measure, c.id AS id, c.position AS position, c.alternatives AS alternatives`,
    parameters: {},
  });
  const windows = await run({
    text: `MATCH (m:${MEASURE})-[:${ownedType(model, 'windows')}]->(w)
RETURN w.id AS id, m.id AS measure, w.opensOn AS opensOn, w.closesOn AS closesOn`,
    parameters: {},
  });
  const exclusions = await run(exclusionsStatement(model));
  const names = await run(NAMES);
  return buildRulebook({
    criteria: criteria.map(criterionOf),
    windows: windows.map((row) => ({
      id: String(row.id),
      measure: String(row.measure),
      fromDay: firstDay(String(row.opensOn)) ?? FIRST_DAY,
      toDay: lastDay(String(row.closesOn)) ?? LAST_DAY,
    })),
    exclusions: exclusions.map(exclusionOf),
    names: new Map(
      names.map(({ id, name, nameEn }) => [
        String(id),
        { name: String(name ?? id), nameEn: typeof nameEn === 'string' ? nameEn : undefined },
      ]),
    ),
  });
}

/** How much there is to read, from the counts that Neo4j keeps. */
export async function countRulebook(model: Model, run: Run): Promise<{ rules: number; names: number }> {
  const rules = [ownedType(model, 'criteria'), ownedType(model, 'windows'), ...exclusionTypes(model)];
  const [row] = await run({
    text: `RETURN ${rules.map((type) => `COUNT { ()-[:${type}]->() }`).join(' + ')} AS rules, ${NAMED.map((label) => `COUNT { (:${label}) }`).join(' + ')} AS names`,
    parameters: {},
  });
  return { rules: Number(row?.rules ?? 0), names: Number(row?.names ?? 0) };
}

const NAMES: Statement = {
  text: NAMED.map(
    (label) =>
      `MATCH (n:${label}) WHERE n.id IS NOT NULL RETURN n.id AS id, n.name AS name, n.nameEn AS nameEn`,
  ).join('\nUNION ALL\n'),
  parameters: {},
};

function exclusionsStatement(model: Model): Statement {
  return {
    text: `MATCH (a)-[r:${exclusionTypes(model).join('|')}]->(b)
RETURN r.key AS key, a.id AS from, b.id AS to, r.fromDay AS fromDay, r.toDay AS toDay, r.modality AS modality,
  coalesce(r.evidenceSources, []) AS sources, coalesce(r.evidence, []) AS texts,
  coalesce(r.evidenceChecks, []) AS checks`,
    parameters: {},
  };
}

function exclusionOf(row: Row) {
  const texts = Array.isArray(row.texts) ? row.texts.map(String) : [];
  const checks = Array.isArray(row.checks) ? row.checks.map(String) : [];
  return {
    key: typeof row.key === 'string' ? row.key : '',
    from: String(row.from),
    to: String(row.to),
    fromDay: typeof row.fromDay === 'number' ? row.fromDay : FIRST_DAY,
    toDay: typeof row.toDay === 'number' ? row.toDay : LAST_DAY,
    modality: modalityRank(row.modality),
    evidence: (Array.isArray(row.sources) ? row.sources.map(String) : []).map((source, at) => ({
      source,
      text: texts[at] ?? '',
      check: checks[at] ?? '',
    })),
  };
}

function criterionOf({ id, measure, position, alternatives }: Row): RulebookCriterion {
  return readCriterion(String(id), String(measure), Number(position ?? 0), String(alternatives));
}

function ownedType(model: Model, field: string): string {
  const owned = model.nodeTypes.get(MEASURE)?.owned.get(field);
  invariant(owned, `${MEASURE}.${field} is declared in the schema`);
  return cypherName(owned.relationshipType);
}

function exclusionTypes(model: Model): readonly string[] {
  const stored = model.stored.get(EXCLUDES);
  return stored ? [stored.type, stored.datedType].map(cypherName) : [];
}
