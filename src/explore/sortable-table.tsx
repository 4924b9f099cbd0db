/** A table that readers order by any of its columns: each head is a button, and `aria-sort` says how it is ordered. */

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { language, t } from './state.ts';

/** A column of rows. */
export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  /** What rows are ordered by; those without it come last. A column without this has no order. */
  readonly by?: (row: Row) => string | number | undefined;
  readonly cell: (row: Row) => ComponentChildren;
  readonly className?: string;
}

/** A column of texts that is ordered by them. */
export function column<Row>(key: string, head: string, text: (row: Row) => string): Column<Row> {
  return { key, head, by: (row) => text(row) || undefined, cell: text };
}

/** Rows with a head of their own, which stay together. */
export interface RowGroup<Row> {
  readonly key: string;
  readonly title?: ComponentChildren;
  readonly rows: readonly Row[];
}

interface Order {
  readonly column: string;
  readonly isDown: boolean;
}

/** The table; the first column heads the rows. */
export function SortableTable<Row>({
  caption,
  className,
  columns,
  groups,
  keyOf,
  classOf,
}: {
  readonly caption: string;
  readonly className?: string;
  readonly columns: readonly Column<Row>[];
  readonly groups: readonly RowGroup<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly classOf?: (row: Row) => string | undefined;
}) {
  const [order, setOrder] = useState<Order | undefined>();
  const by = columns.find(({ key }) => key === order?.column)?.by;
  const [first, ...others] = columns;
  return (
    <table class={className}>
      <caption class="hidden">
        {caption}
        {t('（点列名排序）', ' (column heads sort)')}
      </caption>
      <thead>
        <tr>
          {columns.map(({ key, head, by: isSortable }) => (
            <th key={key} scope="col" aria-sort={order?.column === key ? sortWord(order) : undefined}>
              {isSortable ? (
                <button type="button" class="sort" onClick={() => setOrder(nextOrder(order, key))}>
                  {head}
                  <span aria-hidden="true"> {order?.column === key ? (order.isDown ? '↓' : '↑') : '↕'}</span>
                </button>
              ) : (
                head
              )}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ key, title, rows }) => (
        <tbody key={key}>
          {title === undefined ? null : (
            <tr class="lane-row">
              <th scope="rowgroup" colSpan={columns.length}>
                {title}
              </th>
            </tr>
          )}
          {(by && order ? inOrder(rows, by, order.isDown) : rows).map((row) => (
            <tr key={keyOf(row)} class={classOf?.(row)}>
              <th scope="row">{first?.cell(row)}</th>
              {others.map(({ key: column, head, cell, className: own }) => (
                <td key={column} class={own} data-head={head}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** Up, then down, then as it was. */
function nextOrder(order: Order | undefined, column: string): Order | undefined {
  if (order?.column !== column) return { column, isDown: false };
  return order.isDown ? undefined : { column, isDown: true };
}

function sortWord({ isDown }: Order): 'ascending' | 'descending' {
  return isDown ? 'descending' : 'ascending';
}

function inOrder<Row>(
  rows: readonly Row[],
  by: (row: Row) => string | number | undefined,
  isDown: boolean,
): readonly Row[] {
  const { compare } = new Intl.Collator(language.value === 'ZH' ? 'zh-CN' : 'en', { numeric: true });
  return [...rows].sort((a, b) => {
    const [one, other] = [by(a), by(b)];
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined);
    const ascending =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : compare(String(one), String(other));
    return isDown ? -ascending : ascending;
  });
}
