/** An item of a worklist as it is selected: the records that it names, its facts and its words. */

import { mayBeGivenUp, nodesById } from '../../compile/compile-further.ts';
import { nameParts, readName } from '../../compile/compile-name.ts';
import { compileNode } from '../../compile/compile-node.ts';
import { type CompileContext, type Compiled, compileMap, expression } from '../../compile/compiled.ts';
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
  readonly steps: readonly DecidedStep[];
}

/**
 * One item as its selections ask for it, over bound `row`. The records that it names are read by their ids.
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
        return compileRecord(field, ENTITY, ({ about }) => about);
      case 'place':
        return compileRecord(field, 'Place', ({ place }) => place);
      case 'criterion':
        return compileRecord(field, 'Criterion', ({ criterion }) => criterion);
      case 'firms':
        return compileFirms(field);
      case 'facts':
        return compileSteps(context, field, 'row', () => rows.flatMap(({ steps }) => steps), compileNode);
      case 'sentence':
        return compileSentence(field);
      default:
        return ofItem((item) => item[field.name as 'key' | 'kind' | 'weight']);
    }
  };
  function ofItem(value: (item: WorkItem) => unknown): Compiled {
    return expression('row.at', (at) => {
      const item = items[Number(at)];
      invariant(item, 'an item is read at the row it was sent in');
      return value(item);
    });
  }
  function compileRecord(
    { nodes: asked }: SelectedField,
    type: string,
    idOf: (item: WorkItem) => string | undefined,
  ): Compiled {
    const node = nodesById(context, (next, s) => compileNode(next, type, asked, s));
    return ofItem((item) => {
      const id = idOf(item);
      return id === undefined ? null : node(id);
    });
  }
  function compileFirms({ nodes: asked, arguments: { first } }: SelectedField): Compiled {
    const node = nodesById(context, (next, s) => compileNode(next, 'Firm', asked, s));
    return ofItem(({ firms = [] }) => mayBeGivenUp(Promise.all(firms.slice(0, Number(first)).map(node))));
  }
  function compileSentence({ arguments: given }: SelectedField): Compiled {
    const { model } = context;
    const lang = languageOf(given.lang);
    const node = nodesById(context, (_, s) => expression(nameParts(model, s)));
    const sentenceOf = async (item: WorkItem) => {
      const isInside = lang === 'EN' || item.kind === 'EMPTY_CELL';
      const name = async (id: string | undefined) =>
        id === undefined ? '' : readName(model, await node(id), lang, isInside);
      const alternatives = rulebook?.criteria
        .get(item.about)
        ?.find(({ id }) => id === item.criterion)?.alternatives;
      const criterion =
        alternatives && words ? criterionSentence(alternatives, lang, words(lang).vocabulary) : '';
      const [about, place] = await Promise.all([name(item.about), name(item.place)]);
      return worklistSentence(item, { about, place, criterion }, lang);
    };
    return ofItem((item) => mayBeGivenUp(sentenceOf(item)));
  }
  return compileMap(
    selectFields(context, 'WorklistItem', nodes).map((each): readonly [string, Compiled] => [
      each.responseKey,
      compileField(each),
    ]),
    'WorklistItem',
  );
}
