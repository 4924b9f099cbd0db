/** How much weight sources carry, the stated value that is chosen by it, and the one in force (§1.7, §1.8). */

import { compareText } from '../../diagnostics/compare-text.ts';
import type { DatasetNode, Evidence } from '../../model/dataset.ts';
import { datesAgree, firstDay } from '../../model/day.ts';
import { type Model, type PropertyModel, SOURCE } from '../../model/model.ts';
import { compareSources, type StatedIn } from '../../model/stored/compare-sources.ts';
import type { SeedRecord } from './list-records.ts';
import { entryOf } from './written.ts';

/** The properties of a source that weigh. */
const TIER = 'tier';
const READ = 'read';
const PUBLISHED_ON = 'publishedOn';
/** The tier whose evidence needs no locator: the curators' own arranging. */
const EDITORIAL = 'EDITORIAL';

/** What weighs of a source. */
interface SourceRank {
  readonly tier: string | undefined;
  readonly read: string | undefined;
  readonly publishedOn: string | undefined;
}

/** Sources by id. */
export type SourceRanks = ReadonlyMap<string, SourceRank>;

/** Ranks as written: a source whose tier or date has the long form weighs least until it is read. */
export function writtenRanks(records: Iterable<SeedRecord>): SourceRanks {
  const ranks = new Map<string, SourceRank>();
  for (const { type, id, map } of records) {
    if (type.name !== SOURCE || id === undefined) continue;
    const text = (key: string) => {
      const value = entryOf(map, key)?.value;
      return value?.form === 'text' ? value.text : undefined;
    };
    ranks.set(id, { tier: text(TIER), read: text(READ), publishedOn: text(PUBLISHED_ON) });
  }
  return ranks;
}

/** Ranks of sources that have been read, those of several stated values that are in force included. */
export function readRanks(nodes: Iterable<DatasetNode>): SourceRanks {
  const ranks = new Map<string, SourceRank>();
  for (const { type, id, properties } of nodes) {
    if (type !== SOURCE) continue;
    const text = (name: string) => properties[name]?.toString();
    ranks.set(id, { tier: text(TIER), read: text(READ), publishedOn: text(PUBLISHED_ON) });
  }
  return ranks;
}

/** Whether evidence of a source needs a locator. */
export function needsLocator(ranks: SourceRanks, source: string): boolean {
  return ranks.get(source)?.tier !== EDITORIAL;
}

/** A value as one piece of evidence states it. */
export interface Claim {
  readonly value: string;
  readonly evidence: Evidence;
}

/** Claims in order, the chosen one first: by the weight of their sources, then by value. */
export function rankClaims<C extends Claim>(
  model: Model,
  ranks: SourceRanks,
  claims: readonly C[],
): readonly C[] {
  const tiers = model.nodeTypes.get(SOURCE)?.properties.get(TIER)?.values ?? [];
  const statedIn = ({ evidence }: C): StatedIn => {
    const { tier = '', read, publishedOn = '' } = ranks.get(evidence.source) ?? {};
    return { ...evidence, tier, read, publishedOn: firstDay(publishedOn) };
  };
  return [...claims].sort(
    (a, b) => compareSources(statedIn(a), statedIn(b), tiers) || compareText(a.value, b.value),
  );
}

/**
 * The claim whose value is in force: the chosen one; of dates, the most exact of those that agree with it, for
 * 2025-08-06 says no less than 2025-08.
 * @param ranked claims in their order
 */
export function claimInForce<C extends Claim>(
  { valueKind }: PropertyModel,
  ranked: readonly C[],
): C | undefined {
  const [chosen] = ranked;
  if (!chosen || (valueKind !== 'coarseDate' && valueKind !== 'date')) return chosen;
  const agreeing = ranked.filter(({ value }) => datesAgree(value, chosen.value));
  const longest = Math.max(...agreeing.map(({ value }) => value.length));
  return agreeing.find(({ value }) => value.length === longest);
}
