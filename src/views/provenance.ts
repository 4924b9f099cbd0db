/** Where a table is from, in the table itself: a file that is copied or joined with others keeps it. */

import type { Language } from '../model/language.ts';
import { type Address, writeAddress } from './address.ts';
import type { Table } from './table.ts';

/** What each view selects about the graph that answered. */
interface Answering {
  readonly revision: number;
  readonly today: string;
  readonly dataset: { readonly licence?: string | null };
}

/** What makes an answer citable. */
export interface Provenance {
  /** The question: the address of its view. */
  readonly address: string;
  readonly validOn: string;
  readonly revision: number;
  readonly licence: string;
}

/** What an answer at an address is of. @param origin where the explorer is served */
export function provenanceOf(address: Address, graph: Answering, origin: string): Provenance {
  const { validOn = graph.today, revision } = address.parameters;
  return {
    address: `${origin}${writeAddress(address)}`,
    validOn,
    revision: revision ? Number(revision) : graph.revision,
    licence: graph.dataset.licence ?? '',
  };
}

/** A table with its provenance as the last columns, in every row. */
export function withProvenance({ columns, rows }: Table, of: Provenance, language: Language): Table {
  const names =
    language === 'ZH' ? ['问题', '截至日期', '版本', '许可'] : ['question', 'as of', 'revision', 'licence'];
  const values = [of.address, of.validOn, of.revision, of.licence];
  return {
    columns: [...columns, ...names],
    rows: rows.map((row) => [...fill(row, columns.length), ...values]),
  };
}

/** A row as long as the heading: some tables leave out cells at its end. */
function fill(row: Table['rows'][number], length: number): Table['rows'][number] {
  return Array.from({ length }, (_, at) => row[at]);
}
