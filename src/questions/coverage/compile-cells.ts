/** The cells of a matrix as they are selected: their policies and evidence are fetched once each. */

import { compileEvidenceOfFacts } from '../../compile/compile-by-ids.ts';
import { array, type CompileContext, type Compiled } from '../../compile/compiled.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import type { CoverageCell } from '../../rules/coverage.ts';
import { type Ground, MODALITIES } from '../../rules/ground.ts';
import { modalityOf } from '../../rules/proof.ts';
import { evidenceOfRecords, nodesOfItems } from '../nodes-of-items.ts';
import { compileItems, decidedField, type ItemField } from '../object-of-parts.ts';
import { decidedProof } from '../support/decided-proof.ts';

/** Whether a field of a cell depends on what was looked for and found absent. */
export function asksWhy({ name }: { readonly name: string }): boolean {
  return ['state', 'modality', 'lookedOn', 'evidence'].includes(name);
}

/** The cells as one `cells` field selects them. */
export function compileCells(
  context: CompileContext,
  ground: Ground,
  cells: readonly CoverageCell[],
  field: SelectedField,
): Compiled {
  const fields = selectFields(context, 'CoverageCell', field.nodes);
  return compileItems(
    'CoverageCell',
    cells,
    fields.map((each) => [each.responseKey, compileCellField(context, ground, cells, each)]),
  );
}

function compileCellField(
  context: CompileContext,
  ground: Ground,
  cells: readonly CoverageCell[],
  field: SelectedField,
): ItemField<CoverageCell> {
  if (field.name === 'policies') {
    const first = Number(field.arguments.first);
    return nodesOfItems(context, 'Policy', field, cells, ({ policies }) =>
      policies.slice(0, first).map((policy) => ground.ids[policy] ?? ''),
    );
  }
  if (field.name === 'evidence') return compileEvidence(context, ground, cells, field);
  return decidedField((cell) => plainValue(ground, cell, field.name));
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
): ItemField<CoverageCell> {
  const steps = ({ proof }: CoverageCell) => (proof ? decidedProof(context, ground, proof).steps : []);
  const facts = new Map(cells.flatMap(steps).map((step) => [step.key, step]));
  const ofFacts = compileEvidenceOfFacts(context, field, [...facts.values()]);
  const ofRecords = evidenceOfRecords(context, field, cells, ({ knownNone }) => knownNone?.id);
  return {
    calls: ofFacts.calls + ofRecords.calls,
    text: `[${ofFacts.text}, ${ofRecords.text}]`,
    read: (raw) => {
      const read = ofFacts.read(array(raw)[0]);
      const records = ofRecords.read(array(raw)[1]);
      return async (cell) => {
        const lists = [...steps(cell).map(({ key }) => read.get(key)), records(cell)];
        return (await Promise.all(lists)).flatMap(array);
      };
    },
  };
}
