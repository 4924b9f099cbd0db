/** Citation lines for a view, to paste into a paper. */

import type { Language } from '../model/language.ts';
import { typeOfId, type Vocabulary } from './vocabulary.ts';

/** What is cited. */
export interface Cited {
  /** The heading of the view. */
  readonly title: string;
  /** The name of the dataset. */
  readonly dataset: string;
  readonly revision: number;
  /** The day on which the revision was applied, if known. */
  readonly appliedOn: string | undefined;
  /** The day of the reader. */
  readonly citedOn: string;
  readonly address: string;
}

/**
 * A line in the form of GB/T 7714—2015 (electronic resource, database online), or in English.
 * @see https://openstd.samr.gov.cn/ GB/T 7714
 */
export function citationLine(cited: Cited, language: Language): string {
  const { title, dataset, revision, appliedOn, citedOn, address } = cited;
  if (language === 'ZH') {
    const day = appliedOn ? `（${appliedOn}）` : '';
    return `${dataset}. ${title}[DB/OL]. 版本${revision}${day}[${citedOn}]. ${address}.`;
  }
  const applied = appliedOn ? `, ${appliedOn}` : '';
  return `${dataset}. “${title}” (revision ${revision}${applied}). Retrieved ${citedOn}, from ${address}`;
}

/** A command that asks the same at a terminal. */
export function curlCommand(origin: string, question: { query: string; variables: unknown }): string {
  const body = JSON.stringify({
    query: question.query.replaceAll(/\s+/g, ' '),
    variables: question.variables,
  });
  return `curl -s ${origin}/graphql -H 'content-type: application/json' -d '${body.replaceAll("'", "'\\''")}'`;
}

/** Parts of an answer that are beside it: where facts are stated, which graph answered, what else could be asked. */
const BESIDE: ReadonlySet<string> = new Set(['evidence', 'graph', 'whole', 'liveliest', 'widest']);

/** The ids of the records that an answer names, each once, in its order. */
export function recordsIn({ model }: Vocabulary, answer: unknown): readonly string[] {
  const found = new Set<string>();
  const look = (value: unknown, key: string) => {
    if (BESIDE.has(key)) return;
    if (typeof value === 'string') {
      if (key === 'id' && typeOfId(model, value)) found.add(value);
    } else if (value !== null && typeof value === 'object') {
      for (const [name, part] of Object.entries(value)) look(part, name);
    }
  };
  look(answer, '');
  return [...found];
}

/** The query in the editor of an address that opens Neo4j Browser. */
export function cypherIn(browserUrl: string | null | undefined): string | undefined {
  if (!browserUrl) return undefined;
  return new URL(browserUrl).searchParams.get('arg') ?? undefined;
}
