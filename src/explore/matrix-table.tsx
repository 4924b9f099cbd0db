/** The matrix as a table whose heads stay in sight, and on a phone as a list by row. */

import { type Cell, cellSentence, kindOf, type Line, type Matrix, SIGNS } from '../views/matrix.ts';
import { EntityLink } from './parts.tsx';
import { address, language, pathWith, t, vocabulary } from './state.ts';

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** The table: arrows move from cell to cell, Enter opens one. */
export function MatrixTable({ matrix }: { readonly matrix: Matrix }) {
  const { rows, columns, cell } = matrix;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the cells in it
    <div class="scroll matrix-scroll" onKeyDown={moveFocus}>
      <table class="matrix">
        <caption class="hidden">
          {t('覆盖矩阵：方向键移动，回车键打开', 'Matrix: arrows move, Enter opens')}
        </caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column.key} scope="col">
                <LineName line={column} />
              </th>
            ))}
            <th scope="col">{t('已覆盖', 'covered')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, down) => (
            <tr key={row.key}>
              <th scope="row">
                <LineName line={row} />
              </th>
              {columns.map((column, right) => (
                <td key={column.key}>
                  <CellSign
                    cell={cell(row, column)}
                    row={row}
                    column={column}
                    at={[down, right]}
                    isFirst={down === 0 && right === 0}
                  />
                </td>
              ))}
              <td class="total">
                {row.covered}/{columns.length}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('已覆盖', 'covered')}</th>
            {columns.map((column) => (
              <td key={column.key} class="total">
                {column.covered}
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** The same as a list: for each row what is covered, and how many of each kind of empty. */
export function MatrixList({ matrix }: { readonly matrix: Matrix }) {
  const { rows, columns, cell } = matrix;
  return (
    <ul class="matrix-list">
      {rows.map((row, down) => {
        const cells = columns.map((column) => ({ column, found: cell(row, column) }));
        const covered = cells.filter(({ found }) => found?.state === 'COVERED');
        return (
          <li key={row.key}>
            <h3>
              <LineName line={row} />
            </h3>
            <p class="cells">
              {covered.map(({ column, found }, right) => (
                <span class="named-cell" key={column.key}>
                  {column.name} <CellSign cell={found} row={row} column={column} at={[down, right]} isFirst />
                </span>
              ))}
            </p>
            <p class="context">
              {['KNOWN_NONE', 'NOT_RESEARCHED', 'NOT_APPLICABLE']
                .map((kind) => ({ kind, count: cells.filter(({ found }) => found?.state === kind).length }))
                .filter(({ count }) => count > 0)
                .map(({ kind, count }) => `${SIGNS[kind]} ${vocabularyWord(kind)} ${count}`)
                .join(' · ')}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function vocabularyWord(state: string): string {
  return vocabulary.enums.get('CoverageState')?.get(state)?.[language.value] ?? state;
}

function LineName({ line }: { readonly line: Line }) {
  return line.entity ? <EntityLink entity={line.entity} /> : <span>{line.name}</span>;
}

function CellSign({
  cell,
  row,
  column,
  at: [down, right],
  isFirst,
}: {
  readonly cell: Cell | undefined;
  readonly row: Line;
  readonly column: Line;
  readonly at: readonly [number, number];
  readonly isFirst: boolean;
}) {
  if (!cell) return null;
  const kind = kindOf(cell);
  const says = cellSentence(vocabulary, cell, row.name, column.name, language.value);
  const place = { 'data-cell': `${down},${right}`, tabIndex: isFirst ? 0 : -1, title: says };
  const { parameters } = address.value;
  const isOpen = parameters.row === cell.row && parameters.column === cell.column;
  if (cell.state !== 'COVERED') {
    return (
      <span class={`cell-sign ${kind.toLowerCase()}`} {...place} role="img" aria-label={says}>
        {SIGNS[kind]}
      </span>
    );
  }
  return (
    <a
      class={`cell-sign ${kind.toLowerCase()}`}
      {...place}
      aria-label={says}
      aria-expanded={isOpen}
      href={pathWith({ row: cell.row, column: cell.column, policy: undefined })}
    >
      <span aria-hidden="true">{SIGNS[kind]}</span> {cell.count}
    </a>
  );
}

/** Moves the focus from one cell to the next. */
function moveFocus(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const here = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null;
  if (!step || !here) return;
  const [down = 0, right = 0] = (here.dataset.cell ?? '').split(',').map(Number);
  const next = document.querySelector<HTMLElement>(`[data-cell="${down + step[0]},${right + step[1]}"]`);
  event.preventDefault();
  if (!next) return;
  here.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
