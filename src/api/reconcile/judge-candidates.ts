/** Which records a query may mean, which of them fit its properties, and whether one is certain: without a database. */

import type { GivenProperty, ReconcileQuery } from './read-queries.ts';
import type { ServiceType } from './service-model.ts';

/** A record that a query may mean. */
export interface FoundRecord {
  readonly id: string;
  readonly name: string;
  readonly type: ServiceType;
  /** The texts that it alone has, by property. */
  readonly codes: Readonly<Record<string, string | undefined>>;
  /** How well its name fits, as `resolve` says; undefined where it was not found by its name. */
  readonly score: number | undefined;
  /** Why, in words. */
  readonly reason: string;
  /** Whether the query names it by its id, or by one that it had before. */
  readonly byId: boolean;
}

/** Whether a record fits a property; undefined where that is not known. */
export type Fits = (record: FoundRecord, given: GivenProperty) => boolean | undefined;

/** A candidate as clients read it. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly type: readonly { readonly id: string; readonly name: string }[];
  /** Between 0 and 1. */
  readonly score: number;
  readonly match: boolean;
  readonly features: readonly { readonly id: string; readonly value: number | boolean }[];
}

/** From here on a name is the record's own or another that it goes by, but for width, case and marks. */
const EXACT = 0.98;
/** What a property that does not fit leaves of a score. */
const UNFIT = 0.5;

interface Judged {
  readonly record: FoundRecord;
  readonly fits: readonly (readonly [id: string, fits: boolean])[];
  readonly score: number;
  /** Whether a property says that it is another. */
  readonly isOther: boolean;
  readonly isNamed: boolean;
  readonly isExact: boolean;
}

/** The candidates of a query, best first: in the order of `resolve`, what does not fit a property behind. */
export function judgeCandidates(
  query: ReconcileQuery,
  found: readonly FoundRecord[],
  fits: Fits,
): readonly Candidate[] {
  const judged = found.map((record) => judge(query, record, fits));
  const confirmed = (each: Judged) => each.fits.filter(([, fit]) => fit).length;
  // Sorting is stable: equals stay in the order of `resolve`.
  return [...judged]
    .sort((a, b) => b.score - a.score || confirmed(b) - confirmed(a))
    .slice(0, query.limit)
    .map((each) => render(each, isCertain(each, judged)));
}

function judge({ text, properties }: ReconcileQuery, record: FoundRecord, fits: Fits): Judged {
  const known = properties.flatMap((given): readonly (readonly [string, boolean])[] => {
    const fit = fits(record, given);
    return fit === undefined ? [] : [[given.property.id, fit]];
  });
  const hasCode = properties.some((given) => given.property.kind === 'CODE' && fits(record, given) === true);
  const isIdentified = record.byId || hasCode || Object.values(record.codes).includes(text.toUpperCase());
  const isNamed = (record.score ?? 0) >= EXACT;
  const isOther = known.some(([, fit]) => !fit);
  const likeness = isIdentified ? 1 : (record.score ?? 0);
  return {
    ...{ record, isOther, isNamed, fits: known },
    score: Math.round(likeness * (isOther ? UNFIT : 1) * 1000) / 1000,
    isExact: isNamed || isIdentified,
  };
}

/**
 * Whether a candidate is the only exact one. Of several of one name, those that a property says are others do not count;
 * a name that leads to one record and a number that leads to another are no certainty.
 */
function isCertain(one: Judged, all: readonly Judged[]): boolean {
  if (!one.isExact || one.isOther) return false;
  const rivals = all.filter((each) => each !== one && each.isExact);
  return rivals.every((each) => one.isNamed && each.isNamed && each.isOther);
}

function render({ record, score, fits }: Judged, match: boolean): Candidate {
  const { id, name, type, reason } = record;
  return {
    ...{ id, name, score, match },
    ...(reason === '' ? {} : { description: reason }),
    type: [{ id: type.id, name: type.name }],
    features: [
      { id: 'name', value: record.score ?? 0 },
      ...new Map(fits.map(([property, value]) => [property, { id: property, value }])).values(),
    ],
  };
}
