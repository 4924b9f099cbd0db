/** What deciding how far a target is needs to know, as a statement gives it. */

import { array, record } from '../../compile/compiled.ts';
import { textOf } from '../../cypher/statement.ts';
import { recordIncomplete } from '../../diagnostics/client-error.ts';
import { firstDay, lastDay } from '../../model/day.ts';
import type { StatedIn } from '../../model/stored/compare-sources.ts';
import { isDecimal } from '../../rules/figures/exact-number.ts';

/** The days that something covers, both inclusive. */
export interface Span {
  readonly fromDay: number;
  readonly toDay: number;
}

/** An observation. */
export interface Observed extends Span {
  readonly id: string;
  /** Its exact text. */
  readonly value: string;
  readonly bound: string;
  /** Where it was read. */
  readonly readings: readonly StatedIn[];
}

/** What a target wants. */
export interface Wanted {
  readonly comparator: string;
  readonly value: string;
  /** The upper end of BETWEEN. */
  readonly valueMax: string | undefined;
  /** Its span: from its start, or from the first day that its due date means, to the last. */
  readonly span: Span;
  /** The day its policy, or without one it itself, begins. */
  readonly begins: number | undefined;
}

/** An indicator by the names it goes by. */
export interface IndicatorName {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | undefined;
}

/** A target, its indicator, and the figures that could measure its progress. */
export interface ProgressFacts {
  readonly wanted: Wanted;
  readonly indicator: IndicatorName & { readonly behaviour: string };
  /** What is visible of the target's indicator, place and industry. */
  readonly observed: readonly Observed[];
  /** Where that is nothing: an indicator of the same quantity that was observed in the same place and industry. */
  readonly instead: IndicatorName | undefined;
}

/** The facts as a row holds them. */
export function readFacts(raw: unknown): ProgressFacts {
  const { target, indicator, observed, instead } = record(raw);
  const [other] = array(instead);
  const { behaviour } = record(indicator);
  return {
    wanted: readWanted(record(target)),
    indicator: { ...readIndicator(record(indicator)), behaviour: String(behaviour) },
    // An observation without a number, as an edit outside kg may leave it, states nothing.
    observed: array(observed)
      .map((each) => readObserved(record(each)))
      .filter(({ value }) => isDecimal(value)),
    instead: other === undefined ? undefined : readIndicator(record(other)),
  };
}

function readWanted(raw: Readonly<Record<string, unknown>>): Wanted {
  const from = textOf(raw.from);
  const due = String(raw.due);
  const fromDay = firstDay(from ?? due);
  const toDay = lastDay(due);
  const id = textOf(raw.id);
  if (fromDay === undefined || toDay === undefined) throw recordIncomplete('Target.due', id);
  const [value, valueMax] = [String(raw.value), textOf(raw.valueMax)];
  if (![value, valueMax ?? value].every(isDecimal)) throw recordIncomplete('Target.value', id);
  return {
    comparator: String(raw.comparator),
    value,
    valueMax,
    span: { fromDay, toDay },
    begins: optionalNumber(raw.startDay) ?? (from === undefined ? undefined : fromDay),
  };
}

/** An observation as a row holds it. */
export function readObserved(raw: Readonly<Record<string, unknown>>): Observed {
  return {
    id: String(raw.id),
    fromDay: Number(raw.fromDay),
    toDay: Number(raw.toDay),
    value: String(raw.value),
    bound: String(raw.bound),
    readings: array(raw.readings).map((each) => {
      const { tier, read, publishedOn, source, locator } = record(each);
      return {
        tier: String(tier),
        read: textOf(read),
        publishedOn: optionalNumber(publishedOn),
        source: String(source),
        locator: String(locator),
      };
    }),
  };
}

function readIndicator({ id, name, nameEn }: Readonly<Record<string, unknown>>): IndicatorName {
  return { id: String(id), name: String(name), nameEn: textOf(nameEn) };
}

function optionalNumber(raw: unknown): number | undefined {
  return typeof raw === 'number' ? raw : undefined;
}
