/** What a backup holds, line by line. */

import type { Properties } from '../../model/dataset.ts';

/** The form of the file; another number is another form. */
export const BACKUP_FORM = 1;

/** The first line: which graph it is. */
export interface BackupHead {
  readonly backup: number;
  readonly dataset: string;
  readonly revision: number;
  readonly digest: string;
  readonly modelVersion: string | null;
}

/** A node that curators loaded, as it is stored in the graph. */
export interface NodeEntry {
  readonly labels: readonly string[];
  readonly set: Properties;
}

/** A relationship that curators loaded, by the ids of its ends. */
export interface RelationshipEntry {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly set: Properties;
}

/** A node that the product keeps beside the facts. */
export interface KeptEntry {
  readonly kept: string;
  readonly set: Properties;
}

/** A relationship among those, by the keys of its ends. */
export interface KeptRelationshipEntry {
  readonly keptType: string;
  readonly from: readonly (string | number)[];
  readonly to: readonly (string | number)[];
}

/** A line between the first and the last. */
export type BackupEntry = NodeEntry | RelationshipEntry | KeptEntry | KeptRelationshipEntry;

/**
 * The last line: how many there are between, and the SHA-256 of all bytes before it; and, where edits outside kg changed
 * the graph, how many records and facts differ from what was loaded, and whether some are missing.
 */
export interface BackupEnd {
  readonly entries: number;
  readonly sha256: string;
  readonly changed?: number;
  readonly missing?: boolean;
}
