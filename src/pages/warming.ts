/** What the page asks first of each view: asked once after a start, so that Neo4j has planned it when a person comes. */

import { type NodeTypeModel, rootTypes } from '../model/model.ts';
import type { Address, ViewName } from '../views/address.ts';
import { freshnessQuestion, standingQuestion, unknownCellsQuestion } from '../views/data.ts';
import { connectionsOf, factsQuestion, headQuestion } from '../views/entity-operation.ts';
import { profileQuestion } from '../views/firm-questions.ts';
import type { Question } from '../views/operation.ts';
import { EMPTY_PROFILE } from '../views/profile.ts';
import { choicesQuestion, countsQuestion, daysQuestion } from '../views/questions.ts';
import { questionOfView } from '../views/view.ts';
import type { Vocabulary } from '../views/vocabulary.ts';

/** The views that can be asked without naming anything, in the order in which people open them. */
const BARE: readonly ViewName[] = ['home', 'support', 'matrix', 'targets', 'changes', 'chain', 'data'];

/** The questions, those of the first page first; of records, those of every type. */
export function questionsToWarm(vocabulary: Vocabulary): readonly Question[] {
  const { model } = vocabulary;
  const at = (view: ViewName): Address => ({ view, id: undefined, parameters: {} });
  const views = BARE.flatMap(
    (view) => questionOfView({ vocabulary, address: at(view), language: 'ZH' }) ?? [],
  );
  return [
    choicesQuestion(),
    daysQuestion(),
    countsQuestion(model),
    ...views,
    profileQuestion(at('firm'), EMPTY_PROFILE, 'ZH'),
    freshnessQuestion(),
    standingQuestion(),
    unknownCellsQuestion(),
    ...rootTypes(model).flatMap((type) => questionsOfType(vocabulary, type)),
  ];
}

/** What the page of a type asks; its plans are the same for an id that nothing has. */
function questionsOfType({ model }: Vocabulary, type: NodeTypeModel): readonly Question[] {
  const looked = { id: `${type.root?.prefix}:none`, clocks: {}, language: 'ZH' } as const;
  const fields = connectionsOf(type);
  return [
    headQuestion(model, type, looked),
    ...(fields.length > 0 ? [factsQuestion(model, type, looked, fields)] : []),
  ];
}
