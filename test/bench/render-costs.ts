/** Costs of several sizes as tables for people: a row for each size, and how much more than the smallest. */

import type { Costs, SizeCost } from './measure-cost.ts';
import type { QuestionCosts } from './measure-questions.ts';

/** What must not grow with the graph. */
const CONSTANT = ['plan, database', 'apply, database'];

/** The tables of some sizes, the smallest first. */
export function renderCosts(costs: readonly SizeCost[]): string {
  const [smallest] = costs;
  const ratios = costs.map(({ records, change }) => ({
    records,
    costs: Object.fromEntries(
      CONSTANT.flatMap((name) => {
        const base = smallest?.change[name];
        return base ? [[name, (change[name] ?? 0) / base] as const] : [];
      }),
    ),
  }));
  return [
    renderTable('Validate: ms, MB', rowsOf(costs, 'validate'), 0),
    renderTable('First load into an empty graph: ms, MB', rowsOf(costs, 'first'), 0),
    renderTable('One changed record: ms', rowsOf(costs, 'change'), 1),
    renderTable('The database’s part of one change, times that of the smallest size', ratios, 2),
    ...costs.map(({ records, asked }) => renderAsked(records, asked)),
  ].join('\n\n');
}

/** What questions cost on one size, and what deep pages do. */
function renderAsked(records: number, { questions, pages, refused }: QuestionCosts): string {
  const cells = (lines: readonly (readonly (string | number)[])[], rule: string) =>
    lines.flatMap((line, at) => [`| ${line.join(' | ')} |`, ...(at === 0 ? [rule] : [])]).join('\n');
  const asked = cells(
    [
      ['question', 'statements', 'ms', 'times a point read'],
      ...questions.map((each) => [
        each.name,
        each.statements,
        each.milliseconds.toFixed(1),
        each.times.toFixed(1),
      ]),
    ],
    '|:--|--:|--:|--:|',
  );
  const paged = cells(
    [
      ['list', 'rows before', 'page', 'ms of page 1', 'ms of that page', 'times page 1'],
      ...pages.map((each) => [
        each.name,
        each.rows,
        each.page,
        each.first.toFixed(1),
        each.deep.toFixed(1),
        each.times.toFixed(2),
      ]),
    ],
    '|:--|--:|--:|--:|--:|--:|',
  );
  const refusals = refused.map(({ name, refusal }) => `\n- ${name}: refused, ${refusal}`).join('');
  return `Questions over ${records} records\n\n${asked}\n\nPages over ${records} records\n\n${paged}${refusals && `\n${refusals}`}`;
}

interface Row {
  readonly records: number;
  readonly costs: Costs;
}

function rowsOf(costs: readonly SizeCost[], part: 'validate' | 'first' | 'change'): readonly Row[] {
  return costs.map((cost) => ({ records: cost.records, costs: cost[part] }));
}

function renderTable(title: string, rows: readonly Row[], digits: number): string {
  const names = Object.keys(rows[0]?.costs ?? {});
  const table = [
    ['records', ...names],
    ...rows.map(({ records, costs }) => [
      String(records),
      ...names.map((name) => numberText(costs[name] ?? 0, digits)),
    ]),
  ];
  const lines = table.map((cells) => `| ${cells.join(' | ')} |`);
  const rule = `|${table[0]?.map(() => '--:').join('|')}|`;
  return [title, '', lines[0], rule, ...lines.slice(1)].join('\n');
}

function numberText(number: number, digits: number): string {
  return Number.isInteger(number) ? String(number) : number.toFixed(digits);
}
