/** An answer as an agent reads it: nulls left out, each source listed once, and no longer than it can be read. */

import { isPage, type Page } from './page.ts';

/** The longest text that a tool answers with, in characters. */
export const LONGEST_ANSWER = 30_000;

/** The head of an answer. */
export interface AnswerHead {
  readonly revision: number;
  /** The day it holds for, where it is about one. */
  readonly validOn?: string;
}

/** An answer as a value, and as the text of it. */
export interface AnswerText {
  readonly text: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Sources by id: name, url and whatever else is known of each. */
type Sources = Map<string, Readonly<Record<string, unknown>>>;

/**
 * An answer. Pages are cut until it fits, and go on from where they were cut.
 * @param first items of each page to begin with
 * @returns undefined where not even one item fits
 */
export function answerText(head: AnswerHead, value: unknown, first: number): AnswerText | undefined {
  for (let most = first; most >= 1; most--) {
    const answer = answerOf(head, value, most);
    const text = JSON.stringify(answer);
    if (text.length <= LONGEST_ANSWER) return { text, value: answer };
  }
  return undefined;
}

function answerOf(head: AnswerHead, value: unknown, most: number): Readonly<Record<string, unknown>> {
  const sources: Sources = new Map();
  const shown = condense(value, most, sources) as Readonly<Record<string, unknown>>;
  return { ...head, ...shown, ...(sources.size > 0 ? { sources: Object.fromEntries(sources) } : {}) };
}

function condense(value: unknown, most: number, sources: Sources): unknown {
  if (Array.isArray(value)) return value.map((each) => condense(each, most, sources));
  if (value === null || typeof value !== 'object') return value;
  if (isPage(value)) return tellPage(value, most, sources);
  const entries = Object.entries(value).filter(([, each]) => each !== null && each !== undefined);
  return Object.fromEntries(
    entries.map(([name, each]) => [
      name,
      name === 'source' && isSource(each) ? cite(each, sources) : condense(each, most, sources),
    ]),
  );
}

/** How many there are, the items, and where to go on where there are more: an edge's own words stand beside its node's. */
function tellPage(page: Page, most: number, sources: Sources): Readonly<Record<string, unknown>> {
  const { totalCount, nodeCount = totalCount, pageInfo, edges, ...beside } = page;
  const kept = edges.slice(0, most);
  const goesOn = pageInfo.hasNextPage || kept.length < edges.length;
  const endCursor = goesOn ? kept.at(-1)?.cursor : undefined;
  const nodes = kept.map(({ cursor: _, node, ...said }) => ({
    ...(condense(node, most, sources) as object),
    ...(condense(said, most, sources) as object),
  }));
  return {
    totalCount,
    ...(nodeCount === totalCount ? {} : { nodeCount }),
    ...(endCursor === undefined ? {} : { endCursor }),
    ...(condense(beside, most, sources) as object),
    nodes,
  };
}

function isSource(value: unknown): value is Readonly<Record<string, unknown>> & { readonly id: string } {
  return value !== null && typeof value === 'object' && 'id' in value && typeof value.id === 'string';
}

function cite(
  { id, ...known }: Readonly<Record<string, unknown>> & { readonly id: string },
  sources: Sources,
): string {
  sources.set(id, Object.fromEntries(Object.entries(known).filter(([, each]) => each !== null)));
  return id;
}
