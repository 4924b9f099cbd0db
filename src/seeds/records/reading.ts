/** What every reader of records is given, and what it gives back. */

import type { DatasetNode, DatasetRelationship } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import type { RecordIndex } from '../written/index-records.ts';
import type { SourceRanks } from '../written/rank-sources.ts';
import type { Report } from '../written/report.ts';
import type { SuggestRecords } from '../written/suggest-records.ts';
import type { Span, WrittenText } from '../written/written.ts';

/** What readers of records know beyond the record at hand. */
export interface Reading {
  readonly model: Model;
  readonly index: RecordIndex;
  readonly suggest: SuggestRecords;
  readonly ranks: SourceRanks;
  readonly report: Report;
  /** Called with each reference as written, and with the id that it resolves to. */
  readonly onReference: ((written: WrittenText, id: string) => void) | undefined;
}

/** A value and where it was written. */
export interface Placed<T> {
  readonly value: T;
  readonly span: Span;
}

/** The nodes and relationships that something written makes. */
export interface Facts {
  readonly nodes: readonly Placed<DatasetNode>[];
  readonly relationships: readonly Placed<DatasetRelationship>[];
}

export const NO_FACTS: Facts = { nodes: [], relationships: [] };

/** All of some facts. */
export function joinFacts(parts: readonly Facts[]): Facts {
  return {
    nodes: parts.flatMap((part) => part.nodes),
    relationships: parts.flatMap((part) => part.relationships),
  };
}
