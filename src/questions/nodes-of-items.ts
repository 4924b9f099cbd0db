/** Fields of decided items that lead to nodes: each node is fetched once, however many items have it. */

import { compileByIds, compileEvidenceOfNodes, inOrder } from '../compile/compile-by-ids.ts';
import { array, type CompileContext } from '../compile/compiled.ts';
import type { SelectedField } from '../compile/selected-field.ts';
import type { ItemField } from './object-of-parts.ts';

/** A list of nodes of each item. */
export function nodesOfItems<T>(
  context: CompileContext,
  typeName: string,
  field: SelectedField,
  items: readonly T[],
  idsOf: (item: T) => readonly string[],
): ItemField<T> {
  const found = compileByIds(context, typeName, field.nodes, [...new Set(items.flatMap(idsOf))]);
  return {
    ...found,
    read: (raw) => {
      const read = found.read(raw);
      return (item) => inOrder(read, idsOf(item));
    },
  };
}

/** One node of each item. */
export function nodeOfItem<T>(
  context: CompileContext,
  typeName: string,
  field: SelectedField,
  items: readonly T[],
  idOf: (item: T) => string,
): ItemField<T> {
  const list = nodesOfItems(context, typeName, field, items, (item) => [idOf(item)]);
  return {
    ...list,
    read: (raw) => {
      const nodes = list.read(raw);
      return (item) => array(nodes(item))[0] ?? null;
    },
  };
}

/** The evidence of the record that explains an item, where one does. */
export function evidenceOfRecords<T>(
  context: CompileContext,
  field: SelectedField,
  items: readonly T[],
  idOf: (item: T) => string | undefined,
): ItemField<T> {
  const ids = [...new Set(items.flatMap((item) => idOf(item) ?? []))];
  const found = compileEvidenceOfNodes(context, field, ids);
  return {
    ...found,
    read: (raw) => {
      const read = found.read(raw);
      return (item) => read.get(idOf(item) ?? '') ?? [];
    },
  };
}
