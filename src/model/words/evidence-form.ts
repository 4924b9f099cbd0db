/** Evidence as it is stored: the ids of sources for queries and, in the same order, title and locator for people, and checks. */

import type { Evidence, Properties, Value } from '../dataset.ts';
import { inMarks } from '../record-name.ts';

/** The stored properties of evidence. */
export const EVIDENCE_LISTS = ['evidence', 'evidenceSources', 'evidenceChecks'];
/** A check as it is stored: the day, and who checked. */
const CHECK = /^(\d{4}-\d{2}-\d{2}) (.+)$/s;
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

/**
 * The ids of the sources that evidence names, and in the same order who checked it and when, an empty text without a
 * check. Evidence without a check has no list of checks, as in graphs from before there were any.
 * @example { evidenceSources: ['source:a', 'source:b'], evidenceChecks: ['2026-11-20 李四', ''] }
 */
export function evidenceLists(evidence: readonly Evidence[]): Properties {
  if (evidence.length === 0) return {};
  const checks = evidence.map(checkText);
  return {
    evidenceSources: evidence.map(({ source }) => source),
    ...(checks.some((each) => each !== '') ? { evidenceChecks: checks } : {}),
  };
}

/** A check as it is stored; empty where there is none. Of two checks the later one compares greater. */
export function checkText({ checkedBy, checkedOn }: Evidence): string {
  return checkedBy === undefined ? '' : `${checkedOn ?? ''} ${checkedBy}`.trim();
}

/** A check as read from its stored text. What a manual edit has written without a day is kept, so that it is seen. */
function readCheck(text: string): Pick<Evidence, 'checkedBy' | 'checkedOn'> {
  const [, checkedOn, checkedBy] = CHECK.exec(text) ?? [];
  if (checkedOn !== undefined && checkedBy !== undefined) return { checkedBy, checkedOn };
  return text === '' ? {} : { checkedBy: text };
}

/** Evidence as read from the graph, from an older form too. */
export function evidenceOf(stored: Properties): readonly Evidence[] {
  const sources = texts(stored.evidenceSources);
  const older = stored[OLDER_LOCATORS];
  const locators = older === undefined ? texts(stored.evidence).map(locatorOf) : texts(older);
  const checks = texts(stored.evidenceChecks);
  return sources.map((source, index) => ({
    source,
    locator: locators[index] ?? '',
    ...readCheck(checks[index] ?? ''),
  }));
}

/** The locator after a title. */
function locatorOf(words: string): string {
  const end = words.indexOf(TITLE_END);
  return end < 0 ? '' : words.slice(end + TITLE_END.length + 1);
}

function texts(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? value : [];
}
