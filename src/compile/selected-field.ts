/** A field of a selection. */

import type { FieldNode } from 'graphql';

/** A field asked of one or several node types. */
export interface SelectedField {
  readonly responseKey: string;
  readonly name: string;
  /** The same field asked several times counts once; its selections are merged. */
  readonly nodes: readonly FieldNode[];
  readonly arguments: Readonly<Record<string, unknown>>;
  /** The node types it is asked of. */
  readonly types: readonly string[];
}
