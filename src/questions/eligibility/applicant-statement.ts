/** Reads what criteria are held against, of some firms. */

import { locatorIn, STATED_VALUES } from '../../compile/compile-evidence.ts';
import { cypherName } from '../../cypher/names.ts';
import type { Row, Statement } from '../../cypher/statement.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import { type Model, NODE } from '../../model/model.ts';
import { type Decision, readFacts } from '../decision.ts';
import { FIRM_VALUES, type FirmIds, firmIdsThen, firmsThen } from './firms-then.ts';

const FIRM = 'Firm';

/** Reads one row for each of the firms with these ids; none for what is no firm. */
export function* readFirms(model: Model, ids: readonly string[]): Decision<readonly Row[]> {
  return yield* readFacts(applicantStatement(model, ids), firmsThen(model, ids));
}

/** Reads the ids of firms, in order. */
export function* readFirmIds(model: Model, asked: FirmIds): Decision<readonly string[]> {
  const statement = firmsStatement(model, asked);
  const rows = yield* readFacts(
    statement,
    firmIdsThen(asked, (limit) => firmsStatement(model, { ...asked, limit })),
  );
  return rows.map(({ id }) => String(id));
}

function applicantStatement(model: Model, ids: readonly string[]): Statement {
  return {
    text: `UNWIND $ids AS id
MATCH (f:${NODE} {id: id}) WHERE f:${FIRM}
${factsCall(model, 'industries', 'n.id AS id')}
${factsCall(model, 'clusters', 'n.id AS id')}
${factsCall(model, 'places', 'n.id AS id, r.role AS role')}
${ownedCall(model, 'titles', ['title', 'validFrom', 'validTo', 'modality'])}
${ownedCall(model, 'listings', ['exchange', 'listedOn'])}
${ownedCall(model, 'figures', ['attribute', 'of', 'value', 'bound', 'period', 'modality'])}
CALL (f) { MATCH (f)-[:${STATED_VALUES}]->(s) WHERE s.property IN $values
RETURN collect({property: s.property, value: s.value, chosen: s.chosen, cited: ${citedBy('s')}}) AS stated }
CALL (f) { MATCH (f)-[:CITES]->(s) RETURN collect({id: s.id, tier: s.tier, read: s.read, publishedOn: s.publishedOnDay}) AS sources }
RETURN f.id AS id, f {${FIRM_VALUES.map((name) => `.${name}`).join(', ')}} AS own, ${citedBy('f')} AS cited,
  industries, clusters, places, titles, listings, figures, stated, sources`,
    parameters: { ids, values: FIRM_VALUES },
  };
}

function firmsStatement(model: Model, { places, day, limit }: FirmIds): Statement {
  const types = typesOf(model, 'places');
  const match = places
    ? `UNWIND $places AS place
MATCH (:${NODE} {id: place})<-[r:${types}]-(f)
WHERE coalesce(r.fromDay, 0) <= $day AND coalesce(r.toDay, $day) >= $day AND NOT coalesce(r.planned, false)`
    : `MATCH (f:${FIRM}) WHERE f.id IS NOT NULL`;
  return {
    text: `${match}\nWITH DISTINCT f.id AS id ORDER BY id LIMIT $limit RETURN id`,
    parameters: { places: places ?? [], day, limit },
  };
}

/** The types under which the facts of a relationship field of a firm are stored. */
function typesOf(model: Model, field: string): string {
  const relationship = model.nodeTypes.get(FIRM)?.relationships.get(field);
  invariant(relationship, `${FIRM}.${field} is declared in the schema`);
  return [relationship.stored.type, relationship.stored.datedType].map(cypherName).join('|');
}

/** The facts of a relationship field of a firm, with what they say of themselves. */
function factsCall(model: Model, field: string, columns: string): string {
  const types = typesOf(model, field);
  const entries = columns.split(', ').map((column) => {
    const [text, name] = column.split(' AS ');
    return `${name}: ${text}`;
  });
  return `CALL (f) { MATCH (f)-[r:${types}]->(n)
RETURN collect({${entries.join(', ')}, fromDay: r.fromDay, toDay: r.toDay, modality: r.modality, cited: ${citedBy('r')}}) AS ${field} }`;
}

function ownedCall(model: Model, field: string, properties: readonly string[]): string {
  const owned = model.nodeTypes.get(FIRM)?.owned.get(field);
  invariant(owned, `${FIRM}.${field} is declared in the schema`);
  const columns = properties.map((name) => `.${cypherName(name)}`).join(', ');
  return `CALL (f) { MATCH (f)-[:${cypherName(owned.relationshipType)}]->(o) WITH o ORDER BY o.id
RETURN collect(o {${columns}, cited: ${citedBy('o')}}) AS ${field} }`;
}

/** Where a node or relationship was read: a list of sources, locators and checks. */
function citedBy(variable: string): string {
  const locator = locatorIn(`${variable}.evidence[k]`);
  return `[k IN range(0, size(coalesce(${variable}.evidenceSources, [])) - 1) | {source: ${variable}.evidenceSources[k], locator: ${locator}, check: ${variable}.evidenceChecks[k]}]`;
}
