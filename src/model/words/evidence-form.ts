/** Evidence as it is stored: the ids of sources for queries and, in the same order, title and locator for people. */

import type { Evidence, Properties, Value } from '../dataset.ts';
import { inMarks } from '../record-name.ts';

/** The stored properties of evidence. */
export const EVIDENCE_LISTS = ['evidence', 'evidenceSources'];
/** The property in which graphs of an older form stored locators. */
const OLDER_LOCATORS = 'evidenceLocators';

/** The marks around a title. The closing mark never occurs inside a marked title, so that a locator begins after the first. */
const MARKS = '《》';
/** The mark that ends a title. */
export const TITLE_END = '》';

/** A title as stored evidence writes it. */
export function markedTitle(title: string): string {
  return inMarks(title, MARKS);
}

/**
 * Evidence in words.
 * @param titleOf a source's title, by its id
 * @example ['《关于…的若干措施》 第三条']
 */
export function evidenceWords(
  evidence: readonly Evidence[],
  titleOf: (source: string) => string,
): readonly string[] {
  return evidence.map(({ source, locator }) => `${markedTitle(titleOf(source))} ${locator}`);
}

/** The ids of the sources that evidence names. */
export function evidenceSources(evidence: readonly Evidence[]): Properties {
  return evidence.length === 0 ? {} : { evidenceSources: evidence.map(({ source }) => source) };
}

/** Evidence as read from the graph, from an older form too. */
export function evidenceOf(stored: Properties): readonly Evidence[] {
  const sources = texts(stored.evidenceSources);
  const older = stored[OLDER_LOCATORS];
  const locators = older === undefined ? texts(stored.evidence).map(locatorOf) : texts(older);
  return sources.map((source, index) => ({ source, locator: locators[index] ?? '' }));
}

/** The locator after a title. */
function locatorOf(words: string): string {
  const end = words.indexOf(TITLE_END);
  return end < 0 ? '' : words.slice(end + TITLE_END.length + 1);
}

function texts(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? value : [];
}
