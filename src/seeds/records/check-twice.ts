/** One fact is written once in a record: what has the same ends and keys is the same. */

import { quote } from '../../diagnostics/fault.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import type { DatasetRelationship } from '../../model/dataset.ts';
import type { FieldsModel, Model } from '../../model/model.ts';
import { ownedPlace } from '../../model/stored/owned-id.ts';
import { placeOf, type Report } from '../written/report.ts';
import type { Span } from '../written/written.ts';
import { keysOfOwned } from './owned-facts.ts';
import type { Facts } from './reading.ts';

/** Reports what a record states twice, and which keys would distinguish two. */
export function checkTwice(
  model: Model,
  record: { readonly id: string; readonly type: FieldsModel },
  facts: Facts,
  report: Report,
): void {
  const types = new Map<string, FieldsModel | undefined>([[record.id, record.type]]);
  const first = new Map<string, Span>();
  const twice = new Set<string>();
  for (const { value, span } of facts.nodes) {
    const place = first.get(value.id);
    const type = model.nodeTypes.get(value.type);
    types.set(value.id, type);
    if (!place) first.set(value.id, span);
    else {
      twice.add(value.id);
      const list = quote(ownedPlace(value.id)?.field ?? value.type);
      report(span, recordFaults.itemTwice(list, placeOf(place), type ? keysOfOwned(model, type) : []));
    }
  }
  for (const { value, span } of facts.relationships) {
    // The values of an owned record that is written twice are written twice, too.
    if (twice.has(value.from) || twice.has(value.to)) continue;
    const place = first.get(value.key);
    if (!place) first.set(value.key, span);
    else
      report(
        span,
        recordFaults.factTwice(wordsOf(value, types), placeOf(place), keysOfRelationship(model, value)),
      );
  }
}

/** A relationship as its record writes it: the far id at its key. */
function wordsOf(
  { type, from, to }: DatasetRelationship,
  types: ReadonlyMap<string, FieldsModel | undefined>,
): string {
  for (const [near, far, direction] of [
    [from, to, 'OUT'],
    [to, from, 'IN'],
  ] as const) {
    const sides = [...(types.get(near)?.relationships.values() ?? [])];
    const side = sides.find(
      (each) => each.written && each.stored.type === type && each.direction === direction,
    );
    if (side) return `${quote(far)} at ${quote(side.name)}`;
  }
  return quote(to);
}

function keysOfRelationship(model: Model, { type }: DatasetRelationship): readonly string[] {
  const own = model.stored.get(type)?.properties ?? [];
  return [...own, ...model.factProperties].filter(({ key }) => key).map(({ name }) => name);
}
