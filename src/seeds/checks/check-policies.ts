/** Policies that can never be an answer: they support nothing, reach no place, or have no start (§6.6). */

import { recordFaults } from '../../diagnostics/messages.ts';
import { plausibleFaults } from '../../diagnostics/plausible-messages.ts';
import { firstDay, lastDay } from '../../model/day.ts';
import type { NodeTypeModel } from '../../model/model.ts';
import type { Facts } from '../records/reading.ts';
import type { SeedRecord } from '../written/list-records.ts';
import type { Report } from '../written/report.ts';
import { entryOf } from '../written/written.ts';

const POLICY = 'Policy';
const STAGE = 'stage';
const SUPERSEDES = 'SUPERSEDES';
const ADOPTED = 'ADOPTED';
const STARTS = ['effectiveFrom', 'issuedOn'];

/** Warns of adopted policies that say too little to be found by what they do. */
export function checkPolicies(records: Iterable<SeedRecord>, facts: Facts, report: Report): void {
  checkSuccessors(facts, report);
  for (const record of records) {
    if (record.type.name !== POLICY || record.broken || stageOf(record) !== ADOPTED) continue;
    for (const kind of ['SUPPORTS', 'APPLIES_IN'] as const) {
      const keys = keysOfKind(record.type, kind);
      if (!keys.some((key) => isWritten(record, key)))
        report(record.idSpan, recordFaults.policyReachesNothing(kind));
    }
    if (!STARTS.some((key) => isWritten(record, key))) report(record.idSpan, recordFaults.policyNoStart());
  }
}

/** Warns of a policy that is over before the one begins that it supersedes. Dates that agree are no contradiction. */
function checkSuccessors({ nodes, relationships }: Facts, report: Report): void {
  const starts = new Map<string, string>();
  for (const { value } of nodes) {
    const start =
      value.type === POLICY ? STARTS.flatMap((name) => value.properties[name] ?? [])[0] : undefined;
    if (start !== undefined) starts.set(value.id, String(start));
  }
  for (const { value, span } of relationships) {
    const [start, other] = [starts.get(value.from), starts.get(value.to)];
    if (value.type !== SUPERSEDES || start === undefined || other === undefined) continue;
    const [last, first] = [lastDay(start), firstDay(other)];
    if (last !== undefined && first !== undefined && last < first) {
      report(span, plausibleFaults.supersedesLater(value.from, start, value.to, other));
    }
  }
}

function stageOf({ type, map }: SeedRecord): string | undefined {
  const written = entryOf(map, STAGE)?.value;
  return written?.form === 'text' ? written.text : type.properties.get(STAGE)?.default;
}

function keysOfKind(type: NodeTypeModel, kind: string): readonly string[] {
  const sides = [...type.relationships.values()];
  return sides.filter(({ written, stored }) => written && stored.kind === kind).map(({ name }) => name);
}

function isWritten({ map }: SeedRecord, key: string): boolean {
  const written = entryOf(map, key)?.value;
  return written !== undefined && !(written.form === 'list' && written.items.length === 0);
}
