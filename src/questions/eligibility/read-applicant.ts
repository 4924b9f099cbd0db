/** An applicant from the row of a firm. */

import { array, record } from '../../compile/compiled.ts';
import { textOf } from '../../cypher/statement.ts';
import { FIRST_DAY, firstDay, LAST_DAY, lastDay } from '../../model/day.ts';
import { compareSources, type StatedIn } from '../../model/stored/compare-sources.ts';
import type { Applicant, ApplicantFact, ValueFact } from '../../rules/eligibility/applicant.ts';
import { isDecimal } from '../../rules/figures/exact-number.ts';
import { MODALITIES } from '../../rules/ground.ts';

type Values = Readonly<Record<string, unknown>>;
type ReadSources = (cited: unknown) => readonly StatedIn[];

/**
 * The applicant that a row describes. What is not on it is unknown: records lack titles and listings that were not looked for.
 * @param tiers source tiers, strongest first
 */
export function readApplicant(row: Values, tiers: readonly string[]): Applicant {
  const readings = sourcesReader(row.sources, tiers);
  const related = (list: unknown) =>
    array(list)
      .map(record)
      .map((each) => ({ ...factOf(each, readings), id: String(each.id), role: textOf(each.role) }));
  const owned = (list: unknown) =>
    array(list)
      .map(record)
      .map((each) => ({ each, fact: factOf(each, readings) }));
  return {
    industries: related(row.industries),
    clusters: related(row.clusters),
    places: related(row.places),
    titles: owned(row.titles).map(({ each, fact }) => ({
      ...fact,
      fromDay: firstDay(String(each.validFrom)) ?? FIRST_DAY,
      toDay: lastDay(String(each.validTo)) ?? LAST_DAY,
      title: String(each.title),
    })),
    hasAllTitles: false,
    listings: owned(row.listings).map(({ each, fact }) => ({
      ...fact,
      fromDay: firstDay(String(each.listedOn)) ?? FIRST_DAY,
      exchange: textOf(each.exchange),
    })),
    hasAllListings: false,
    foundedOn: valueInForce('foundedOn', row, readings),
    smeSize: valueInForce('smeSize', row, readings),
    figures: owned(row.figures)
      .map(({ each, fact }) => ({
        ...fact,
        attribute: String(each.attribute),
        of: textOf(each.of),
        value: String(each.value),
        bound: textOf(each.bound) ?? 'EXACT',
        period: String(each.period),
      }))
      // A figure without a number, as an edit outside kg may leave it, states nothing.
      .filter(({ value }) => isDecimal(value)),
  };
}

/** How citations are read: with what their sources weigh, strongest first. */
function sourcesReader(list: unknown, tiers: readonly string[]): ReadSources {
  const sources = new Map(array(list).map((each) => [String(record(each).id), record(each)]));
  return (cited) =>
    array(cited)
      .map(record)
      .map(({ source, locator, check }): StatedIn => {
        const { tier, read, publishedOn } = sources.get(String(source)) ?? {};
        return {
          source: String(source),
          locator: String(locator),
          check: textOf(check),
          tier: String(tier),
          read: textOf(read),
          publishedOn: typeof publishedOn === 'number' ? publishedOn : undefined,
        };
      })
      .sort((a, b) => compareSources(a, b, tiers));
}

function factOf(values: Values, readings: ReadSources): ApplicantFact {
  return {
    fromDay: typeof values.fromDay === 'number' ? values.fromDay : FIRST_DAY,
    toDay: typeof values.toDay === 'number' ? values.toDay : LAST_DAY,
    modality: Math.max(0, (MODALITIES as readonly unknown[]).indexOf(values.modality)),
    readings: readings(values.cited),
  };
}

/** A property of the record, read where the value in force was stated, else where the record was. */
function valueInForce(name: string, row: Values, readings: ReadSources): ValueFact | undefined {
  const value = textOf(record(row.own)[name]);
  if (value === undefined) return undefined;
  const stated = array(row.stated)
    .map(record)
    .filter((each) => each.property === name);
  const inForce = stated.find((each) => each.value === value) ?? stated.find((each) => each.chosen === true);
  return { ...factOf({ cited: (inForce ?? row).cited }, readings), value };
}
