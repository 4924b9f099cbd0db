/** `coverage`: the rules decide the matrix, one statement fetches what is selected of its rows, columns and cells. */

import { compileByIds, compileNamesByIds, inOrder, nameIn } from '../../compile/compile-by-ids.ts';
import { type CompileContext, type Compiled, expression } from '../../compile/compiled.ts';
import { type CursorOrder, decodeCursor, encodeCursor } from '../../compile/cursor.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { badUserInput } from '../../diagnostics/client-error.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import { languageOf } from '../../model/language.ts';
import { ENTITY } from '../../model/model.ts';
import { type CoverageCell, coverageCells } from '../../rules/coverage.ts';
import {
  type CoverageAsked,
  type CoverageRow,
  type CoverageRows,
  coverageColumns,
  coverageRows,
  viewOf,
} from '../../rules/coverage-axes.ts';
import type { GroundViews } from '../../rules/ground-views.ts';
import type { Decision } from '../decision.ts';
import { readKnownNone } from '../known-none/read-known-none.ts';
import { besideUnknown, bindNamed } from '../named-arguments.ts';
import { nodeOfItem } from '../nodes-of-items.ts';
import { compileItems, compileObject, decidedField, type ItemField } from '../object-of-parts.ts';
import { asksWhy, compileCells } from './compile-cells.ts';

/** The arguments that name something, and the type it must be. */
export const COVERAGE_IDS = { industry: 'Industry', place: 'Place', columnsAfter: 'Place' } as const;

/** A page of the matrix. */
interface Page {
  readonly asked: CoverageAsked;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rows: readonly CoverageRow[];
  readonly columns: readonly number[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly order: CursorOrder;
}

/** The answer of `coverage`, with those of the arguments in {@link COVERAGE_IDS} beside it that name nothing. */
export function* compileCoverage(
  context: CompileContext,
  field: SelectedField,
  views: GroundViews,
): Decision<Compiled> {
  const named = bindNamed(context, field, COVERAGE_IDS);
  const page = yield* pageOf(views, askedOf(context, field, views), field);
  const fields = selectFields(context, 'Coverage', field.nodes);
  const cellFields = fields.filter(({ name }) => name === 'cells');
  const cells = cellFields.length === 0 ? [] : yield* cellsOf(context, views, page, cellFields);
  return besideUnknown(
    context,
    COVERAGE_IDS,
    named,
    compileObject(
      'Coverage',
      fields.map((each) => [each.responseKey, compilePart(context, views, page, cells, each)]),
    ),
  );
}

/** The question in numbers of the ground; what is named and not there has none. */
function askedOf(
  context: CompileContext,
  { arguments: given }: SelectedField,
  views: GroundViews,
): CoverageAsked {
  const { ground } = views;
  invariant(context.day !== undefined, 'coverage is asked on a day');
  const number = (id: unknown) => (id === undefined ? undefined : (ground.numbers.get(String(id)) ?? -1));
  const place = number(given.place) ?? ground.home;
  if (given.place === undefined && place < 0) {
    throw badUserInput('place', 'this dataset names no home that could be asked about; give a place.');
  }
  return {
    rows: String(given.rows) as CoverageRows,
    columns: String(given.columns) as CoverageAsked['columns'],
    industry: number(given.industry),
    place,
    day: context.day,
    includePlanned: given.includePlanned === true,
    instruments: instrumentsOf(context)?.values ?? [],
  };
}

function instrumentsOf({ model }: CompileContext) {
  return model.nodeTypes.get('Measure')?.properties.get('instrument');
}

/** The page of rows and columns that is asked for: what comes after a row is found by its key, there or not. */
function* pageOf(
  views: GroundViews,
  asked: CoverageAsked,
  { arguments: given }: SelectedField,
): Decision<Page> {
  const order: CursorOrder = { name: `coverage ${asked.rows}`, types: ['string'] };
  const rows = yield* coverageRows(views, asked);
  const columns = coverageColumns(views, asked);
  const [first, columnsFirst] = [Number(given.first), Number(given.columnsFirst)];
  const after = given.after === undefined ? undefined : String(decodeCursor(String(given.after), order)[0]);
  const rowsLeft = rowsAfter(asked, rows, after);
  const columnsAfter = String(given.columnsAfter ?? '');
  return {
    asked,
    rowCount: rows.length,
    columnCount: columns.length,
    rows: rowsLeft.slice(0, first),
    columns: columns.filter((each) => (views.ground.ids[each] ?? '') > columnsAfter).slice(0, columnsFirst),
    hasNextPage: rowsLeft.length > first,
    hasPreviousPage: after !== undefined,
    order,
  };
}

function rowsAfter(
  { rows: kind, instruments }: CoverageAsked,
  rows: readonly CoverageRow[],
  after: string | undefined,
): readonly CoverageRow[] {
  if (after === undefined) return rows;
  if (kind !== 'INSTRUMENT') return rows.filter(({ key }) => key > after);
  return rows.slice(instruments.indexOf(after) + 1);
}

function* cellsOf(
  context: CompileContext,
  views: GroundViews,
  { asked, rows, columns }: Page,
  cellFields: readonly SelectedField[],
): Decision<readonly CoverageCell[]> {
  const fields = cellFields.flatMap(({ nodes }) => selectFields(context, 'CoverageCell', nodes));
  const view = viewOf(views, asked);
  const about =
    asked.rows === 'INDUSTRY' ? rows.map(({ node }) => node) : rows.flatMap(({ node }) => view.focuses(node));
  const industries = asked.industry === undefined ? about : [...about, asked.industry];
  const above = (nodes: readonly number[], find: (node: number) => ReadonlySet<number>) =>
    new Set(nodes.flatMap((node) => [...find(node)]));
  const knownNone = fields.some(asksWhy)
    ? yield* readKnownNone(context.model, views.ground, {
        of: 'policies',
        industries: above(industries, view.broaderIndustries),
        places: above(columns, view.largerPlaces),
        narrowedBy: 'first',
      })
    : [];
  const lists = fields.filter(({ name }) => name === 'policies');
  return yield* coverageCells(views, asked, rows, columns, knownNone, {
    policies: Math.max(0, ...lists.map(({ arguments: { first } }) => Number(first))),
    proof: fields.some(({ name }) => name === 'modality' || name === 'evidence'),
  });
}

function compilePart(
  context: CompileContext,
  views: GroundViews,
  page: Page,
  cells: readonly CoverageCell[],
  field: SelectedField,
): Compiled {
  switch (field.name) {
    case 'rows':
      return compileRows(context, page, field);
    case 'columns': {
      const ids = page.columns.map((each) => views.ground.ids[each] ?? '');
      const places = compileByIds(context, 'Place', field.nodes, ids);
      return { ...places, read: (raw) => inOrder(places.read(raw), ids) };
    }
    case 'cells':
      return compileCells(context, views.ground, cells, field);
    case 'pageInfo':
      return expression('null', () => pageInfo(page));
    default:
      return expression('null', () => (field.name === 'rowCount' ? page.rowCount : page.columnCount));
  }
}

function pageInfo({ rows, order, hasNextPage, hasPreviousPage }: Page) {
  const cursor = (row: CoverageRow | undefined) => (row ? encodeCursor([row.key], order) : null);
  return { hasNextPage, hasPreviousPage, startCursor: cursor(rows[0]), endCursor: cursor(rows.at(-1)) };
}

function compileRows(context: CompileContext, { asked, rows }: Page, field: SelectedField): Compiled {
  const ids = asked.rows === 'INSTRUMENT' ? [] : rows.map(({ key }) => key);
  const words = instrumentsOf(context)?.valueWords;
  const compileField = (each: SelectedField): ItemField<CoverageRow> => {
    if (each.name === 'key') return decidedField(({ key }) => key);
    if (each.name === 'entity') {
      return nodeOfItem(context, ENTITY, each, ids.length === 0 ? [] : rows, ({ key }) => key);
    }
    const language = languageOf(each.arguments.lang);
    if (ids.length === 0) return decidedField(({ key }) => words?.get(key)?.[language] ?? key);
    const names = compileNamesByIds(context, ids);
    return {
      ...names,
      read: (raw) => {
        const read = names.read(raw);
        return ({ key }) => nameIn(read.get(key), language) ?? key;
      },
    };
  };
  return compileItems(
    'CoverageRow',
    rows,
    selectFields(context, 'CoverageRow', field.nodes).map((each) => [each.responseKey, compileField(each)]),
  );
}
