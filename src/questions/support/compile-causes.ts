/** The changes that an answer came, went or became another by, in words (§19). */

import { readName } from '../../compile/compile-name.ts';
import {
  array,
  type CompileContext,
  type Compiled,
  type ResponseObject,
  record,
} from '../../compile/compiled.ts';
import { bringNodes } from '../../compile/match-decided.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { type Language, languageOf } from '../../model/language.ts';
import type { BothViews, Cause, Side } from '../../rules/support-diff.ts';
import { type DecidedStep, sentenceOfStep } from '../compile-step.ts';
import type { Then } from '../decision.ts';
import { decidedStep } from './decided-proof.ts';

/** A cause, as the statement takes it: the fact, or the record that changed itself. */
export interface CauseRow {
  readonly action: 'CREATE' | 'UPDATE' | 'DELETE';
  readonly entityId: string;
  readonly revisions: readonly number[];
  /** Where the fact is read; of a record, where its name is. */
  readonly side: Side;
  readonly step: DecidedStep | null;
}

/** The row of a cause. */
export function causeRow(
  context: CompileContext,
  views: BothViews,
  cause: Cause,
  { before, after }: Readonly<Record<Side, Then>>,
): CauseRow {
  const between = (changed: string) =>
    [...new Set(before.past.changedIn.get(changed) ?? [])]
      .filter((revision) => revision <= after.past.revision)
      .sort((a, b) => a - b);
  const { action } = cause;
  if ('id' in cause) {
    return { action, entityId: cause.id, revisions: between(cause.id), side: 'after', step: null };
  }
  const step = decidedStep(context, views[cause.side].ground, cause.step);
  return { action, entityId: step.from, revisions: between(step.key), side: cause.side, step };
}

/** The causes of the changed answer that `item` is bound to; their words are made of what is brought along. */
export function compileCauses(
  contexts: Readonly<Record<Side, CompileContext>>,
  field: SelectedField,
  all: () => readonly CauseRow[],
): Compiled {
  const fields = selectFields(contexts.before, 'SupportCause', field.nodes);
  const onSide = (side: Side) => all().filter((each) => each.side === side);
  for (const side of ['before', 'after'] as const) {
    const { earlier } = contexts[side];
    bringNodes(contexts[side], () =>
      onSide(side).flatMap(({ entityId, step }) => (step ? [step.from, step.to] : [entityId])),
    );
    earlier?.wanted.facts.push(() => onSide(side).flatMap(({ step }) => step ?? []));
  }
  return {
    calls: '',
    text: 'item.causes',
    read: (raw) =>
      array(raw).map((each): ResponseObject => {
        // As it was sent.
        const cause = each as CauseRow;
        const fieldOf = ({ name, arguments: { lang } }: SelectedField) =>
          name === 'sentence'
            ? sentenceOf(contexts[cause.side], cause, languageOf(lang))
            : record(cause)[name];
        return {
          typename: 'SupportCause',
          fields: new Map(fields.map((one) => [one.responseKey, fieldOf(one)])),
        };
      }),
  };
}

const VERBS: Readonly<Record<CauseRow['action'], Readonly<Record<Language, string>>>> = {
  CREATE: { ZH: '新增：', EN: 'added: ' },
  DELETE: { ZH: '删除：', EN: 'removed: ' },
  UPDATE: { ZH: '修改：', EN: 'changed: ' },
};

/** What changed in words: the fact as it is or was, or the record whose state or days did. */
function sentenceOf(
  { model, earlier }: CompileContext,
  { action, entityId, step }: CauseRow,
  lang: Language,
): string {
  const node = (id: string) => earlier?.nodes.held[id];
  if (!step) {
    const name = readName(model, node(entityId), lang, false);
    return lang === 'ZH' ? `修改：${name}的状态或有效日期` : `changed: state or days of ${name}`;
  }
  const fact = record(earlier?.facts.held[step.key]);
  const ends = { from: node(step.from), to: node(step.to) };
  return VERBS[action][lang] + sentenceOfStep(model, String(fact.storedType), fact, ends, lang);
}
