/** A claim as it is read from the graph, and what makes it weak or conflicting (§13). */

import { compareText } from '../../diagnostics/compare-text.ts';
import type { Model } from '../../model/model.ts';
import { figuresConflict, valuesConflict } from './conflicts.ts';

/** The property of the claim that is all of a record's common evidence. */
export const RECORD = 'record';

/** One statement of sources: a value, a relationship, an observation, or a record as a whole. */
export interface Claimed {
  readonly kind: 'value' | 'fact' | 'observation' | 'record';
  /** The id of the node, or the key of the relationship, that carries the evidence. */
  readonly holder: string;
  /** What it is about: its id, its type and its name. */
  readonly about: string;
  readonly aboutType: string;
  readonly name: string | undefined;
  readonly property: string;
  readonly value: string;
  readonly printed: string | undefined;
  readonly bound: string;
  readonly modality: string;
  /** Of a stated value: whether it is the one chosen. */
  readonly chosen: boolean;
  /** What says the same thing of the same time: values of it may conflict. */
  readonly group: string;
  /** Of an observation: its period, and the name of its indicator. */
  readonly period: string | undefined;
  readonly indicator: string | undefined;
  /** Sources, the texts that end in their locators, and checks: of none there is no list. */
  readonly evidenceSources: readonly string[];
  readonly evidence: readonly string[];
  readonly evidenceChecks: readonly string[];
}

/** Whether one source alone backs it, and that is news. */
function isWeak({ evidenceSources: [first, ...others] }: Claimed, news: ReadonlySet<string>): boolean {
  return first !== undefined && news.has(first) && others.every((each) => each === first);
}

/** The claims among whole groups that conflict with another of their group. */
export function conflictingAmong(model: Model, claims: readonly Claimed[]): readonly Claimed[] {
  const groups = new Map<string, Claimed[]>();
  for (const claim of claims) {
    const group = groups.get(claim.group) ?? [];
    group.push(claim);
    groups.set(claim.group, group);
  }
  return [...groups.values()].flatMap((group) =>
    group.length < 2 ? [] : group.filter((a) => group.some((b) => areConflicting(model, a, b))),
  );
}

function areConflicting(model: Model, a: Claimed, b: Claimed): boolean {
  if (a.kind === 'observation') return figuresConflict(a, b);
  const property = model.nodeTypes.get(a.aboutType)?.properties.get(a.property);
  return a.kind === 'value' && property !== undefined && valuesConflict(property, a, b);
}

/** What is asked of claims; each part left out: whatever it is. */
export interface ClaimsAsked {
  readonly weak: boolean | undefined;
  readonly conflicting: boolean | undefined;
}

/**
 * Those of some claims that are asked for, in order.
 * @param news the sources that are news
 * @param fighting what carries the claims that conflict
 */
export function selectClaims(
  claims: readonly Claimed[],
  { weak, conflicting }: ClaimsAsked,
  news: ReadonlySet<string>,
  fighting: ReadonlySet<string>,
): readonly Claimed[] {
  return claims
    .filter((claim) => weak === undefined || isWeak(claim, news) === weak)
    .filter(({ holder }) => conflicting === undefined || fighting.has(holder) === conflicting)
    .sort(compareClaims);
}

/** The order of claims: about, property, value; then what carries them. */
export function compareClaims(a: Claimed, b: Claimed): number {
  return (
    compareText(a.about, b.about) ||
    compareText(a.property, b.property) ||
    compareText(a.value, b.value) ||
    compareText(a.holder, b.holder)
  );
}
