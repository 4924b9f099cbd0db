/** The cells of a matrix as they are selected: their policies and evidence are fetched once each. */

import {
  type CompiledByIds,
  compileByIds,
  compileEvidenceOfFacts,
  compileEvidenceOfNodes,
  inOrder,
} from '../../compile/compile-by-ids.ts';
import { array, type CompileContext, type Compiled, type ResponseObject } from '../../compile/compiled.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import type { CoverageCell } from '../../rules/coverage.ts';
import { type Ground, MODALITIES } from '../../rules/ground.ts';
import { modalityOf } from '../../rules/proof.ts';
import { decidedProof } from '../support/decided-proof.ts';

/** Whether a field of a cell depends on what was looked for and found absent. */
export function asksWhy({ name }: { readonly name: string }): boolean {
  return ['state', 'modality', 'lookedOn', 'evidence'].includes(name);
}

/** What is read for one field of all cells, and the value it has in one. */
interface CellField extends Pick<Compiled, 'calls' | 'text'> {
  readonly read: (raw: unknown) => (cell: CoverageCell) => unknown;
}

/** The cells as one `cells` field selects them. */
export function compileCells(
  context: CompileContext,
  ground: Ground,
  cells: readonly CoverageCell[],
  field: SelectedField,
): Compiled {
  const fields = selectFields(context, 'CoverageCell', field.nodes);
  const parts = fields.map((each) => compileCellField(context, ground, cells, each));
  return {
    calls: parts.map(({ calls }) => calls).join(''),
    text: `[${parts.map(({ text }) => text).join(', ')}]`,
    read: (raw) => {
      const values = parts.map((part, at) => part.read(array(raw)[at]));
      return cells.map(
        (cell): ResponseObject => ({
          typename: 'CoverageCell',
          fields: new Map(fields.map(({ responseKey }, at) => [responseKey, values[at]?.(cell)])),
        }),
      );
    },
  };
}

function compileCellField(
  context: CompileContext,
  ground: Ground,
  cells: readonly CoverageCell[],
  field: SelectedField,
): CellField {
  const id = (node: number) => ground.ids[node] ?? '';
  if (field.name === 'policies') {
    const first = Number(field.arguments.first);
    const shown = ({ policies }: CoverageCell) => policies.slice(0, first).map(id);
    const found = compileByIds(context, 'Policy', field.nodes, [...new Set(cells.flatMap(shown))]);
    return { ...found, read: (raw) => readOnce(found, raw, (read, cell) => inOrder(read, shown(cell))) };
  }
  if (field.name === 'evidence') return compileEvidence(context, ground, cells, field);
  return { calls: '', text: 'null', read: () => (cell) => plainValue(ground, cell, field.name) };
}

/** Reads once what a field gives for all cells. */
function readOnce(
  part: CompiledByIds,
  raw: unknown,
  value: (read: ReadonlyMap<string, unknown>, cell: CoverageCell) => unknown,
): (cell: CoverageCell) => unknown {
  const read = part.read(raw);
  return (cell) => value(read, cell);
}

/** The value of a field that is decided alone. */
function plainValue(ground: Ground, cell: CoverageCell, name: string): unknown {
  switch (name) {
    case 'row':
      return cell.row.key;
    case 'column':
      return ground.ids[cell.column];
    case 'scope':
      return cell.state === 'COVERED' ? (cell.whole ? 'WHOLE' : 'PART') : null;
    case 'modality':
      return cell.proof ? modalityOf(ground, cell.proof) : MODALITIES[cell.knownNone?.modality ?? 0];
    case 'lookedOn':
      return cell.knownNone?.lookedOn ?? null;
    default:
      return name === 'state' ? cell.state : cell.count;
  }
}

function compileEvidence(
  context: CompileContext,
  ground: Ground,
  cells: readonly CoverageCell[],
  field: SelectedField,
): CellField {
  const steps = ({ proof }: CoverageCell) => (proof ? decidedProof(context, ground, proof).steps : []);
  const facts = new Map(cells.flatMap(steps).map((step) => [step.key, step]));
  const records = new Set(cells.flatMap(({ knownNone }) => knownNone?.id ?? []));
  const ofFacts = compileEvidenceOfFacts(context, field, [...facts.values()]);
  const ofRecords = compileEvidenceOfNodes(context, field, [...records]);
  return {
    calls: ofFacts.calls + ofRecords.calls,
    text: `[${ofFacts.text}, ${ofRecords.text}]`,
    read: (raw) => {
      const [facts, records] = [ofFacts.read(array(raw)[0]), ofRecords.read(array(raw)[1])];
      return (cell) => [
        ...steps(cell).flatMap(({ key }) => array(facts.get(key))),
        ...array(records.get(cell.knownNone?.id ?? '')),
      ];
    },
  };
}
