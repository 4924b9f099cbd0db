/** Policies that can never be an answer: they support nothing, reach no place, or have no start (§6.6). */

import { say } from '../diagnostics/messages.ts';
import type { NodeTypeModel } from '../model/model.ts';
import type { SeedRecord } from './list-records.ts';
import type { Report } from './report.ts';
import { entryOf } from './written.ts';

const POLICY = 'Policy';
const STAGE = 'stage';
const ADOPTED = 'ADOPTED';
const STARTS = ['effectiveFrom', 'issuedOn'];

/** Warns of adopted policies that say too little to be found by what they do. */
export function checkPolicies(records: Iterable<SeedRecord>, report: Report): void {
  for (const record of records) {
    if (record.type.name !== POLICY || record.broken || stageOf(record) !== ADOPTED) continue;
    for (const kind of ['SUPPORTS', 'APPLIES_IN'] as const) {
      const keys = keysOfKind(record.type, kind);
      if (!keys.some((key) => isWritten(record, key))) report(record.idSpan, say.policyReachesNothing(kind));
    }
    if (!STARTS.some((key) => isWritten(record, key))) report(record.idSpan, say.policyNoStart());
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
