/** An item of a worklist as it is selected: the records that it names, its facts and its words. */

import { nameParts, readName } from '../../compile/compile-name.ts';
import { compileNode } from '../../compile/compile-node.ts';
import {
  array,
  type CompileContext,
  type Compiled,
  compileMap,
  expression,
  record,
} from '../../compile/compiled.ts';
import { matchNode } from '../../compile/match-decided.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import { languageOf } from '../../model/language.ts';
import { ENTITY } from '../../model/model.ts';
import { criterionSentence } from '../../model/words/criterion-sentence.ts';
import type { WorkItem } from '../../rules/worklist/work-item.ts';
import { compileSteps, type DecidedStep } from '../compile-step.ts';
import { createWords } from '../eligibility/terms.ts';
import type { Worklist } from './decide-worklist.ts';
import { worklistSentence } from './worklist-sentence.ts';

/** An item as the statement takes it. */
export interface WorkRow {
  readonly at: number;
  readonly position: readonly [number, string];
  readonly about: string;
  readonly place: string | null;
  readonly criterion: string | null;
  readonly firms: readonly string[];
  readonly steps: readonly DecidedStep[];
}

/**
 * One item as its selections ask for it, over bound `row`, and over `x`, `y` and `c`: what it is about, its place and
 * its criterion.
 * @param rows those of the page, and the items that they are of
 */
export function compileItem(
  context: CompileContext,
  selections: readonly SelectedField[],
  rows: readonly WorkRow[],
  items: readonly WorkItem[],
  { rulebook }: Worklist,
): Compiled {
  const words = rulebook && createWords(context.model, rulebook);
  const nodes = selections.flatMap((each) => each.nodes);
  const compileField = (field: SelectedField): Compiled => {
    switch (field.name) {
      case 'about':
        return compileNode(context, ENTITY, field.nodes, 'x');
      case 'place':
        return whereThere('y', compileNode(context, 'Place', field.nodes, 'y'));
      case 'criterion':
        return whereThere('c', compileNode(context, 'Criterion', field.nodes, 'c'));
      case 'firms':
        return compileFirms(context, field, rows);
      case 'facts':
        return compileSteps(context, field, 'row', () => rows.flatMap(({ steps }) => steps), compileNode);
      case 'sentence':
        return compileSentence(field);
      default:
        return expression('row.at', (at) => itemAt(at)[field.name as 'key' | 'kind' | 'weight']);
    }
  };
  function itemAt(at: unknown): WorkItem {
    const item = items[Number(at)];
    invariant(item, 'an item is read at the row it was sent in');
    return item;
  }
  function compileSentence(field: SelectedField): Compiled {
    const { model } = context;
    const lang = languageOf(field.arguments.lang);
    return expression(
      `{at: row.at, about: ${nameParts(model, 'x')}, place: ${nameParts(model, 'y')}}`,
      (raw) => {
        const { at, about, place } = record(raw);
        const item = itemAt(at);
        const isInside = lang === 'EN' || item.kind === 'EMPTY_CELL';
        const name = (of: unknown) => (of ? readName(model, of, lang, isInside) : '');
        const alternatives = rulebook?.criteria
          .get(item.about)
          ?.find(({ id }) => id === item.criterion)?.alternatives;
        const criterion =
          alternatives && words ? criterionSentence(alternatives, lang, words(lang).vocabulary) : '';
        return worklistSentence(item, { about: name(about), place: name(place), criterion }, lang);
      },
    );
  }
  return compileMap(
    selectFields(context, 'WorklistItem', nodes).map((each): readonly [string, Compiled] => [
      each.responseKey,
      compileField(each),
    ]),
    'WorklistItem',
  );
}

/** A node that is there for some rows alone. */
function whereThere(variable: string, node: Compiled): Compiled {
  return { ...node, text: `CASE WHEN ${variable} IS NOT NULL THEN ${node.text} END` };
}

/** The first firms of each row. */
function compileFirms(context: CompileContext, field: SelectedField, rows: readonly WorkRow[]): Compiled {
  const [k, firm, found] = [context.variable('k'), context.variable('n'), context.variable('c')];
  const node = compileNode(context, 'Firm', field.nodes, firm);
  const first = Number(field.arguments.first);
  return {
    calls: `CALL (row) { UNWIND range(0, size(row.firms) - 1) AS ${k}
WITH row, ${k} WHERE ${k} < ${context.parameters.add(first)}
${matchNode(context, firm, `row.firms[${k}]`, () => rows.flatMap(({ firms }) => firms.slice(0, first)))}
WITH * ORDER BY ${k}
${node.calls}RETURN collect(${node.text}) AS ${found} }
`,
    text: found,
    read: (raw) => array(raw).map(node.read),
  };
}
