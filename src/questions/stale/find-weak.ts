/** Claims that one source alone backs, and that is news, as items to look at (§13.1). */

import { type Run, textOf } from '../../cypher/statement.ts';
import type { Model } from '../../model/model.ts';
import { type Claimed, RECORD } from '../claims/claimed.ts';
import { readNews, weakClaims } from '../claims/read-claims.ts';
import { decideAtOnce } from '../decision.ts';
import type { StaleItem } from './stale-item.ts';
import { weakRecords } from './stale-statements.ts';

/** An item for each such record, stated value and relationship; figures are records. */
export async function findWeak(model: Model, run: Run): Promise<readonly StaleItem[]> {
  const news = await decideAtOnce(readNews(model), run);
  const claims = await decideAtOnce(weakClaims(model, news, undefined), run);
  const records = await run(weakRecords(model, news));
  return [
    ...claims.map(weakOf),
    ...records.map((row) =>
      itemOf({ id: String(row.id), name: String(row.id) }, RECORD, textOf(row.printed) ?? '', row.source),
    ),
  ];
}

function weakOf(claim: Claimed): StaleItem {
  const { kind, holder, about, name, property, value, printed } = claim;
  const [source] = claim.evidenceSources;
  if (kind === 'observation') return itemOf({ id: holder, name: holder }, RECORD, printed ?? '', source);
  const record = { id: about, name: name ?? about };
  return kind === 'record'
    ? itemOf(record, RECORD, '', source)
    : itemOf(record, property, value, source, printed);
}

function itemOf(
  record: { readonly id: string; readonly name: string },
  property: string,
  value: string,
  source: unknown,
  words = value,
): StaleItem {
  const what = property === RECORD ? 'the record' : `${property} ${words}`;
  return {
    kind: 'claim-weak',
    ...record,
    day: null,
    message: `${what} rests on ${String(source)} alone, which is news`,
    property,
    value,
    sources: [String(source)],
  };
}
