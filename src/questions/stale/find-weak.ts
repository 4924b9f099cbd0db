/** Claims that one source alone backs, and that is news (§13.1). */

import type { Row } from '../../cypher/statement.ts';
import type { Model } from '../../model/model.ts';
import { plainType } from '../../model/stored-form.ts';
import { type Ask, textOf } from './ask-graph.ts';
import type { StaleItem } from './stale-item.ts';
import { CLAIMS_PAGE, newsSources, weakClaims } from './stale-statements.ts';

const CITES = 'CITES';
/** Records whose relationships are parts of one figure, and told with it. */
const FIGURES = ['Observation', 'Target', 'KnownNone'];

/** An item for each such record, stated value and relationship. Page by page: neither Neo4j nor we hold more of the graph at once. */
export async function findWeak(model: Model, ask: Ask): Promise<readonly StaleItem[]> {
  const news = (await ask(newsSources())).map(({ id }) => String(id));
  const found: StaleItem[] = [];
  if (news.length === 0) return found;
  for (let after = ''; ; ) {
    const rows = await ask(weakClaims(news, after));
    for (const row of rows) found.push(...weakOf(model, row));
    if (rows.length < CLAIMS_PAGE) return found;
    after = String(rows.at(-1)?.id);
  }
}

function weakOf(model: Model, row: Row): readonly StaleItem[] {
  const id = String(row.id);
  const type = String(row.type);
  // What a record owns is told with the record, but for stated values, which are claims of their own.
  if (id.includes('#')) return [];
  const item = (property: string, value: string, source: unknown, words = value): StaleItem => ({
    kind: 'claim-weak',
    id,
    name: textOf(row.name) ?? id,
    day: null,
    message: `${property === 'record' ? 'the record' : `${property} ${words}`} rests on ${String(source)} alone, which is news`,
    property,
    value,
    sources: [String(source)],
  });
  const record = row.record === null ? [] : [item('record', textOf(row.printed) ?? '', row.record)];
  const stated = listOf(row.stated).map(([property, value, source, printed]) =>
    item(String(property), String(value), source, textOf(printed) ?? String(value)),
  );
  const facts = listOf(row.facts).flatMap(([stored, far, farType, source]) => {
    const plain = plainType(String(stored));
    const isPart = [type, String(farType)].some((each) => FIGURES.includes(each));
    if (plain === CITES || isPart || String(far).includes('#')) return [];
    const fields = [...(model.nodeTypes.get(type)?.relationships.values() ?? [])];
    const field = fields.find((each) => each.stored.type === plain && each.direction === 'OUT');
    return [item(field?.name ?? plain, String(far), source)];
  });
  return [...record, ...stated, ...facts];
}

function listOf(raw: unknown): readonly (readonly unknown[])[] {
  return Array.isArray(raw) ? raw : [];
}
