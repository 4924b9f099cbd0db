/** `progress`, compiled: the page of targets with the figures that could measure its progress; its records are read by their ids. */

import { nodesById } from '../../compile/compile-further.ts';
import { compileNode } from '../../compile/compile-node.ts';
import { compilePage } from '../../compile/compile-page.ts';
import { type CompileContext, type Compiled, type ResponseObject, record } from '../../compile/compiled.ts';
import { countRows } from '../../compile/count-rows.ts';
import type { Position } from '../../compile/cursor.ts';
import { type PageOrder, pageOrder } from '../../compile/page-order.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { languageOf } from '../../model/language.ts';
import { besideUnknown, bindNamed } from '../named-arguments.ts';
import { selectAnswers } from '../select-answers.ts';
import { decideProgress } from './decide-progress.ts';
import { observationsOf, PROGRESS_KEYS, targetsOf } from './progress-cypher.ts';
import { type ProgressFacts, readFacts } from './progress-facts.ts';
import { refusalOf } from './refusal.ts';

/** The arguments that name something, and the node type it must be. */
export const PROGRESS_IDS = {
  policy: 'Policy',
  indicator: 'Indicator',
  industry: 'Industry',
  place: 'Place',
} as const;

/** Where the targets of an answer, and the figures of each, come from. */
export interface ProgressSource {
  /** Binds `t`, `i` and `p` to a page of targets, their indicators and policies, and what {@link observationsOf} binds. */
  readonly rows: (
    order: PageOrder,
    after: Position | undefined,
    limit: string,
    figures: Figures | undefined,
  ) => string;
  readonly totalCount: () => Compiled;
}

/** Which figures of a target are wanted. */
export interface Figures {
  /** Whether an indicator to name instead is looked for. */
  readonly withInstead: boolean;
}

/** The answer of `progress`, with those of the arguments in {@link PROGRESS_IDS} beside it that name nothing. */
export function compileProgress(context: CompileContext, field: SelectedField): Compiled {
  const args = bindNamed(context, field, PROGRESS_IDS);
  const page = compileTargets(context, field, {
    rows: (order, after, limit, figures) => {
      const beyond = after === undefined ? '' : ` WHERE ${order.beyond(after)}`;
      return `${targetsOf(args)}
WITH t, i, p${beyond} ORDER BY ${order.text} LIMIT ${limit}${figures ? `\n${observationsOf(figures.withInstead)}` : ''}`;
    },
    totalCount: () => countRows(context, '', targetsOf(args)),
  });
  return besideUnknown(context, PROGRESS_IDS, args, page);
}

/** A page of targets from a source. */
export function compileTargets(
  context: CompileContext,
  field: SelectedField,
  source: ProgressSource,
): Compiled {
  const asked = new Set(selectAnswers(context, 'Progress', field).map(({ name }) => name));
  const decided = ['latest', 'ratio', 'state', 'baseline', 'line', 'refusal'].some((name) => asked.has(name));
  const withInstead = asked.has('state') || asked.has('refusal');
  const order = pageOrder(context, 'progress', PROGRESS_KEYS);
  return compilePage(context, 'Progress', field, {
    from: '',
    position: order.position,
    order: order.cursor,
    rows: (after, limit) => source.rows(order, after, limit, decided ? { withInstead } : undefined),
    node: (selections) => compileAnswer(context, selections, withInstead),
    extra: source.totalCount,
  });
}

/** The fields that are a record, and its type: which one it is, is known when the row is read. */
const RECORDS = new Map([
  ['target', 'Target'],
  ['latest', 'Observation'],
  ['baseline', 'Observation'],
]);

/** A part of an answer; of a record how it is read by its id. */
interface Part {
  readonly field: SelectedField;
  readonly node: ((id: string) => Promise<unknown>) | undefined;
}

/** One answer as its selections ask for it, over bound `t`, `i`, `p` and, where something is decided, the figures. */
function compileAnswer(
  context: CompileContext,
  selections: readonly SelectedField[],
  withInstead: boolean,
): Compiled {
  const nodes = selections.flatMap((each) => each.nodes);
  const parts = selectFields(context, 'Progress', nodes).map((field): Part => {
    const type = RECORDS.get(field.name);
    const node =
      type === undefined
        ? undefined
        : nodesById(context, (next, s) => compileNode(next, type, field.nodes, s));
    return { field, node };
  });
  const decided = parts.some(({ field }) => field.name !== 'target');
  const decide = decider(context);
  return {
    calls: '',
    text: decided ? factsText(withInstead) : '{target: {id: t.id}}',
    read: (raw): ResponseObject => {
      const known = decided ? decide(readFacts(raw)) : undefined;
      const values = parts.map(({ field, node }): readonly [string, unknown] => {
        if (!node) return [field.responseKey, known?.value(field) ?? null];
        const id = field.name === 'target' ? record(record(raw).target).id : known?.observed(field);
        return [field.responseKey, typeof id === 'string' ? node(id) : null];
      });
      return { typename: 'Progress', fields: new Map(values) };
    },
  };
}

/** What {@link readFacts} reads. */
function factsText(withInstead: boolean): string {
  return `{target: {id: t.id, from: t.from, due: t.due, comparator: t.comparator, value: t.value, valueMax: t.valueMax, startDay: p.startDay},
indicator: {id: i.id, name: i.name, nameEn: i.nameEn, behaviour: i.behaviour}, observed: observed${withInstead ? ', instead: instead' : ''}}`;
}

/** Decides a row, and gives the values of the fields that follow from it. */
function decider({ model }: CompileContext) {
  const tiers = model.nodeTypes.get('Source')?.properties.get('tier')?.values ?? [];
  return (facts: ProgressFacts) => {
    const { state, latest, baseline, line, ratio, instead } = decideProgress(facts, tiers);
    return {
      observed: ({ name }: SelectedField): string | undefined => (name === 'latest' ? latest : baseline)?.id,
      value: ({ name, arguments: { lang } }: SelectedField): string | undefined => {
        if (name === 'state') return state;
        if (name === 'ratio') return ratio;
        if (name === 'line') return line;
        return instead && refusalOf(facts.indicator, instead, languageOf(lang));
      },
    };
  };
}
