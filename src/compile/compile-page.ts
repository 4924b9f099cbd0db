/** A page of anything: relationship fields, root lists and questions share its shape. */

import {
  array,
  type CompileContext,
  type Compiled,
  compileMap,
  expression,
  type ResponseObject,
} from './compiled.ts';
import { type CursorOrder, decodeCursor, encodeCursor, type Position } from './cursor.ts';
import { packValues } from './pack-values.ts';
import { selectFields } from './select-fields.ts';
import type { SelectedField } from './selected-field.ts';

/** What a page is made of; only what is asked for is compiled. */
export interface PageSource {
  /** The variable that a page's subquery starts from; empty at the root. */
  readonly from: string;
  /** What rows are looked for by, in order and cut: MATCH … WITH … ORDER BY … LIMIT. */
  readonly rows: (after: Position | undefined, limit: string) => string;
  /** A row's place in the order: a list expression over its variables. */
  readonly position: string;
  /** The order, which distinguishes its cursors from those of others. */
  readonly order: CursorOrder;
  /** A row as `nodes`, or the `node` of an edge, asks for it. */
  readonly node: (selections: readonly SelectedField[]) => Compiled;
  /** A field of an edge beside `node` and `cursor`. */
  readonly edgeField?: (field: SelectedField) => Compiled;
  /** A field of the connection beside rows and pageInfo: totalCount, whyNot. */
  readonly extra: (field: SelectedField) => Compiled;
}

/**
 * The connection type `${name}Connection` of a source. Totals and other extras are compiled only when selected, and
 * rows only when nodes, edges or pageInfo are.
 * @see https://relay.dev/graphql/connections.htm
 */
export function compilePage(
  context: CompileContext,
  name: string,
  field: SelectedField,
  source: PageSource,
): Compiled {
  const fields = selectFields(context, `${name}Connection`, field.nodes);
  const { first, after } = pageArguments(field, source.order);
  const readCursor = cursorReader(source.order);
  const asked = (part: string) => fields.filter((each) => each.name === part);
  const extras = compileMap(
    fields
      .filter((each) => !ROW_FIELDS.includes(each.name))
      .map((each): readonly [string, Compiled] => [each.responseKey, source.extra(each)]),
  );
  const nodes = asked('nodes');
  const edges = asked('edges');
  const node = nodes.length > 0 ? source.node(nodes) : undefined;
  const edge = edges.length > 0 ? compileEdge(context, name, edges, source) : undefined;
  // Where a page begins and ends is read only for pageInfo: without it, neither positions nor the row after it are needed.
  const informed = asked('pageInfo').length > 0;
  const columns = [...(informed ? [source.position] : []), ...textOf(node), ...textOf(edge)];
  const [atNode, atEdge] = [Number(informed), Number(informed) + textOf(node).length];
  const list = context.variable('c');
  const rows = fields.some((each) => ROW_FIELDS.includes(each.name))
    ? `CALL (${source.from}) { ${source.rows(after, context.parameters.add(first + Number(informed)))}
${node?.calls ?? ''}${edge?.calls ?? ''}RETURN collect([${columns.join(', ')}]) AS ${list} }
`
    : undefined;
  return {
    calls: `${extras.calls}${rows ?? ''}`,
    text: `[${extras.text}${rows === undefined ? '' : `, ${list}`}]`,
    read: (raw): ResponseObject => {
      const [extra, all] = array(raw);
      const found = array(all).map(array);
      const page = found.slice(0, first);
      const values = new Map(extras.read(extra)?.fields);
      for (const each of fields) {
        if (each.name === 'nodes')
          values.set(
            each.responseKey,
            page.map((row) => node?.read(row[atNode])),
          );
        if (each.name === 'edges')
          values.set(
            each.responseKey,
            page.map((row) => edge?.read(row[atEdge])),
          );
        if (each.name === 'pageInfo') {
          values.set(each.responseKey, {
            hasNextPage: found.length > first,
            hasPreviousPage: after !== undefined,
            startCursor: readCursor(page.at(0)?.[0]),
            endCursor: readCursor(page.at(-1)?.[0]),
          });
        }
      }
      return { typename: `${name}Connection`, fields: values };
    },
  };
}

const ROW_FIELDS: readonly string[] = ['nodes', 'edges', 'pageInfo'];

/** A cursor is checked wherever it is given, also where no rows are asked for. */
function pageArguments(
  field: SelectedField,
  order: CursorOrder,
): { readonly first: number; readonly after: Position | undefined } {
  const { first, after } = field.arguments;
  return {
    first: typeof first === 'number' ? first : 0,
    after: typeof after === 'string' ? decodeCursor(after, order) : undefined,
  };
}

function cursorReader(order: CursorOrder): (position: unknown) => string | null {
  return (position) => (position === undefined ? null : encodeCursor(array(position) as Position, order));
}

function textOf(part: Compiled | undefined): readonly string[] {
  return part ? [part.text] : [];
}

function compileEdge(
  context: CompileContext,
  name: string,
  edges: readonly SelectedField[],
  source: PageSource,
): Compiled {
  const compileField = (each: SelectedField): Compiled => {
    if (each.name === 'node') return source.node([each]);
    if (each.name === 'cursor') return expression(source.position, cursorReader(source.order));
    return (source.edgeField ?? source.extra)(each);
  };
  const fields = selectFields(
    context,
    `${name}Edge`,
    edges.flatMap((each) => each.nodes),
  );
  const parts = fields.map(compileField);
  const packed = packValues(context, parts);
  return {
    calls: parts.map(({ calls }) => calls).join(''),
    text: packed.text,
    read: (raw): ResponseObject => {
      const value = packed.read(raw);
      return {
        typename: `${name}Edge`,
        fields: new Map(fields.map(({ responseKey }, index) => [responseKey, value(index)])),
      };
    },
  };
}
