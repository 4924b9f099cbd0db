/** What is to be changed about a record where it is written: the end of a fact, or its name. */

import type { Evidence } from '../../model/dataset.ts';

/** A fact that ends. */
export interface FactEnd {
  readonly kind: 'END';
  /** The id of the record that states it. */
  readonly record: string;
  /** The key at which the record states it: titles. */
  readonly field: string;
  /** The id of the owned node, or the key of the relationship. */
  readonly fact: string;
  /** The last day on which it holds: 2025-02-28. */
  readonly validTo: string;
}

/** A record under a new name; the old one becomes an alias. */
export interface NewName {
  readonly kind: 'NAME';
  readonly record: string;
  readonly name: string;
  readonly evidence: Evidence;
}

/** A change of a record. */
export type Amendment = FactEnd | NewName;

/** The keys that are written. */
export const NAME = 'name';
export const ALIASES = 'aliases';
export const VALID_FROM = 'validFrom';
export const VALID_TO = 'validTo';
