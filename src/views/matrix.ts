/** The matrix as the page shows it: sorted, without what is empty, turned; and its cells in words. */

import type { Language } from '../model/language.ts';
import { dateWords } from '../model/words/date-words.ts';
import { askedName } from './asked-names.ts';
import { coverageQuestion, rowsOf } from './coverage-questions.ts';
import type { AnswerTo } from './operation.ts';
import type { Table } from './table.ts';
import type { Heading, View, ViewState } from './view-state.ts';
import { enumWords, type Named, plainName, type Vocabulary } from './vocabulary.ts';

/** What the matrix is answered with. */
export type MatrixData = AnswerTo<typeof coverageQuestion>;
/** One cell. */
export type Cell = MatrixData['coverage']['cells'][number];

/** A row or a column: an entity, or a kind of measure. */
export interface Line {
  readonly key: string;
  readonly name: string;
  readonly entity: Named | undefined;
  /** How many of its cells are covered. */
  readonly covered: number;
  /** How many policies its cells count together: of lines that are covered alike, the one with more comes first. */
  readonly weight: number;
}

/** The matrix in the order and the direction in which it is shown. */
export interface Matrix {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  /** The cell of a shown row and a shown column. */
  readonly cell: (row: Line, column: Line) => Cell | undefined;
}

/** The kinds of cells: a sign for each, so that none is known by its colour alone. */
export const SIGNS: Readonly<Record<string, string>> = {
  WHOLE: '■',
  PART: '◩',
  KNOWN_NONE: '无',
  NOT_RESEARCHED: '?',
  NOT_APPLICABLE: '—',
};

/** How a matrix is to be shown. */
export interface MatrixForm {
  readonly isSorted: boolean;
  readonly isHidingEmpty: boolean;
  readonly isTurned: boolean;
}

/** The matrix of an answer. */
export function readMatrix({ coverage }: MatrixData, form: MatrixForm, language: Language): Matrix {
  const cells = new Map(coverage.cells.map((cell) => [keyOf(cell.row, cell.column), cell]));
  const sums = (key: string, side: 'row' | 'column') => {
    const own = coverage.cells.filter((cell) => cell[side] === key && cell.state === 'COVERED');
    return { covered: own.length, weight: own.reduce((sum, { count }) => sum + count, 0) };
  };
  const rows = coverage.rows.map(({ key, name, entity }): Line => {
    return {
      key,
      name: entity ? plainName(entity, language) : name,
      entity: entity ?? undefined,
      ...sums(key, 'row'),
    };
  });
  const columns = coverage.columns.map((place): Line => {
    return {
      key: place.id,
      name: plainName(place, language),
      entity: place,
      ...sums(place.id, 'column'),
    };
  });
  const shown = (lines: readonly Line[]) => {
    const kept = form.isHidingEmpty ? lines.filter((line) => line.covered > 0) : lines;
    return form.isSorted ? [...kept].sort((a, b) => b.covered - a.covered || b.weight - a.weight) : kept;
  };
  const [across, down] = form.isTurned ? [columns, rows] : [rows, columns];
  return {
    rows: shown(across),
    columns: shown(down),
    cell: (row, column) => cells.get(form.isTurned ? keyOf(column.key, row.key) : keyOf(row.key, column.key)),
  };
}

function keyOf(row: string, column: string): string {
  return `${row}\n${column}`;
}

/** The kind of a cell: covered wholly or in part, or the kind of empty it is. */
export function kindOf({ state, scope }: Cell): string {
  return state === 'COVERED' ? (scope ?? 'PART') : state;
}

/** A cell in one sentence, for those who do not see it. */
export function cellSentence(
  vocabulary: Vocabulary,
  cell: Cell,
  row: string,
  column: string,
  language: Language,
): string {
  const where = `${row} × ${column}`;
  const state = enumWords(vocabulary, 'CoverageState', cell.state, language);
  if (cell.state === 'COVERED') {
    const scope = cell.scope === 'WHOLE' ? ['全部', 'wholly'] : ['部分', 'in part'];
    return language === 'ZH'
      ? `${where}：${cell.count} 项政策，${scope[0]}覆盖`
      : `${where}: ${cell.count} policies, ${scope[1]}`;
  }
  const day = cell.lookedOn ? dateWords(cell.lookedOn, language) : '';
  const looked = day === '' ? '' : language === 'ZH' ? `（${day}查证）` : ` (looked for on ${day})`;
  return `${where}${language === 'ZH' ? '：' : ': '}${state}${looked}`;
}

/** What the rows are, with the word that counts them. */
const ROW_WORDS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  INDUSTRY: ['个产业', 'industries'],
  CLUSTER: ['个集群', 'clusters'],
  INSTRUMENT: ['种政策工具', 'instruments'],
  POLICY: ['项政策', 'policies'],
};

/** What the matrix is called: how much of it is covered. */
function matrixHeading({ language, address }: ViewState, data: MatrixData): Heading {
  const { cells, rowCount, columnCount } = data.coverage;
  const covered = cells.filter(({ state }) => state === 'COVERED').length;
  const { industry, place } = address.parameters;
  const of = [industry, place]
    .map((id) => askedName(data.asked, id, language))
    .filter(Boolean)
    .join(' · ');
  const [zh, en] = ROW_WORDS[rowsOf(address.parameters)] ?? ['行', 'rows'];
  const heading =
    language === 'ZH'
      ? `${of === '' ? '' : `${of}：`}${rowCount} ${zh} × ${columnCount} 个区域，${covered} 格有政策覆盖`
      : `${of === '' ? '' : `${of}: `}${covered} cells of ${rowCount} ${en} by ${columnCount} places are covered by a policy`;
  const count = (wanted: string) => cells.filter(({ state }) => state === wanted).length;
  const summary =
    language === 'ZH'
      ? `未查到 ${count('KNOWN_NONE')} 格，未核查 ${count('NOT_RESEARCHED')} 格`
      : `${count('KNOWN_NONE')} known to have none, ${count('NOT_RESEARCHED')} not researched`;
  return { heading, summary };
}

/** The matrix cell by cell. */
function matrixTable({ language, vocabulary }: ViewState, { coverage }: MatrixData): Table {
  const rows = new Map(
    coverage.rows.map(({ key, name, entity }) => [key, entity ? plainName(entity, language) : name]),
  );
  const columns = new Map(coverage.columns.map((place) => [place.id, plainName(place, language)]));
  return {
    columns:
      language === 'ZH'
        ? ['行编号', '行', '列编号', '列', '状态', '范围', '政策数', '表述性质', '查证日期']
        : ['row id', 'row', 'column id', 'column', 'state', 'scope', 'policies', 'modality', 'looked on'],
    rows: coverage.cells.map(({ row, column, state, scope, count, modality, lookedOn }) => [
      row,
      rows.get(row),
      column,
      columns.get(column),
      enumWords(vocabulary, 'CoverageState', state, language),
      scope,
      count,
      state === 'COVERED' ? modality : '',
      lookedOn,
    ]),
  };
}

/** The view. */
export const MATRIX_VIEW: View<MatrixData> = {
  question: ({ address, language }) => coverageQuestion(address, language),
  heading: matrixHeading,
  table: matrixTable,
};
