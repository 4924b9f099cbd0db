/** Verdicts, compiled: the graph gives criteria and evidence, the decision all else. */

import { compileEvidence } from '../../compile/compile-evidence.ts';
import { compileNode } from '../../compile/compile-node.ts';
import type { CompileContext } from '../../compile/compiled.ts';
import { matchOptionalNode } from '../../compile/match-decided.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { type Language, languageOf } from '../../model/language.ts';
import { criterionSentence } from '../../model/words/criterion-sentence.ts';
import { becauseWords } from '../../rules/eligibility/because-words.ts';
import { missingOf } from '../../rules/eligibility/decide-eligibility.ts';
import { foundWords } from '../../rules/eligibility/found-words.ts';
import type { ConditionVerdict, CriterionVerdict } from '../../rules/eligibility/verdict.ts';
import { sixDecimals } from '../../rules/figures/exact-number.ts';
import { type DecidedPart, decidedList, decidedMap, fromDecision, fromGraph } from '../decided-parts.ts';
import type { Words } from './terms.ts';
import { lowestTier } from './verdict-rows.ts';

/** What verdicts are put in words by. */
export interface Wording {
  readonly words: (lang: Language) => Words;
  readonly tiers: readonly string[];
}

/** The verdicts of the answer that `row` is bound to. */
export function compileVerdicts(
  context: CompileContext,
  field: SelectedField,
  row: string,
  wording: Wording,
  decided: readonly { readonly verdicts: readonly CriterionVerdict[] }[],
): DecidedPart<readonly CriterionVerdict[]> {
  const [item, criterion] = [context.variable('v'), context.variable('n')];
  const fields = selectFields(context, 'CriterionVerdict', field.nodes);
  const isAsked = fields.some(({ name }) => name === 'criterion');
  const criteria = () => decided.flatMap(({ verdicts }) => verdicts.flatMap((each) => each.criterion ?? []));
  const match = isAsked ? `${matchOptionalNode(context, criterion, `${item}.criterion`, criteria)}\n` : '';
  const part = (each: SelectedField): DecidedPart<CriterionVerdict> => {
    const { terms, vocabulary } = wording.words(languageOf(each.arguments.lang));
    switch (each.name) {
      case 'criterion':
        return nullable(compileNode(context, 'Criterion', each.nodes, criterion), criterion);
      case 'evidence':
        return fromGraph(compileEvidence(context, each, item, compileNode));
      case 'conditions': {
        const list = compileConditions(context, each, item, wording);
        return { ...list, read: (raw, { conditions }) => list.read(raw, conditions) };
      }
      case 'sentence':
        return fromDecision(({ alternatives }) => criterionSentence(alternatives, terms.lang, vocabulary));
      case 'because':
        return fromDecision((verdict) => becauseWords(verdict, terms));
      case 'missing':
        return fromDecision((verdict) => [
          ...new Set(missingOf([verdict]).map(({ attribute }) => attribute)),
        ]);
      case 'tier':
        return fromDecision(({ conditions }) => lowestTier(conditions, wording.tiers));
      default:
        return fromDecision(({ verdict }) => verdict);
    }
  };
  const object = decidedMap(
    'CriterionVerdict',
    fields.map((each) => [each.responseKey, part(each)] as const),
  );
  return decidedList(context, { row, list: 'verdicts', item, match }, object);
}

/** The conditions of the verdict that `row` is bound to. */
function compileConditions(
  context: CompileContext,
  field: SelectedField,
  row: string,
  { words, tiers }: Wording,
): DecidedPart<readonly ConditionVerdict[]> {
  const item = context.variable('v');
  const part = (each: SelectedField): DecidedPart<ConditionVerdict> => {
    switch (each.name) {
      case 'condition':
        return fromDecision(({ condition }) => condition);
      case 'found':
        return fromDecision(
          (verdict) => foundWords(verdict, words(languageOf(each.arguments.lang)).terms) ?? null,
        );
      case 'distance':
        return fromDecision(({ distance }) => (distance ? sixDecimals(distance) : null));
      case 'tier':
        return fromDecision((verdict) => lowestTier([verdict], tiers));
      case 'evidence':
        return fromGraph(compileEvidence(context, each, item, compileNode));
      default:
        return fromDecision(({ verdict }) => verdict);
    }
  };
  const object = decidedMap(
    'ConditionVerdict',
    selectFields(context, 'ConditionVerdict', field.nodes).map(
      (each) => [each.responseKey, part(each)] as const,
    ),
  );
  return decidedList(context, { row, list: 'conditions', item, match: '' }, object);
}

/** A node that may not be there. */
function nullable<D>(
  { calls, text, read }: ReturnType<typeof compileNode>,
  variable: string,
): DecidedPart<D> {
  return { calls, text: `CASE WHEN ${variable} IS NOT NULL THEN ${text} END`, read: (raw) => read(raw) };
}
