/** Stated values and figures that contradict each other. */

import type { Row } from '../../cypher/statement.ts';
import type { Model } from '../../model/model.ts';
import { type Ask, textOf } from './ask-graph.ts';
import { figuresConflict, valuesConflict } from './conflicts.ts';
import type { StaleItem } from './stale-item.ts';
import { observedTwice, recordedTwice, statedTwice } from './stale-statements.ts';

/** An item for each property and each figure, a firm's own included, of which values conflict, with those that do. */
export async function findConflicts(model: Model, ask: Ask): Promise<readonly StaleItem[]> {
  const stated = (await ask(statedTwice())).flatMap((row) => {
    const property = model.nodeTypes.get(String(row.type))?.properties.get(String(row.property));
    const claims = claimsOf(row.claims);
    const fighting = !property
      ? []
      : claims.filter((a) => claims.some((b) => valuesConflict(property, a, b)));
    return fighting.length === 0
      ? []
      : [conflictOf(row, String(row.property), String(row.property), fighting)];
  });
  const observed = (await ask(observedTwice())).flatMap((row) => {
    const fighting = fightingFigures(row);
    const words = `${textOf(row.indicator) ?? String(row.property)} of ${String(row.period)}`;
    return fighting.length === 0 ? [] : [conflictOf(row, String(row.property), words, fighting)];
  });
  const recorded = (await ask(recordedTwice(model))).flatMap((row) => {
    const fighting = fightingFigures(row);
    const part = textOf(row.part);
    const words = `${String(row.attribute)}${part === undefined ? '' : ` of ${part}`} in ${String(row.period)}`;
    return fighting.length === 0 ? [] : [conflictOf(row, 'figures', words, fighting)];
  });
  return [...stated, ...observed, ...recorded];
}

function fightingFigures({ claims: raw }: Row): readonly Claim[] {
  const claims = claimsOf(raw);
  return claims.filter((a) => claims.some((b) => figuresConflict(a, b)));
}

interface Claim {
  readonly value: string;
  readonly printed: string | undefined;
  readonly bound: string;
  readonly sources: readonly string[];
}

function conflictOf(row: Row, property: string, words: string, claims: readonly Claim[]): StaleItem {
  const values = claims.map(({ value, printed, sources }) => `${printed ?? value} (${sources.join(', ')})`);
  return {
    kind: 'claim-conflicting',
    id: String(row.id),
    name: textOf(row.name) ?? String(row.id),
    day: null,
    message: `${words}: ${values.join(' against ')}`,
    property,
    value: claims.map(({ value }) => value).join(' | '),
    sources: [...new Set(claims.flatMap(({ sources }) => sources))].sort(),
  };
}

function claimsOf(raw: unknown): readonly Claim[] {
  return (Array.isArray(raw) ? raw : []).map((each: Row) => ({
    value: String(each.value),
    printed: textOf(each.printed),
    bound: textOf(each.bound) ?? 'EXACT',
    sources: Array.isArray(each.sources) ? each.sources.map(String) : [],
  }));
}
