/** Holds the facts of seeds against the texts of their sources. */

import { citeFaults } from '../diagnostics/cite-messages.ts';
import { compareText } from '../diagnostics/compare-text.ts';
import { compareDiagnostics, type Diagnostic, type Fault } from '../diagnostics/diagnostic.ts';
import type { DatasetNode, Evidence } from '../model/dataset.ts';
import { diagnosticOf } from '../seeds/written/report.ts';
import type { Span } from '../seeds/written/written.ts';
import type { CitedFact } from './cited-facts.ts';
import { type Check, holds, kindOf } from './fact-check.ts';
import { openPlaces, type Place, type Places } from './open-places.ts';
import type { CitedText } from './text/cited-text.ts';

/** A fault, with the fact that it is of. */
export interface Finding extends Diagnostic {
  readonly fact: string;
  readonly source: string;
  readonly locators: readonly string[];
}

/** What was held against the texts, and what came of it. */
export interface CheckedCitations {
  /** Facts of which something was looked for in a text. */
  readonly checked: number;
  /** By place in the seeds. */
  readonly findings: readonly Finding[];
  readonly notChecked: {
    /** Sources without a text, with the facts that cite them. */
    readonly sources: readonly { readonly source: string; readonly facts: number }[];
    /** Locators whose form says nothing that can be looked for. */
    readonly locators: readonly {
      readonly source: string;
      readonly locator: string;
      readonly facts: number;
    }[];
    /** Facts whose names are the curators' own words. */
    readonly worded: number;
    /** Figures, dates and names that may be at another cited locator, whose text is not available. */
    readonly elsewhere: number;
  };
}

const EDITORIAL = 'EDITORIAL';

/**
 * Looks for each fact in the places that its evidence cites.
 * @param sources the sources by id
 * @param texts the texts at hand, by the ids of their sources
 */
export function checkCitations(
  facts: readonly CitedFact[],
  sources: ReadonlyMap<string, DatasetNode>,
  texts: ReadonlyMap<string, CitedText>,
): CheckedCitations {
  const places = openPlaces(sources, texts);
  const looked = facts.map((fact) => ({
    fact,
    evidence: fact.evidence
      .filter(({ source }) => sources.get(source)?.properties.tier !== EDITORIAL)
      .map((each) => ({ ...each, ...places.at(each) })),
  }));
  const found = looked.filter(({ evidence }) => evidence.some(({ kind }) => kind === 'found'));
  const missing = found.flatMap(missingOf);
  // A wrong locator is one fault, however many facts of the record inherit it; and what is missing is reported once.
  const findings = firstOfEach([
    ...looked.flatMap(absentOf),
    ...missing.filter(({ isBeside }) => !isBeside).map((each) => missingFinding(each, places.labels)),
    ...found.flatMap(hedgedOf),
  ]);
  return {
    checked: found.length,
    findings: [...findings].sort((a, b) => compareDiagnostics(a, b) || compareText(a.fact, b.fact)),
    notChecked: {
      ...notLookedFor(looked),
      worded: found.filter(({ fact }) => fact.isWorded).length,
      elsewhere: missing.filter(({ isBeside }) => isBeside).length,
    },
  };
}

/** Evidence, and what it leads to. */
type Looked = Evidence & Place;

/** A fact, with what its evidence leads to. */
interface LookedFact {
  readonly fact: CitedFact;
  readonly evidence: readonly Looked[];
}

/** What a source should hold for a fact and does not. */
interface Missing {
  readonly fact: CitedFact;
  readonly check: Check;
  readonly source: string;
  /** The places looked in. */
  readonly locators: readonly string[];
  /** Whether it may be at another cited locator, whose text is not available. */
  readonly isBeside: boolean;
}

/** A finding, with what it is the same as another by. */
type KeyedFinding = readonly [key: string, finding: Finding];

function firstOfEach(found: readonly KeyedFinding[]): readonly Finding[] {
  const first = new Map<string, Finding>();
  for (const [key, finding] of found) if (!first.has(key)) first.set(key, finding);
  return [...first.values()];
}

/** The locators that lead nowhere. */
function absentOf({ fact, evidence }: LookedFact): readonly KeyedFinding[] {
  return evidence.flatMap((each): readonly KeyedFinding[] => {
    if (each.kind !== 'absent') return [];
    const { source, locator, why } = each;
    const fault = citeFaults.locator(source, locator, why);
    const finding = findingOf(fact, fact.spanOf(undefined), fault, source, [locator]);
    return [[[fact.owner, source, locator].join('\0'), finding]];
  });
}

/** What the places that were found do not hold. */
function missingOf({ fact, evidence }: LookedFact): readonly Missing[] {
  return [...bySource(evidence)].flatMap(([source, cited]) => {
    const held = cited.flatMap((each) => (each.kind === 'found' ? [each] : []));
    return fact.checks.flatMap((check): readonly Missing[] => {
      const fails = held.filter(({ place }) => !holds(place, check.wanted));
      const oneWillDo = check.scope === 'one';
      if (fails.length === 0 || (oneWillDo && fails.length < held.length)) return [];
      const locators = fails.map(({ locator }) => locator);
      return [{ fact, check, source, locators, isBeside: oneWillDo && held.length < cited.length }];
    });
  });
}

/** Facts that the cited locations contain with a hedging word that the seed lacks. */
function hedgedOf({ fact, evidence }: LookedFact): readonly KeyedFinding[] {
  return [...bySource(evidence)].flatMap(([source, cited]) => {
    const held = cited.flatMap((each) => (each.kind === 'found' ? [each] : []));
    return fact.checks.flatMap((check): readonly KeyedFinding[] => {
      const those = held.filter(({ place }) => holds(place, check.wanted));
      const hedged = those.flatMap((each) => {
        const word = check.hedgeAt?.(each.place);
        return word === undefined ? [] : [{ word, locator: each.locator }];
      });
      const [first] = hedged;
      if (!first || (check.scope === 'one' && hedged.length < those.length)) return [];
      const wanted = { kind: kindOf(check.wanted), words: check.words };
      const locators = hedged.map(({ locator }) => locator);
      const fault = citeFaults.hedged(wanted, first.word, source, locators);
      const key = [fact.id, source, check.property, check.words, fault.code].join('\0');
      return [[key, findingOf(fact, fact.spanOf(check.property), fault, source, locators)]];
    });
  });
}

function missingFinding(
  { fact, check, source, locators }: Missing,
  labelsOf: Places['labels'],
): KeyedFinding {
  const wanted = { kind: kindOf(check.wanted), words: check.words };
  const fault = citeFaults.missing(wanted, source, locators, labelsOf(source, check));
  const key = [fact.id, source, check.property, check.words, fault.code].join('\0');
  return [key, findingOf(fact, fact.spanOf(check.property), fault, source, locators)];
}

/** How many facts each source without a text has, and each locator whose form says nothing. */
function notLookedFor(
  looked: readonly LookedFact[],
): Pick<CheckedCitations['notChecked'], 'sources' | 'locators'> {
  const sources = new Map<string, number>();
  const locators = new Map<string, { source: string; locator: string; facts: number }>();
  for (const { evidence } of looked) {
    const without = evidence.filter(({ kind }) => kind === 'no text').map(({ source }) => source);
    for (const source of new Set(without)) sources.set(source, (sources.get(source) ?? 0) + 1);
    for (const { kind, source, locator } of evidence) {
      if (kind !== 'unchecked') continue;
      const key = `${source}\0${locator}`;
      locators.set(key, { source, locator, facts: (locators.get(key)?.facts ?? 0) + 1 });
    }
  }
  return {
    sources: sorted(sources).map(([source, facts]) => ({ source, facts })),
    locators: sorted(locators).map(([, each]) => each),
  };
}

/** Each source that is cited states the fact: where only one does, its evidence names that one. */
function bySource(looked: readonly Looked[]): ReadonlyMap<string, readonly Looked[]> {
  const cited = new Map<string, readonly Looked[]>();
  for (const each of looked) cited.set(each.source, [...(cited.get(each.source) ?? []), each]);
  return cited;
}

function findingOf(
  { id }: CitedFact,
  span: Span,
  fault: Fault,
  source: string,
  locators: readonly string[],
): Finding {
  return { ...diagnosticOf(span, fault), fact: id, source, locators };
}

function sorted<T>(counts: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
