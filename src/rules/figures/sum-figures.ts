/** The sum of figures, exact, or why they have none: what differs in unit, definition or period is never added (§18). */

import { type ExactNumber, exact, exactText, plus } from './exact-number.ts';

/** One number to add, and what it must have in common with the others. */
export interface SummedFigure {
  readonly id: string;
  /** What a reader calls it. */
  readonly name: string;
  readonly value: string;
  /** Its currency, or the unit that it is counted in. */
  readonly unit: string;
  readonly bound: string;
  readonly modality: string;
  /** What is counted, where an indicator says it: its id, and what distinguishes it from others in words. */
  readonly indicator?: { readonly id: string; readonly words: string };
  readonly period?: string;
  /**
   * What it is about, one part for each thing it may be about: the id, then those of all that this lies in. Without
   * ids it is about all there is.
   */
  readonly about: readonly (readonly string[])[];
}

/** A sum of figures. */
export interface FigureSum {
  /** Null where there is nothing to add. */
  readonly value: string | null;
  readonly unit: string | null;
  readonly count: number;
  /** Null where some bounds point up and others down, so that nothing bounds the sum. */
  readonly bound: string | null;
  /** The weakest of all. */
  readonly modality: string;
}

/** Two figures that cannot be added, and in what they differ. */
export interface SumRefusal {
  readonly difference: 'unit' | 'indicator' | 'period' | 'overlap';
  readonly figures: readonly [SummedFigure, SummedFigure];
}

/** Modalities, firmest first. */
const MODALITIES = ['STATED', 'ESTIMATED', 'PLANNED', 'AIMED_FOR'];

/** Adds figures, or names two that cannot be added. */
export function sumFigures(figures: readonly SummedFigure[]): FigureSum | SumRefusal {
  const refusal = refusalOf(figures);
  if (refusal) return refusal;
  const [first] = figures;
  const total = figures.reduce<ExactNumber>((sum, { value }) => plus(sum, exact(value)), exact('0'));
  return {
    value: first ? exactText(total) : null,
    unit: first?.unit ?? null,
    count: figures.length,
    bound: boundOfSum(new Set(figures.map(({ bound }) => bound))),
    modality: MODALITIES[Math.max(0, ...figures.map(({ modality }) => MODALITIES.indexOf(modality)))] ?? '',
  };
}

/** Whether a sum was refused. */
export function isRefused(sum: FigureSum | SumRefusal): sum is SumRefusal {
  return 'difference' in sum;
}

function refusalOf(figures: readonly SummedFigure[]): SumRefusal | undefined {
  const [first] = figures;
  if (!first) return undefined;
  const tests = [
    ['indicator', (each: SummedFigure) => each.indicator?.id !== first.indicator?.id],
    ['unit', (each: SummedFigure) => each.unit !== first.unit],
    ['period', (each: SummedFigure) => each.period !== first.period],
  ] as const;
  for (const [difference, differs] of tests) {
    const other = figures.find(differs);
    if (other) return { difference, figures: [first, other] };
  }
  return overlapOf(figures);
}

/** §18.4: two figures of which one is about a part of what the other is about would count that part twice. */
function overlapOf(figures: readonly SummedFigure[]): SumRefusal | undefined {
  for (const [at, one] of figures.entries()) {
    const other = figures.slice(at + 1).find((each) => overlaps(one, each));
    if (other) return { difference: 'overlap', figures: [one, other] };
  }
  return undefined;
}

function overlaps(one: SummedFigure, other: SummedFigure): boolean {
  if (one.about.length === 0) return false;
  return one.about.every((part, at) => isPartOfOther(part, other.about[at] ?? []));
}

function isPartOfOther(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [one[0], other[0]];
  return a === undefined || b === undefined || other.includes(a) || one.includes(b);
}

/** §18.3: what bounds a sum, where all its bounds point the same way. */
function boundOfSum(bounds: ReadonlySet<string>): string | null {
  const other = [...bounds].filter((bound) => bound !== 'EXACT');
  const isAmong = (...allowed: readonly string[]) => other.every((bound) => allowed.includes(bound));
  if (other.length === 0) return 'EXACT';
  if (isAmong('ABOUT')) return 'ABOUT';
  if (isAmong('MORE_THAN', 'AT_LEAST')) return bounds.has('MORE_THAN') ? 'MORE_THAN' : 'AT_LEAST';
  if (isAmong('LESS_THAN', 'AT_MOST')) return bounds.has('LESS_THAN') ? 'LESS_THAN' : 'AT_MOST';
  return null;
}
