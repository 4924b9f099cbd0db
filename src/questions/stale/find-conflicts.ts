/** Stated values and figures that contradict each other, as items to look at. */

import { type Row, type Run, textOf } from '../../cypher/statement.ts';
import type { Model } from '../../model/model.ts';
import { type Claimed, compareClaims } from '../claims/claimed.ts';
import { figuresConflict } from '../claims/conflicts.ts';
import { conflictingClaims } from '../claims/read-claims.ts';
import { decideAtOnce } from '../decision.ts';
import type { StaleItem } from './stale-item.ts';
import { recordedTwice } from './stale-statements.ts';

/** An item for each property and each figure, a firm's own included, of which values conflict, with those that do. */
export async function findConflicts(model: Model, run: Run): Promise<readonly StaleItem[]> {
  const groups = new Map<string, readonly Claimed[]>();
  for (const claim of [...(await decideAtOnce(conflictingClaims(model), run))].sort(compareClaims)) {
    groups.set(claim.group, [...(groups.get(claim.group) ?? []), claim]);
  }
  const stated = [...groups.values()].flatMap((claims) => {
    const [first] = claims;
    if (!first) return [];
    const { kind, about, name, property, indicator, period } = first;
    const words = kind === 'observation' ? `${indicator ?? property} of ${period}` : property;
    const values = claims.map(({ evidenceSources, ...claim }) => ({ ...claim, sources: evidenceSources }));
    return [conflictOf({ id: about, name: name ?? about }, property, words, values)];
  });
  const recorded = (await run(recordedTwice(model))).flatMap((row) => {
    const claims = figuresOf(row.claims);
    const fighting = claims.filter((a) => claims.some((b) => figuresConflict(a, b)));
    const part = textOf(row.part);
    const words = `${String(row.attribute)}${part === undefined ? '' : ` of ${part}`} in ${String(row.period)}`;
    const id = String(row.id);
    return fighting.length === 0
      ? []
      : [conflictOf({ id, name: textOf(row.name) ?? id }, 'figures', words, fighting)];
  });
  return [...stated, ...recorded];
}

/** A value, and what states it. */
interface Stated {
  readonly value: string;
  readonly printed: string | undefined;
  readonly bound: string;
  readonly sources: readonly string[];
}

function conflictOf(
  record: { readonly id: string; readonly name: string },
  property: string,
  words: string,
  claims: readonly Stated[],
): StaleItem {
  const values = claims.map(({ value, printed, sources }) => `${printed ?? value} (${sources.join(', ')})`);
  return {
    kind: 'claim-conflicting',
    ...record,
    day: null,
    message: `${words}: ${values.join(' against ')}`,
    property,
    value: claims.map(({ value }) => value).join(' | '),
    sources: [...new Set(claims.flatMap(({ sources }) => sources))].sort(),
  };
}

function figuresOf(raw: unknown): readonly Stated[] {
  return (Array.isArray(raw) ? raw : []).map((each: Row) => ({
    value: String(each.value),
    printed: textOf(each.printed),
    bound: textOf(each.bound) ?? 'EXACT',
    sources: Array.isArray(each.sources) ? each.sources.map(String) : [],
  }));
}
