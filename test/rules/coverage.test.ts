/** The rules of `coverage` held against the oracle on random graphs, without a database (§7). */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { type CoverageCell, coverageCells } from '../../src/rules/coverage.ts';
import { type CoverageAsked, coverageColumns, coverageRows } from '../../src/rules/coverage-axes.ts';
import { modalityOf } from '../../src/rules/proof.ts';
import { finish } from '../../src/rules/steps.ts';
import {
  type CoverageOracleAnswer,
  type CoverageOracleCell,
  type CoverageQuery,
  coverageOracle,
} from '../oracle/coverage-oracle.ts';
import { at, index, randomDataset } from '../oracle/random-dataset.ts';
import { knownNoneDrawn, withKnownNone } from '../oracle/random-known-none.ts';
import { keysOf, viewsOf } from './answer-by-rules.ts';
import { knownNoneOfDataset } from './known-none-of-dataset.ts';

/** More on demand: RULES_RUNS=100000. */
const RUNS = Number(process.env.RULES_RUNS ?? 600);

const instruments = readModel('schema').nodeTypes.get('Measure')?.properties.get('instrument')?.values ?? [];

const query = fc.record({
  rows: fc.constantFrom('INDUSTRY', 'CLUSTER', 'INSTRUMENT', 'POLICY'),
  columns: fc.constantFrom('CHILDREN', 'DISTRICTS', 'ZONES'),
  industry: fc.option(index, { nil: undefined, freq: 1 }),
  place: index,
  day: fc.constantFrom(20220615, 20220615, 20220615, 20210615, 20220630, 20221231, 20230101),
  includePlanned: fc.boolean(),
} as const);

function answer(dataset: Dataset, { industry, place, ...asked }: CoverageQuery): CoverageOracleAnswer {
  const views = viewsOf(dataset);
  const { ground } = views;
  const number = (id: string) => ground.numbers.get(id) ?? -1;
  const question: CoverageAsked = {
    ...asked,
    industry: industry === undefined ? undefined : number(industry),
    place: number(place),
  };
  const rows = finish(coverageRows(views, question));
  const columns = coverageColumns(views, question);
  const knownNone = knownNoneOfDataset(ground, dataset, 'policies');
  const cells = finish(
    coverageCells(views, question, rows, columns, knownNone, { policies: 99, proof: true }),
  );
  const id = (node: number) => ground.ids[node] ?? '';
  const read = (cell: CoverageCell): CoverageOracleCell => {
    const covered = cell.state === 'COVERED';
    expect(cell.count).toBe(cell.policies.length);
    if (covered !== (cell.proof !== undefined))
      throw new Error(`no proof of ${cell.row.key} ${id(cell.column)}`);
    const modalities = ['STATED', 'ESTIMATED', 'PLANNED', 'AIMED_FOR'];
    return {
      row: cell.row.key,
      column: id(cell.column),
      state: cell.state,
      scope: covered ? (cell.whole ? 'WHOLE' : 'PART') : null,
      modality: cell.proof
        ? modalityOf(ground, cell.proof)
        : (modalities[cell.knownNone?.modality ?? 0] ?? ''),
      policies: cell.policies.map(id),
      lookedOn: cell.knownNone?.lookedOn ?? null,
      evidence: cell.proof ? keysOf(ground, cell.proof) : cell.knownNone ? [cell.knownNone.id] : [],
    };
  };
  return { rows: rows.map(({ key }) => key), columns: columns.map(id), cells: cells.map(read) };
}

test('on random graphs the rules answer coverage as the oracle does', { timeout: 600_000 }, () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      randomDataset(),
      knownNoneDrawn,
      fc.array(query, { minLength: 3, maxLength: 3 }),
      (given, none, drawn) => {
        const dataset = withKnownNone(given, none);
        const ids = (...types: readonly string[]) =>
          [...dataset.nodes.values()].filter(({ type }) => types.includes(type)).map(({ id }) => id);
        for (const { industry, place, ...asked } of drawn) {
          const question: CoverageQuery = {
            ...asked,
            industry: industry === undefined ? undefined : at(ids('Industry'), industry),
            place: at(ids('Region', 'Zone'), place),
            instruments,
          };
          const expected = coverageOracle(dataset, question);
          for (const cell of expected.cells)
            seen.add(`${question.rows} ${cell.state}`).add(`${cell.scope} ${cell.modality}`);
          expect(answer(dataset, question)).toEqual(expected);
        }
      },
    ),
    { numRuns: RUNS },
  );
  // Every row kind meets every state that it can have, and every scope every modality.
  for (const rows of ['INDUSTRY', 'CLUSTER', 'INSTRUMENT', 'POLICY']) {
    for (const state of ['COVERED', 'KNOWN_NONE', 'NOT_RESEARCHED'])
      expect(seen).toContain(`${rows} ${state}`);
  }
  for (const state of [
    'CLUSTER NOT_APPLICABLE',
    'WHOLE PLANNED',
    'PART PLANNED',
    'WHOLE STATED',
    'PART STATED',
  ]) {
    expect(seen).toContain(state);
  }
});
