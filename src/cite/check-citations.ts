/** Holds the facts of seeds against the texts of their sources. */

import { sayCite } from '../diagnostics/cite-messages.ts';
import { compareDiagnostics, type Diagnostic, type Saying } from '../diagnostics/diagnostic.ts';
import type { DatasetNode, Evidence } from '../model/dataset.ts';
import { foldText } from '../model/fold-text.ts';
import { diagnosticOf } from '../seeds/report.ts';
import type { Span } from '../seeds/written.ts';
import type { CitedFact } from './cited-facts.ts';
import type { CitedText } from './cited-text.ts';
import { readDates } from './date-text.ts';
import { type Check, holds, kindOf, type ReadPlace } from './fact-check.ts';
import { headMultipliers, readFigures } from './figure-text.ts';
import { readNames } from './name-text.ts';
import { type Resolved, resolveLocator } from './resolve-locator.ts';

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
    /** Figures, dates and names that may stand at another locator beside, which cannot be looked for. */
    readonly elsewhere: number;
  };
}

const EDITORIAL = 'EDITORIAL';
/** Places named in a hint. */
const MOST_PLACES = 5;

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
  const findings = new Map<string, Finding>();
  const without = new Map<string, number>();
  const unchecked = new Map<string, { source: string; locator: string; facts: number }>();
  let [checked, worded, elsewhere] = [0, 0, 0];
  for (const fact of facts) {
    const evidence = fact.evidence.filter(({ source }) => sources.get(source)?.properties.tier !== EDITORIAL);
    const looked: Looked[] = evidence.map((each) => ({ ...each, ...places.at(each) }));
    for (const source of new Set(looked.flatMap((each) => (each.kind === 'no text' ? each.source : [])))) {
      without.set(source, (without.get(source) ?? 0) + 1);
    }
    for (const each of looked) {
      const key = `${each.source}\0${each.locator}`;
      if (each.kind === 'unchecked') {
        const { source, locator } = each;
        unchecked.set(key, { source, locator, facts: (unchecked.get(key)?.facts ?? 0) + 1 });
      } else if (each.kind === 'absent') {
        // A wrong locator is one fault, however many facts of the record inherit it.
        const saying = sayCite.locator(each.source, each.locator, each.why);
        const told = `${fact.owner}\0${key}`;
        if (!findings.has(told)) {
          findings.set(told, findingOf(fact, fact.spanOf(undefined), saying, each.source, [each.locator]));
        }
      }
    }
    if (!looked.some(({ kind }) => kind === 'found')) continue;
    checked += 1;
    if (fact.isWorded) worded += 1;
    for (const [source, cited] of bySource(looked)) {
      const held = cited.flatMap((each) => (each.kind === 'found' ? [each] : []));
      for (const check of fact.checks) {
        const fails = held.filter(({ place }) => !holds(place, check.wanted));
        if (fails.length === 0 || (check.scope === 'one' && fails.length < held.length)) continue;
        if (check.scope === 'one' && held.length < cited.length) {
          elsewhere += 1;
          continue;
        }
        const wanted = { kind: kindOf(check.wanted), words: check.words };
        const locators = fails.map(({ locator }) => locator);
        const saying = sayCite.missing(wanted, source, locators, places.labels(source, check));
        const key = [fact.id, source, check.property, check.words, saying.code].join('\0');
        findings.set(key, findingOf(fact, fact.spanOf(check.property), saying, source, locators));
      }
    }
  }
  return {
    checked,
    findings: [...findings.values()].sort((a, b) => compareDiagnostics(a, b) || (a.fact < b.fact ? -1 : 1)),
    notChecked: {
      sources: sorted(without).map(([source, count]) => ({ source, facts: count })),
      locators: sorted(unchecked).map(([, each]) => each),
      worded,
      elsewhere,
    },
  };
}

type Looked = Evidence & Place;

/** What evidence leads to. */
type Place =
  | { readonly kind: 'no text' | 'unchecked' }
  | { readonly kind: 'absent'; readonly why: string }
  | { readonly kind: 'found'; readonly place: ReadPlace };

/** The places of the texts, each made ready once. */
function openPlaces(sources: ReadonlyMap<string, DatasetNode>, texts: ReadonlyMap<string, CitedText>) {
  const known = new Map<string, Place>();
  const paragraphs = new Map<string, readonly ReadPlace[]>();
  const read = (source: string, text: CitedText, lines: readonly string[]): ReadPlace => {
    const { name, publishedOn } = sources.get(source)?.properties ?? {};
    const joined = lines.join('\n');
    // The title line may hold the day of a web page: only the title itself tells dates.
    const dated = `${typeof name === 'string' ? name : ''}\n${joined}`;
    return {
      figures: readFigures(joined),
      dates: readDates(dated, { publishedOn: typeof publishedOn === 'string' ? publishedOn : undefined }),
      names: readNames(joined),
      title: readNames(text.title),
      folded: foldText(joined),
      heads: headMultipliers(text.paragraphs.join('\n')),
    };
  };
  const placeOf = ({ source, locator }: Evidence): Place => {
    const text = texts.get(source);
    if (!text) return { kind: 'no text' };
    const resolved: Resolved = resolveLocator(text, locator);
    if (resolved.kind !== 'found') return resolved;
    const lines = resolved.paragraphs.map((at) => text.paragraphs[at] ?? '');
    return { kind: 'found', place: read(source, text, lines.length === 0 ? [text.title] : lines) };
  };
  return {
    at: (evidence: Evidence): Place => {
      const key = `${evidence.source}\0${evidence.locator}`;
      const place = known.get(key) ?? placeOf(evidence);
      known.set(key, place);
      return place;
    },
    /** The paragraphs of a text that hold what a place did not. */
    labels: (source: string, { wanted }: Check): readonly string[] => {
      const text = texts.get(source);
      if (!text) return [];
      const all = paragraphs.get(source) ?? text.paragraphs.map((line) => read(source, text, [line]));
      paragraphs.set(source, all);
      const labels = all.flatMap((place, at) => (holds(place, wanted) ? [`p${at + 1}`] : []));
      return labels.length > MOST_PLACES ? [...labels.slice(0, MOST_PLACES), '…'] : labels;
    },
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
  saying: Saying,
  source: string,
  locators: readonly string[],
): Finding {
  return { ...diagnosticOf(span, saying), fact: id, source, locators };
}

function sorted<T>(counts: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
